"""Cursors of lists: where a reader left off, as a short text that is safe in a URL."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from .filters import PAST, UPCOMING

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_LONGEST = 200
_LARGEST_KEY = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Position:
    """A row of a list, after which the list goes on.

    A list is divided into its parts at ``as_of``, when its first page was read. So a date that ends
    meanwhile is neither repeated nor lost.
    """

    part: str
    listed_at: datetime
    key: int
    as_of: datetime


def write_cursor(position: Position) -> str:
    """Return a position as text."""
    numbers = (
        [UPCOMING, PAST].index(position.part),
        (position.listed_at - _EPOCH) // _TICK,
        position.key,
        (position.as_of - _EPOCH) // _TICK,
    )
    text = ".".join(str(number) for number in numbers)
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(text: str) -> Position:
    """Return the position that ``write_cursor`` wrote; raise ``ValueError`` for any other text."""
    position = None
    try:
        if len(text) <= _LONGEST:
            position = _read(text)
    except (IndexError, OverflowError, ValueError):
        pass
    if position is None or write_cursor(position) != text:
        raise ValueError("not a cursor")
    return position


def _read(text: str) -> Position | None:
    decoded = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    part, listed_at, key, as_of = (int(number) for number in decoded.split("."))
    if not 0 <= key <= _LARGEST_KEY:
        return None
    parts = (UPCOMING, PAST)
    return Position(parts[part], _EPOCH + listed_at * _TICK, key, _EPOCH + as_of * _TICK)
