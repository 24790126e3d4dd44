"""When the clocks of a zone change, read from ``zoneinfo`` alone.

Calendars of others carry these changes with them, so each is found exactly, however irregular the
zone is: those of Morocco follow the moon.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from .schedule import zone

FIRST_YEAR, LAST_YEAR = 1970, 2099
"""No clock is told outside these years: offsets were odd before, and no rule is known after."""

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class ClockChange:
    """A change of the clocks.

    ``local`` is what the clocks show at that instant before they are changed (naive), as the onset
    of RFC 5545 section 3.6.5 is written. The first of a span is no change: it says what holds.
    """

    local: datetime
    offset_from: timedelta
    offset_to: timedelta
    name: str
    is_daylight: bool


@lru_cache(maxsize=1024)
def clock_changes(timezone: str, first_year: int, last_year: int) -> tuple[ClockChange, ...]:
    """Return what holds as ``first_year`` begins, and each change until ``last_year`` has ended."""
    tz = zone(timezone)
    start = datetime(first_year, 1, 1, tzinfo=UTC)
    changes = [_change(start, _offset(start, tz), tz)]
    for year in range(first_year, last_year + 1):
        changes += _changes_in(timezone, year)
    return tuple(changes)


@lru_cache(maxsize=4096)
def _changes_in(timezone: str, year: int) -> tuple[ClockChange, ...]:
    """Return the changes in a year (UTC); no zone has changed its clocks twice in one day."""
    tz = zone(timezone)
    at, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    changes, offset = [], _offset(at, tz)
    while at < end:
        later = at + _DAY
        if _offset(later, tz) != offset:
            changes.append(_change(_instant_of_change(at, later, tz), offset, tz))
            offset = changes[-1].offset_to
        at = later
    return tuple(changes)


def _offset(instant: datetime, tz: ZoneInfo) -> timedelta:
    return instant.astimezone(tz).utcoffset() or timedelta(0)


def _instant_of_change(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """Return the first second after ``before`` at which the offset is another one."""
    old = _offset(before, tz)
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _offset(middle, tz) == old:
            before = middle
        else:
            after = middle
    return after


def _change(instant: datetime, offset_from: timedelta, tz: ZoneInfo) -> ClockChange:
    local = instant.astimezone(tz)
    return ClockChange(
        local=(instant + offset_from).replace(tzinfo=None),
        offset_from=offset_from,
        offset_to=_offset(instant, tz),
        name=local.tzname() or tz.key,
        is_daylight=bool(local.dst()),
    )


def years_around(first: datetime, last: datetime) -> tuple[int, int]:
    """Return the years of two instants (aware) in any zone, as far as clocks are told."""
    earliest, latest = (first.astimezone(UTC) - _DAY).year, (last.astimezone(UTC) + _DAY).year
    return max(earliest, FIRST_YEAR), min(latest, LAST_YEAR)


def can_be_told_locally(instant: datetime, timezone: str) -> bool:
    """Return whether a calendar reads the local time of ``instant`` (aware) as that very instant.

    Not so for a local time that happens twice, since readers do not agree on which one is meant,
    nor for an offset in seconds: such instants are told in UTC.
    """
    if not FIRST_YEAR < instant.year < LAST_YEAR:
        return False
    changes = clock_changes(timezone, *years_around(instant, instant))
    local = instant.astimezone(zone(timezone)).replace(tzinfo=None)
    offset = read_offset(changes, local)
    if offset is None or offset % _MINUTE:
        return False
    return local - offset == instant.astimezone(UTC).replace(tzinfo=None)


def read_offset(changes: tuple[ClockChange, ...], local: datetime) -> timedelta | None:
    """Return the offset of a local time as RFC 5545 section 3.6.5 has it read: the latest onset's.

    ``None`` where ``local`` (naive) falls into an hour that is skipped or happens twice.
    """
    offset = changes[0].offset_from
    for change in changes:
        after = change.local - change.offset_from + change.offset_to
        if min(change.local, after) <= local < max(change.local, after):
            return None
        if change.local <= local:
            offset = change.offset_to
    return offset
