"""All dates of an event: the first, those that a rule gives, and added ones."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from ..enums import Hours, Notice, Problem
from .instants import to_instant
from .recurrence import (
    MAX_DATES,
    Rule,
    RuleRefused,
    horizon_end,
    read_rule,
    rule_dates,
    rule_problems,
)
from .schedule import (
    PlannedDate,
    TypedDates,
    as_read,
    last_day,
    plan_date,
    time_notices,
)
from .validation import FieldProblem, schedule_problems


@dataclass(frozen=True, slots=True)
class AddedDate:
    """A date that was added by hand; empty times are those of the first date.

    ``hours`` is ``None`` for those of the first date, as far as the times allow.
    """

    id: str
    start_date: date | None = None
    start_time: time | None = None
    end_date: date | None = None
    end_time: time | None = None
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class TypedSeries:
    """Everything an editor typed about an event's dates; ``rule`` is RFC 5545 text or empty."""

    first: TypedDates
    rule: str = ""
    skipped: frozenset[date] = frozenset()
    added: tuple[AddedDate, ...] = ()

    @property
    def has_several_dates(self) -> bool:
        """Return whether the event has a rule or added dates."""
        return bool(self.rule or self.added)


def plan_dates(typed: TypedSeries, *, until: date) -> list[PlannedDate]:
    """Return an event's dates, the first one first; those of a rule up to the day ``until``.

    The first date of a rule can be skipped like any other (RFC 5545 section 3.8.5.1); if every date
    is skipped, the event is undated. Never raises: whatever a draft has that cannot be read gives
    no date. A rule gives at most ``MAX_DATES`` dates, the latest ones. No two dates start at the
    same time.
    """
    first = plan_date(typed.first)
    if first.starts_at is None:
        return [first]
    by_rule = [_shifted(typed.first, day) for day in _rule_days(typed, until)]
    added = [plan_date(typed_extra(typed.first, item)) for item in typed.added]
    firsts = [] if _leaves_out_the_first(typed) else [first]
    dated = [planned for planned in (*firsts, *by_rule, *added) if planned.start is not None]
    unique = list({planned.start: planned for planned in reversed(dated)}.values())[::-1]
    return unique or [PlannedDate()]


def dates_left_out(typed: TypedSeries, *, until: date) -> list[PlannedDate]:
    """Return the dates that a rule gives up to the day ``until`` and that are left out, in order.

    A date that was added at the same time takes place, and is not among them.
    """
    first = plan_date(typed.first)
    if first.starts_at is None or not typed.skipped:
        return []
    days = takewhile(lambda day: day <= until, _all_rule_days(typed))
    left = [first] if _leaves_out_the_first(typed) else []
    left += [_shifted(typed.first, day) for day in days if day in typed.skipped]
    taken = {plan_date(typed_extra(typed.first, item)).start for item in typed.added}
    return [planned for planned in left if planned.start and planned.start not in taken]


def _leaves_out_the_first(typed: TypedSeries) -> bool:
    return typed.first.start_date in typed.skipped and _readable_rule(typed) is not None


def days_without_effect(typed: TypedSeries, *, until: date) -> list[date]:
    """Return the skipped days on which the rule gives no date, in order.

    Days after ``until`` are included only if the rule has ended by then.
    """
    unseen, start = set(typed.skipped) - {typed.first.start_date}, typed.first.start_date
    if not typed.rule:
        return sorted(typed.skipped)
    if start is None or _readable_rule(typed) is None:
        return []
    for day in _all_rule_days(typed):
        if day > until:
            return sorted(left for left in unseen if left <= until)
        unseen.discard(day)
    return sorted(unseen)


def next_rule_day(typed: TypedSeries, *, after: date) -> date | None:
    """Return the rule's first day after ``after`` that is not skipped, ``None`` if it has ended."""
    later = (day for day in _all_rule_days(typed) if day > after and day not in typed.skipped)
    return next(later, None)


def _rule_days(typed: TypedSeries, until: date) -> list[date]:
    days = takewhile(lambda day: day <= until, _all_rule_days(typed))
    return [day for day in days if day not in typed.skipped][-MAX_DATES:]


def _all_rule_days(typed: TypedSeries) -> Iterator[date]:
    starts, rule = _wall_clock_start(typed.first), _readable_rule(typed)
    if rule is None or starts is None:
        return iter(())
    return rule_dates(rule, starts, typed.first.timezone)


def _readable_rule(typed: TypedSeries) -> Rule | None:
    """Return the rule, ``None`` if it is empty or cannot be read."""
    try:
        return read_rule(typed.rule) if typed.rule else None
    except RuleRefused:
        return None


def _wall_clock_start(first: TypedDates) -> datetime | None:
    read = as_read(first)
    if read.start_date is None or read.start_time is None:
        return None
    return datetime.combine(read.start_date, read.start_time)


def _shifted(first: TypedDates, day: date) -> PlannedDate:
    """Return the rule's date on that day: the same wall-clock times, as many days long."""
    length = (last_day(first) or day) - (first.start_date or day)
    return plan_date(replace(first, start_date=day, end_date=_day_after(day, length)))


def typed_extra(first: TypedDates, added: AddedDate) -> TypedDates:
    """Return an added date in full: empty values come from the first date.

    With its own start but no end, it has the wall-clock length of the first date, and an open end
    if the first date has no times. A start or end of its own is what makes it differ from a first
    date that has none.
    """
    hours = added.hours or _hours_by_times(first, added)
    if hours is Hours.ALL_DAY:
        return _all_day(first, added)
    if first.hours is Hours.ALL_DAY:
        first = replace(first, start_time=None)
    if hours is Hours.OPEN_END:
        start = added.start_time or first.start_time
        return TypedDates(added.start_date, start, None, None, first.timezone, hours)
    if first.hours is not Hours.START_AND_END:
        first = replace(first, end_date=None, end_time=None, hours=hours)
    return _from_start_to_end(first, added)


def _hours_by_times(first: TypedDates, added: AddedDate) -> Hours:
    if first.hours is not Hours.START_AND_END and added.end_time:
        return Hours.START_AND_END
    if first.hours is Hours.ALL_DAY and added.start_time:
        return Hours.OPEN_END
    return first.hours


def _all_day(first: TypedDates, added: AddedDate) -> TypedDates:
    """Return an added date that lasts all day, as many days as the first one if that does too."""
    day, last = added.start_date, added.end_date
    if day and not last and first.start_date and first.hours is Hours.ALL_DAY:
        last = _day_after(day, (last_day(first) or day) - first.start_date)
    return TypedDates(day, None, last, None, first.timezone, Hours.ALL_DAY)


def _from_start_to_end(first: TypedDates, added: AddedDate) -> TypedDates:
    day, start = added.start_date, added.start_time or first.start_time
    if first.start_time is None and start is not None:  # it has its own times, or none
        return TypedDates(day, start, added.end_date, added.end_time, first.timezone)
    if day is None or first.start_date is None or first.start_time is None:
        return replace(first, start_date=day, start_time=start, end_date=None)
    ends_on, end_time = last_day(first) or first.start_date, added.end_time or first.end_time
    end_date = added.end_date
    if not added.end_time and not end_date:
        end_date = _day_after(day, ends_on - first.start_date)
    if added.start_time and first.end_time and not (added.end_time or added.end_date):
        first_start = datetime.combine(first.start_date, first.start_time)
        lasts = datetime.combine(ends_on, first.end_time) - first_start
        ends = _later(datetime.combine(day, added.start_time), lasts)
        end_date, end_time = ends.date(), ends.time()
    return TypedDates(day, start, end_date, end_time, first.timezone)


def _later(moment: datetime, lasts: timedelta) -> datetime:
    """Never raises: an end beyond the calendar becomes its last moment."""
    latest = datetime.combine(date.max, time.max)
    return moment + min(max(lasts, timedelta()), latest - moment)


def _day_after(day: date, length: timedelta) -> date:
    return day + min(max(length, timedelta()), date.max - day)


def series_problems(typed: TypedSeries, *, months: int) -> list[FieldProblem]:
    """Return what is wrong with an event's dates, the first date included; see ``FieldProblem``.

    ``months`` is the length of the horizon, which is counted from the first date.
    """
    problems = schedule_problems(typed.first)
    if not typed.has_several_dates:
        return problems
    starts = _wall_clock_start(typed.first)
    if starts is None:
        is_told = any(item.field in ("start_date", "start_time") for item in problems)
        missing = FieldProblem("start_date", Problem.START_DATE_MISSING)
        return problems if is_told else [*problems, missing]
    if typed.rule:
        found = rule_problems(typed.rule, starts, typed.first.timezone, months=months)
        problems += [FieldProblem("recurrence_rule", problem) for problem in found]
        if not found and _leaves_out_all(typed, starts.date(), months):
            problems.append(FieldProblem("skipped_dates", Problem.ALL_DATES_LEFT_OUT))
    return problems + [FieldProblem("added_dates", item) for item in _added_problems(typed)]


def _leaves_out_all(typed: TypedSeries, start: date, months: int) -> bool:
    if not _leaves_out_the_first(typed) or plan_date(typed.first).starts_at is None:
        return False
    planned = plan_dates(typed, until=horizon_end(start, months))
    return all(item.starts_at is None for item in planned)


def _added_problems(typed: TypedSeries) -> Iterator[Problem]:
    taken = set() if _leaves_out_the_first(typed) else {_start_of(typed.first)}
    for item in typed.added:
        extra = typed_extra(typed.first, item)
        if extra.start_date is None:
            yield Problem.ADDED_DATE_INCOMPLETE
        elif plan_date(extra).starts_at is None and plan_date(typed.first).starts_at:
            yield Problem.ADDED_DATE_ENDS_EARLY if _has_times(extra) else _TIME_MISSING
        elif any(item.problem is Problem.LASTS_TOO_LONG for item in schedule_problems(extra)):
            yield Problem.LASTS_TOO_LONG
        elif _start_of(extra) in taken or _is_given_by_rule(typed, extra):
            yield Problem.ADDED_DATE_TWICE
        taken.add(_start_of(extra))


_TIME_MISSING = Problem.ADDED_DATE_TIME_MISSING


def _has_times(typed: TypedDates) -> bool:
    read = as_read(typed)
    return read.start_time is not None and read.end_time is not None


def _start_of(typed: TypedDates) -> datetime | None:
    start = _wall_clock_start(typed)
    return None if start is None else to_instant(start.date(), start.time(), typed.timezone)


def _is_given_by_rule(typed: TypedSeries, extra: TypedDates) -> bool:
    is_same_time = as_read(extra).start_time == as_read(typed.first).start_time
    if extra.start_date is None or not is_same_time:
        return False
    return extra.start_date in _rule_days(typed, extra.start_date)


def series_notices(typed: TypedSeries, *, until: date) -> tuple[Notice, ...]:
    """Return notices about times that are not read as they look, each notice once."""
    found = [] if _leaves_out_the_first(typed) else [*time_notices(typed.first)]
    for planned in plan_dates(typed, until=until):
        found += planned.notices
    return tuple(dict.fromkeys(found))
