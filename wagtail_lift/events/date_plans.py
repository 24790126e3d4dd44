"""The dates that a page plans, as shown to an editor while typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..conf import settings
from ..domain.lifecycle import is_over
from ..domain.series import next_rule_day, plan_dates, series_problems
from ..enums import Notice
from ..models.kinds import EventKind
from .plans import horizon_of
from .rule_words import rule_in_words

NEXT_DATES = 5


@dataclass(frozen=True, slots=True)
class ShownDate:
    """One planned date with its notices; datetimes are aware, in the event's zone."""

    starts_at: datetime
    ends_at: datetime
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class DatePlan:
    """All planned dates in order, the next ones, and what prevents publishing them.

    ``rule`` is how they repeat, in words.
    """

    dates: Sequence[ShownDate]
    next_dates: Sequence[ShownDate]
    problems: Sequence[str]
    is_endless: bool
    rule: str


def rule_of(page: EventKind) -> str:
    """Return in words how the dates of a page repeat, empty if they do not."""
    if page.start_date is None:
        return ""
    return rule_in_words(
        page.recurrence_rule,
        page.start_date,
        page.timezone,
        at=page.start_time,
        is_whole=not page.typed_series.skipped,
    )


def date_plan(page: EventKind, now: datetime) -> DatePlan:
    """Return the dates that a page plans; problems are listed only if it plans several."""
    series = page.typed_series
    dates = sorted(
        (
            ShownDate(
                planned.starts_at.astimezone(page.zone),
                planned.ends_at.astimezone(page.zone),
                planned.notices,
            )
            for planned in plan_dates(series, until=horizon_of(page, now))
            if planned.starts_at and planned.ends_at
        ),
        key=lambda shown: shown.starts_at.timestamp(),
    )
    to_come = [shown for shown in dates if not is_over(shown.ends_at, now)]
    problems = series_problems(series, months=settings.HORIZON_MONTHS)
    return DatePlan(
        dates=dates,
        next_dates=(to_come or dates)[:NEXT_DATES],
        problems=[str(item.problem.label) for item in problems] if series.has_several_dates else [],
        rule=rule_of(page),
        is_endless=next_rule_day(series, after=horizon_of(page, now)) is not None,
    )
