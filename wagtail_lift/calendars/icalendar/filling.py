"""Stored entries as a calendar shows them: with their addresses and the time of their change."""

from datetime import datetime

from .entry import ADDRESS, STAMP

_FIRST, _NEXT = 71, 74
"""How many octets of an address fit on a line: after ``URL:``, and after the space of a fold."""


class EntryFiller:
    """Fills in stored entries of pages whose address begins alike.

    Entries that follow one another were often changed in the same second: it is written once.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self._second: datetime | None = None
        self._stamp = ""

    def fill(self, text: str, path: str, changed_at: datetime) -> str:
        """Return the entry of the date at ``path`` below the root; lines keep to 75 octets."""
        second = changed_at.replace(microsecond=0)
        if second != self._second:
            self._second, self._stamp = second, f"{second:%Y%m%dT%H%M%SZ}"
        address = fold_address(f"{self.root}{path}")
        return text.replace(ADDRESS, address).replace(STAMP, self._stamp)


def fold_address(address: str) -> str:
    """Return an address (ASCII) folded as RFC 5545 section 3.1 says."""
    if len(address) <= _FIRST:
        return address
    rest = address[_FIRST:]
    pieces = [rest[n : n + _NEXT] for n in range(0, len(rest), _NEXT)]
    return "\r\n ".join([address[:_FIRST], *pieces])
