"""Recurrence rules: which local dates a rule gives.

A rule is the value of an RRULE (RFC 5545 section 3.3.10), expanded in wall-clock time, so that a
meeting at 19:30 stays at 19:30 across clock changes. Frequencies from daily to yearly and all parts
about days are supported; parts about hours, minutes or seconds are refused.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from ..enums import Problem
from .instants import zone

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")

MAX_DATES = 1000
"""More dates than this within the horizon, counted from the first date, are refused."""

CALENDAR_CYCLE = 400
"""After this many years the Gregorian calendar repeats, weekdays and leap years included."""

_MAX_LENGTH = 500
_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
_PARTS = {
    "FREQ": "|".join(FREQUENCIES),
    "INTERVAL": r"0*[1-9]\d{0,3}",
    "COUNT": r"0*[1-9]\d{0,5}",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "BYDAY": _DAY,
    "BYMONTHDAY": r"[+-]?(?:0?[1-9]|[12]\d|3[01])",
    "BYYEARDAY": r"[+-]?0*(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])",
    "BYWEEKNO": r"[+-]?(?:0?[1-9]|[1-4]\d|5[0-3])",
    "BYMONTH": r"0?[1-9]|1[0-2]",
    "BYSETPOS": r"[+-]?0*(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])",
    "WKST": _DAY,
}
"""The supported parts, with a pattern for each of their values (RFC 5545 section 3.3.10)."""

_NUMBERED_DAY = {
    "MONTHLY": rf"(?:[+-]?0?[1-5])?{_DAY}",
    "YEARLY": rf"(?:[+-]?(?:0?[1-9]|[1-4]\d|5[0-3]))?{_DAY}",
}
_SINGLE_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
_FINER_FREQUENCIES = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_FINER_PARTS = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})


class RuleRefused(ValueError):
    """A rule that cannot be used; ``problem`` tells the editor why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Until:
    """The latest start of a date, in UTC or in the event's wall-clock time."""

    moment: datetime
    is_utc: bool

    def in_zone(self, timezone: str) -> datetime:
        """Return the moment as wall-clock time in that zone; never raises."""
        if not self.is_utc:
            return self.moment
        try:
            return self.moment.replace(tzinfo=UTC).astimezone(zone(timezone)).replace(tzinfo=None)
        except OverflowError:  # at the ends of the calendar
            return self.moment

    def last_day(self, timezone: str, at: time | None = None) -> date:
        """Return the last local day on which a date that starts ``at`` that time still begins."""
        moment = self.in_zone(timezone)
        is_too_late = at is not None and moment.time() < at and moment.date() > date.min
        return moment.date() - timedelta(days=1) if is_too_late else moment.date()


@dataclass(frozen=True, slots=True)
class Rule:
    """A parsed rule: its parts by name, without ``UNTIL`` and ``COUNT``."""

    parts: tuple[tuple[str, str], ...]
    until: Until | None = None
    count: int | None = None

    def get(self, name: str) -> str:
        """Return the value of a part, empty if the rule does not have it."""
        return dict(self.parts).get(name, "")


@lru_cache(maxsize=256)
def read_rule(text: str) -> Rule:
    """Parse a rule, upper or lower case, with or without ``RRULE:``.

    Raises ``RuleRefused`` for text that is not a rule, for other frequencies, and for parts finer
    than a day.
    """
    parts = _split(text)
    frequency = parts.get("FREQ", "")
    if frequency in _FINER_FREQUENCIES or parts.keys() & _FINER_PARTS:
        raise RuleRefused(Problem.RULE_FREQUENCY)
    is_well_formed = all(_is_well_formed(name, value, frequency) for name, value in parts.items())
    if not frequency or not is_well_formed or {"COUNT", "UNTIL"} <= parts.keys():
        raise RuleRefused(Problem.RULE_UNREADABLE)
    until = _read_until(parts.pop("UNTIL", ""))
    count = int(parts.pop("COUNT", 0)) or None
    return Rule(tuple(parts.items()), until, count)


def _split(text: str) -> dict[str, str]:
    cleaned = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    pairs = [part.partition("=") for part in cleaned.split(";")]
    names = [name for name, _, _ in pairs]
    is_complete = all(name and equals and value for name, equals, value in pairs)
    if len(text) > _MAX_LENGTH or not is_complete or len(set(names)) != len(names):
        raise RuleRefused(Problem.RULE_UNREADABLE)
    return {name: value for name, _, value in pairs}


def _is_well_formed(name: str, value: str, frequency: str) -> bool:
    pattern = _NUMBERED_DAY.get(frequency, _DAY) if name == "BYDAY" else _PARTS.get(name)
    values = [value] if name in _SINGLE_PARTS else value.split(",")
    return pattern is not None and all(re.fullmatch(pattern, item, re.ASCII) for item in values)


def _read_until(text: str) -> Until | None:
    """Return the end of a rule; a date alone means the whole of that day."""
    if not text:
        return None
    try:
        last = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError as error:
        raise RuleRefused(Problem.RULE_UNREADABLE) from error
    is_whole_day = "T" not in text
    return Until(
        datetime.combine(last, time.max) if is_whole_day else last, is_utc=text.endswith("Z")
    )


@lru_cache(maxsize=16)
def _matching(rule: Rule, starts: datetime) -> Iterable[datetime]:
    """Cached: a rule is iterated several times in a row.

    A rule that yields nothing is iterated to the end of the calendar: ``starts`` is near that end.
    """
    text = ";".join(f"{name}={value}" for name, value in rule.parts)
    matching: Iterable[datetime] = rrulestr(text, dtstart=starts, cache=True)
    return matching


def rule_dates(rule: Rule, starts: datetime, timezone: str) -> Iterator[date]:
    """Yield the local dates of a rule after the first, in order; for centuries if it has no end.

    ``starts`` is the wall-clock start of the first date, which counts as the first of ``COUNT``
    whether or not it fits the rule (RFC 5545 section 3.8.5.3). The search is limited: a date that
    does not come up within one cycle of the calendar never does.
    """
    years = max(0, (MAXYEAR - starts.year) // CALENDAR_CYCLE - 1) * CALENDAR_CYCLE
    far = starts.replace(year=starts.year + years)
    later: Iterator[datetime] = (
        moment.replace(year=moment.year - years) for moment in _matching(rule, far) if moment > far
    )
    if rule.until is not None:
        until = rule.until.in_zone(timezone)
        later = takewhile(lambda moment: moment <= until, later)
    limit = None if rule.count is None else rule.count - 1
    return (moment.date() for moment in islice(later, limit))


def rule_problems(text: str, starts: datetime, timezone: str, *, months: int) -> list[Problem]:
    """Return what is wrong with a rule for an event whose first date starts at ``starts``.

    Does not depend on the current time: the horizon of ``months`` is counted from the first date.
    """
    try:
        rule = read_rule(text)
    except RuleRefused as refused:
        return [refused.problem]
    if _is_empty(rule, starts, timezone):
        return [Problem.RULE_EMPTY]
    end = horizon_end(starts.date(), months)
    within = takewhile(lambda day: day <= end, rule_dates(rule, starts, timezone))
    if sum(1 for _ in islice(within, MAX_DATES + 1)) > MAX_DATES:
        return [Problem.RULE_TOO_MANY]
    return []


@lru_cache(maxsize=256)
def _is_empty(rule: Rule, starts: datetime, timezone: str) -> bool:
    """Cached: to find that a rule yields nothing, centuries are searched."""
    return next(rule_dates(rule, starts, timezone), None) is None


@lru_cache(maxsize=256)
def horizon_end(day: date, months: int) -> date:
    """Return the last day of a horizon of ``months`` from a day; never beyond the calendar."""
    try:
        return day + relativedelta(months=months)
    except (OverflowError, ValueError):
        return date.max - timedelta(days=2)
