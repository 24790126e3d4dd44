"""A calendar month: weeks of days, and what happens on each day."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from .instants import to_instant

YEARS_BACK = 10
YEARS_AHEAD = 5
"""How far from today a month is shown even if it is empty."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the years 1 to 9999."""

    year: int
    month: int

    @property
    def first_day(self) -> date:
        """Return its first day."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """Return its last day."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def window(self, timezone: str) -> tuple[datetime, datetime]:
        """Return the instants (UTC) at which it begins and ends in a zone."""
        last = self.last_day
        next_day = last + timedelta(days=1) if last < date.max else last
        midnight = time(0, 0)
        return to_instant(self.first_day, midnight, timezone), to_instant(
            next_day, midnight, timezone
        )

    def is_near(self, today: date) -> bool:
        """Return whether the month is close enough to today to be shown even if it is empty."""
        return today.year - YEARS_BACK <= self.year <= today.year + YEARS_AHEAD


def month_of(day: date) -> Month:
    """Return the month of a day."""
    return Month(day.year, day.month)


@dataclass(frozen=True, slots=True)
class Span:
    """Something that happens between two local datetimes; ``what`` can be anything."""

    what: Any
    starts: datetime
    ends: datetime

    @property
    def first_day(self) -> date:
        """Return the day on which it begins."""
        return self.starts.date()

    @property
    def last_day(self) -> date:
        """Return the last day it covers; one that ends at midnight does not cover the next day."""
        if self.ends.time() == time(0, 0) and self.ends > self.starts:
            return self.ends.date() - timedelta(days=1)
        return self.ends.date()


@dataclass(frozen=True, slots=True)
class DayEntry:
    """A span on one of its days."""

    span: Span
    is_first_day: bool
    is_last_day: bool

    @property
    def what(self) -> Any:
        """Return what happens."""
        return self.span.what


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month with its entries, in order of start."""

    day: date
    entries: tuple[DayEntry, ...] = ()


Week = tuple[Day | None, ...]
"""Seven days; ``None`` for a day of another month."""


def month_weeks(month: Month, spans: Iterable[Span], *, first_weekday: int) -> tuple[Week, ...]:
    """Return the weeks of a month with the spans on each day they cover, clipped to the month.

    ``first_weekday`` is the day on which a week starts, 0 for Monday.
    """
    days: list[Day | None] = [None] * ((month.first_day.weekday() - first_weekday) % 7)
    days += days_between(month.first_day, month.last_day, spans)
    days += [None] * (-len(days) % 7)
    return tuple(tuple(days[n : n + 7]) for n in range(0, len(days), 7))


def days_between(first: date, last: date, spans: Iterable[Span]) -> list[Day]:
    """Return the days from ``first`` to ``last`` with the spans on each day they cover."""
    entries: dict[date, list[DayEntry]] = {}
    for span in sorted(spans, key=lambda span: span.starts):
        start, end = max(span.first_day, first), min(span.last_day, last)
        for day in (start + timedelta(days=n) for n in range((end - start).days + 1)):
            entry = DayEntry(span, day == span.first_day, day == span.last_day)
            entries.setdefault(day, []).append(entry)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [Day(day, tuple(entries.get(day, ()))) for day in days]


def first_of_week(day: date, first_weekday: int) -> date:
    """Return the first day of the week of a day; ``first_weekday`` is 0 for Monday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def weekdays(first_weekday: int) -> tuple[int, ...]:
    """Return the seven weekdays, 0 for Monday, starting with ``first_weekday``."""
    return tuple((first_weekday + n) % 7 for n in range(7))
