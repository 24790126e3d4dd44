"""Turn the dates and times that an editor typed into instants.

Editors type dates and wall-clock times in the event's own zone. A time that the clocks skip is read
with the offset from before the change, and a time that they repeat means the first of the two (RFC
5545 section 3.3.5); both are reported as notices, never refused.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ..enums import Hours, Notice
from .instants import (
    EARLIEST,
    LATEST,
    offsets_at,
    on_the_clock,
    span_of,
    to_instant,
    wall_clock_text,
)

UNDATED_KEY = ""
"""The key of a meeting without a date."""

DEFAULT_DURATION = timedelta(hours=2)
"""Default length of an event, used if no end is typed."""

LONGEST_NIGHT = timedelta(hours=12)
"""Without an end day, an end up to this long after the start may be on the next day."""


@dataclass(frozen=True, slots=True)
class TypedDates:
    """Dates and times as typed, in ``timezone`` (an IANA name); any of them may be missing.

    ``hours`` says which of them count; see ``as_read``.
    """

    start_date: date | None = None
    start_time: time | None = None
    end_date: date | None = None
    end_time: time | None = None
    timezone: str = "UTC"
    hours: Hours = Hours.START_AND_END


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """One date that a page plans, with notices for the editor.

    ``start`` and ``end`` are wall-clock times (naive), ``starts_at`` and ``ends_at`` the instants
    (UTC); all four are set, or none. They are as ``as_read`` gives them, whatever ``hours``.
    """

    start: datetime | None = None
    end: datetime | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    notices: tuple[Notice, ...] = ()
    hours: Hours = Hours.START_AND_END

    @property
    def key(self) -> str:
        """Return the key of its meeting: the local day and time, empty if undated."""
        return wall_clock_text(self.start) if self.start else UNDATED_KEY

    def is_past(self, now: datetime) -> bool:
        """Return whether it would have ended by ``now``."""
        return self.ends_at is not None and self.ends_at <= now


def as_read(typed: TypedDates) -> TypedDates:
    """Return the start and the end that typed dates mean, whatever their hours.

    A date that lasts all day goes from midnight to the midnight after its last day; times that were
    typed do not count. One with an open end is over after ``DEFAULT_DURATION``, so that its status
    has an instant to change at; an end that was typed does not count.
    """
    if typed.hours is Hours.ALL_DAY:
        last = last_day(typed)
        end_date, end_time = (None, None) if last is None else _end_of_day(last)
        return TypedDates(typed.start_date, time(0, 0), end_date, end_time, typed.timezone)
    if typed.hours is Hours.OPEN_END:
        day, at = typed.start_date, typed.start_time
        known = None if day is None or at is None else default_end(day, at)
        end_date, end_time = known or (None, None)
        return TypedDates(day, at, end_date, end_time, typed.timezone)
    return typed


def _end_of_day(day: date) -> tuple[date, time]:
    return (day, time.max) if day == date.max else (day + timedelta(days=1), time(0, 0))


def midnights(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the wall-clock start and end (naive) of whole days."""
    return datetime.combine(first, time(0, 0)), datetime.combine(*_end_of_day(last))


def plan_date(typed: TypedDates) -> PlannedDate:
    """Return the date that was typed; undated unless it is complete and ends after it starts.

    For an empty end date see ``last_day``. Never raises: a draft may hold anything.
    """
    read = as_read(typed)
    if read.start_date is None or read.start_time is None or read.end_time is None:
        return PlannedDate()
    start = datetime.combine(read.start_date, read.start_time)
    end = datetime.combine(last_day(read) or read.start_date, read.end_time)
    if end <= start or not EARLIEST.year <= start.year <= LATEST.year:
        return PlannedDate()
    starts_at, ends_at = span_of(start, end, typed.timezone)
    return PlannedDate(start, end, starts_at, ends_at, time_notices(typed), typed.hours)


def days_covered(starts_at: datetime, ends_at: datetime, timezone: str) -> tuple[date, date]:
    """Return the first and the last local day of two instants; midnight ends the day before it.

    Asked of the instants, because there are days that begin at 01:00.
    """
    last = ends_at - timedelta(microseconds=1)
    return on_the_clock(starts_at, timezone).date(), on_the_clock(last, timezone).date()


def last_day(typed: TypedDates) -> date | None:
    """Return the local day of the end: as typed, else the day of the start or the next day.

    22:00 to 01:00 ends on the next day. An end more than ``LONGEST_NIGHT`` after the start is taken
    for a typing error, and stays on the day of the start. An open end counts as on that day.
    """
    if typed.hours is Hours.OPEN_END:
        return typed.start_date
    if typed.hours is Hours.ALL_DAY:
        return typed.end_date or typed.start_date
    if typed.end_date or not typed.start_date or not _ends_in_the_night(typed):
        return typed.end_date or typed.start_date
    return typed.start_date + timedelta(days=1)


def _ends_in_the_night(typed: TypedDates) -> bool:
    start, end = typed.start_time, typed.end_time
    if start is None or end is None or end >= start or typed.start_date in (None, date.max):
        return False
    day = date(2000, 1, 1)
    lasts = datetime.combine(day + timedelta(days=1), end) - datetime.combine(day, start)
    return lasts <= LONGEST_NIGHT


def time_notices(typed: TypedDates) -> tuple[Notice, ...]:
    """Return notices about times that are not read as they look.

    These are an end on the next day although no day was typed, a start or end that falls into a
    clock change, and values that do not count because of the hours.
    """
    if typed.hours is Hours.ALL_DAY:
        return (Notice.TIMES_NOT_READ,) if typed.start_time or typed.end_time else ()
    if typed.hours is Hours.OPEN_END and (typed.end_date or typed.end_time):
        start_alone = replace(typed, end_date=None, end_time=None)
        return (Notice.END_NOT_READ, *time_notices(start_alone))
    is_assumed = typed.end_date is None and last_day(typed) != typed.start_date
    notices = [Notice.ENDS_NEXT_DAY] if is_assumed else []
    for day, at, skipped, repeated in (
        (typed.start_date, typed.start_time, Notice.START_SKIPPED, Notice.START_REPEATED),
        (last_day(typed), typed.end_time, Notice.END_SKIPPED, Notice.END_REPEATED),
    ):
        if day is None or at is None:
            continue
        before, after = offsets_at(day, at, typed.timezone)
        if before != after:
            notices.append(skipped if before < after else repeated)
    return tuple(notices)


def window_opens_at(day: date | None, at: time | None, timezone: str) -> datetime | None:
    """Return when a window opens: at the start of its day if no time is given."""
    return to_instant(day, at or time(0, 0), timezone) if day else None


def window_closes_at(day: date | None, at: time | None, timezone: str) -> datetime | None:
    """Return when a window closes: at the end of its day if no time is given."""
    if day is None:
        return None
    if at is None and day < date.max:
        return to_instant(day + timedelta(days=1), time(0, 0), timezone)
    return to_instant(day, at or time.max, timezone)


def default_end(day: date, at: time) -> tuple[date, time]:
    """Return the wall-clock end of a date with the default duration."""
    if day == date.max:
        return day, time.max
    end = datetime.combine(day, at) + DEFAULT_DURATION
    return end.date(), end.time()


def with_default_end(typed: TypedDates) -> TypedDates:
    """Return typed dates with the default end if one is missing; a typed end day stays."""
    if typed.hours is not Hours.START_AND_END:
        return typed
    if typed.start_date is None or typed.start_time is None or typed.end_time is not None:
        return typed
    end_date, end_time = default_end(typed.start_date, typed.start_time)
    is_next_day = typed.end_date is None and end_date != typed.start_date
    return replace(typed, end_date=end_date if is_next_day else typed.end_date, end_time=end_time)
