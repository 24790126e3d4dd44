"""Fill the URL and change time into stored entries."""

from datetime import datetime

from .entry import ADDRESS, STAMP

_FIRST, _NEXT = 71, 74
"""Octets of a URL that fit on a line: after ``URL:``, and after the space of a fold."""


class EntryFiller:
    """Fills in stored entries of pages whose URLs have the same root.

    Consecutive entries often changed in the same second, so the last timestamp is cached.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self._second: datetime | None = None
        self._stamp = ""

    def fill(self, text: str, path: str, changed_at: datetime) -> str:
        """Return the entry of the date at ``path`` below the root; lines have at most 75 octets."""
        second = changed_at.replace(microsecond=0)
        if second != self._second:
            self._second, self._stamp = second, f"{second:%Y%m%dT%H%M%SZ}"
        address = fold_address(f"{self.root}{path}")
        return text.replace(ADDRESS, address).replace(STAMP, self._stamp)


def fold_address(address: str) -> str:
    """Return a URL (ASCII) folded according to RFC 5545 section 3.1."""
    if len(address) <= _FIRST:
        return address
    rest = address[_FIRST:]
    pieces = [rest[n : n + _NEXT] for n in range(0, len(rest), _NEXT)]
    return "\r\n ".join([address[:_FIRST], *pieces])
