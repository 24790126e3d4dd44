"""The clock changes of a zone as calendars describe them, from ``zoneinfo`` alone.

A calendar carries the rules for its local times. Clients differ: some follow each change, some know
only one change each way a year (Outlook), some use their own zone data and ignore ours. So every
calendar carries the yearly rule of a zone, whatever its entries, and a time that this rule does not
give exactly is written in UTC: in Morocco during Ramadan, or in the years before a country stopped
changing its clocks.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from .instants import zone

FIRST_YEAR, LAST_YEAR = 1970, 2036
"""Local times are used only between these years: rules begin in the first one, and several clients
(including ical.js) follow them no further than the last.
"""

REFERENCE_YEARS = range(2101, 2115)
"""Years in which only a zone's permanent rule is left, on nearly all weekdays."""

LAST_WEEK = -1

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class ClockChange:
    """A change of the clocks.

    ``local`` is the wall-clock time (naive) before the change, as the onset of RFC 5545 section
    3.6.5 is written.
    """

    local: datetime
    offset_from: timedelta
    offset_to: timedelta
    name: str


@dataclass(frozen=True, slots=True)
class YearlyClocks:
    """A UTC offset and when it begins each year.

    ``at`` is the wall-clock time before the change. ``week`` counts from the first of the month,
    ``LAST_WEEK`` is the last; ``weekday`` is 0 on Mondays. An offset that applies all year has no
    change: both offsets are the same, ``week`` is 0.
    """

    offset_from: timedelta
    offset_to: timedelta
    name: str
    month: int = 1
    week: int = 0
    weekday: int = 0
    at: time = time.min

    @property
    def is_daylight(self) -> bool:
        """Return whether it is daylight time, ahead of the rest of the year."""
        return self.offset_to > self.offset_from

    def onset(self, year: int) -> datetime:
        """Return when it begins in a year, as wall-clock time (naive) before the change."""
        first = date(year, self.month, 1)
        if not self.week:
            return datetime.combine(first, self.at)
        if self.week == LAST_WEEK:
            last = first.replace(day=monthrange(year, self.month)[1])
            return datetime.combine(last - (last.weekday() - self.weekday) % 7 * _DAY, self.at)
        days = (self.weekday - first.weekday()) % 7 + 7 * (self.week - 1)
        return datetime.combine(first + days * _DAY, self.at)


@lru_cache(maxsize=1024)
def told_clocks(timezone: str) -> tuple[YearlyClocks, ...]:
    """Return the rules that calendars carry: standard time, then daylight time if there is any.

    A rule whose week varies from year to year, such as one that names days of the month, is written
    with its most frequent week.
    """
    by_offset: dict[timedelta, list[ClockChange]] = {}
    for change in clock_changes(timezone, REFERENCE_YEARS[0], REFERENCE_YEARS[-1]):
        by_offset.setdefault(change.offset_to, []).append(change)
    if len(by_offset) != 2:
        now = datetime(REFERENCE_YEARS[0], 1, 1, tzinfo=UTC).astimezone(zone(timezone))
        offset = now.utcoffset() or timedelta(0)
        return (YearlyClocks(offset, offset, now.tzname() or timezone),)
    return tuple(_yearly(changes) for _, changes in sorted(by_offset.items()))


def _yearly(changes: list[ClockChange]) -> YearlyClocks:
    ways = Counter(way for change in changes for way in _ways_to_say(change.local))
    (month, week, weekday, at), _ = min(ways.items(), key=lambda way: (-way[1], way[0]))
    last = changes[-1]
    return YearlyClocks(last.offset_from, last.offset_to, last.name, month, week, weekday, at)


def _ways_to_say(local: datetime) -> Iterator[tuple[int, int, int, time]]:
    """Yield the ways to name a day by its week; a fifth week is always the last."""
    week = (local.day + 6) // 7
    if week < 5:
        yield local.month, week, local.weekday(), local.time()
    if (local + _WEEK).month != local.month:
        yield local.month, LAST_WEEK, local.weekday(), local.time()


def can_be_told_locally(instant: datetime, timezone: str) -> bool:
    """Return whether every client reads the local time of ``instant`` (aware) as that instant.

    Not if the yearly rule gives another one, nor if the local time happens twice: clients disagree
    on which one is meant.
    """
    if not FIRST_YEAR < instant.astimezone(UTC).year < LAST_YEAR:
        return False
    local = instant.astimezone(zone(timezone))
    offset = local.utcoffset()
    if local.replace(fold=1 - local.fold).utcoffset() != offset:
        return False
    return told_offset(timezone, local.replace(tzinfo=None)) == offset


def told_offset(timezone: str, local: datetime) -> timedelta | None:
    """Return the offset of a local time (naive) as RFC 5545 section 3.6.5 defines it.

    It is that of the latest onset in the rules; ``None`` in an hour that they skip or repeat.
    """
    onsets = _onsets(timezone, local.year)
    offset = onsets[0][1].offset_to
    for onset, clocks in onsets:
        after = onset - clocks.offset_from + clocks.offset_to
        if min(onset, after) <= local < max(onset, after):
            return None
        if onset <= local:
            offset = clocks.offset_to
    return offset


@lru_cache(maxsize=4096)
def _onsets(timezone: str, year: int) -> tuple[tuple[datetime, YearlyClocks], ...]:
    """Return the onsets of a year and of the year before, in order."""
    clocks = told_clocks(timezone)
    onsets = [(each.onset(y), each) for y in (year - 1, year) for each in clocks]
    return tuple(sorted(onsets, key=lambda onset: onset[0]))


def clock_changes(timezone: str, first_year: int, last_year: int) -> tuple[ClockChange, ...]:
    """Return each clock change from the start of the first year (UTC) to the end of the last.

    Accurate to the second. No zone has changed its clocks twice in a week since 1970.
    """
    tz = zone(timezone)
    at, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    changes, offset = [], _offset(at, tz)
    while at < end:
        later = min(at + _WEEK, end)
        if _offset(later, tz) != offset:
            changes.append(_change(_instant_of_change(at, later, tz), offset, tz))
            offset = changes[-1].offset_to
        at = later
    return tuple(changes)


def _offset(instant: datetime, tz: ZoneInfo) -> timedelta:
    return instant.astimezone(tz).utcoffset() or timedelta(0)


def _instant_of_change(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """Return the first second after ``before`` at which the offset differs."""
    old = _offset(before, tz)
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _offset(middle, tz) == old:
            before = middle
        else:
            after = middle
    return after


def _change(instant: datetime, offset_from: timedelta, tz: ZoneInfo) -> ClockChange:
    return ClockChange(
        local=(instant + offset_from).replace(tzinfo=None),
        offset_from=offset_from,
        offset_to=_offset(instant, tz),
        name=instant.astimezone(tz).tzname() or tz.key,
    )
