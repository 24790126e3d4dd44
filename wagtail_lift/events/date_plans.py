"""The dates that a page plans, as shown to an editor while typing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..conf import settings
from ..domain.lifecycle import is_over
from ..domain.matching import match
from ..domain.schedule import PlannedDate, as_read
from ..domain.series import (
    dates_left_out,
    days_without_effect,
    next_rule_day,
    plan_dates,
    series_problems,
)
from ..domain.when import When, when_of
from ..enums import MeetingState, Notice, PlannedState
from ..formats.clock_words import day_in_words
from ..models.kinds import EventKind
from ..models.meetings import Meeting
from .plans import horizon_of
from .rule_words import rule_in_words

NEXT_DATES = 5


@dataclass(frozen=True, slots=True)
class ShownDate:
    """One planned date with its notices.

    A date that was moved has its time now, and ``planned`` is when the plan has it. ``place`` is
    set only if it is not at the place of its page.
    """

    when: When
    notices: tuple[Notice, ...] = ()
    state: PlannedState = PlannedState.AS_PLANNED
    planned: When | None = None
    place: str = ""

    @property
    def goes_ahead(self) -> bool:
        """Return whether it is to take place, wherever and whenever."""
        return self.state in (PlannedState.AS_PLANNED, PlannedState.MOVED, PlannedState.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class DatePlan:
    """All planned dates in order, the next ones, and what prevents publishing them.

    Dates that are off or left out stand among the others; ``count`` is without those left out.
    ``rule`` is how they repeat, in words. ``in_vain``: days left out on which there is no date.
    """

    dates: Sequence[ShownDate]
    next_dates: Sequence[ShownDate]
    problems: Sequence[str]
    is_endless: bool
    rule: str
    in_vain: Sequence[str] = ()

    @property
    def count(self) -> int:
        """Return how many dates there are."""
        return sum(shown.state is not PlannedState.LEFT_OUT for shown in self.dates)


def rule_of(page: EventKind) -> str:
    """Return in words how the dates of a page repeat, empty if they do not."""
    if page.start_date is None:
        return ""
    return rule_in_words(
        page.recurrence_rule,
        page.start_date,
        page.timezone,
        at=as_read(page.typed_dates).start_time,
        is_whole=not page.typed_series.skipped,
    )


def date_plan(page: EventKind, now: datetime) -> DatePlan:
    """Return the dates that a page plans; problems are listed only if it plans several."""
    series, until = page.typed_series, horizon_of(page, now)
    dates = [
        *_planned_dates(page, now),
        *(
            _shown(page, planned, state=PlannedState.LEFT_OUT)
            for planned in dates_left_out(series, until=until)
        ),
    ]
    dates.sort(key=lambda shown: shown.when.starts_at.timestamp())
    problems = series_problems(series, months=settings.HORIZON_MONTHS)
    return DatePlan(
        dates=dates,
        next_dates=_next(dates, now),
        problems=[str(item.problem.label) for item in problems] if series.has_several_dates else [],
        rule=rule_of(page),
        is_endless=next_rule_day(series, after=until) is not None,
        in_vain=[day_in_words(day) for day in days_without_effect(series, until=until)],
    )


def state_of(meeting: Meeting) -> PlannedState:
    """Return what became of a date; a cancelled one needs no decision even if not planned."""
    if meeting.state == MeetingState.CANCELLED:
        return PlannedState.CANCELLED
    if not meeting.is_planned:
        return PlannedState.NOT_PLANNED
    if meeting.state == MeetingState.POSTPONED:
        return PlannedState.POSTPONED
    if meeting.is_moved:
        return PlannedState.MOVED
    return PlannedState.ELSEWHERE if meeting.has_own_location else PlannedState.AS_PLANNED


def _next(dates: Sequence[ShownDate], now: datetime) -> Sequence[ShownDate]:
    """Return the next dates that go ahead, with all that do not up to the last of them."""
    to_come = [shown for shown in dates if not is_over(shown.when.ends_at, now)] or dates
    ahead = [number for number, shown in enumerate(to_come) if shown.goes_ahead]
    last = ahead[:NEXT_DATES][-1:] if len(ahead) >= NEXT_DATES else []
    return to_come[: last[0] + 1] if last else to_come


def _planned_dates(page: EventKind, now: datetime) -> Iterator[ShownDate]:
    """Yield the dates of the plan, with what was done to the meeting that each of them is."""
    dates = plan_dates(page.typed_series, until=horizon_of(page, now))
    event = page.lift_event
    meetings = list(event.meetings.order_by("pk")) if event else []
    pairs = match(dates, [meeting.as_known(now) for meeting in meetings], now).pairs
    for number, planned in enumerate(dates):
        meeting = meetings[pairs[number]] if number in pairs else None
        if when_of(planned, page.timezone) is not None:
            yield _as_it_is(page, planned, meeting)


def _as_it_is(page: EventKind, planned: PlannedDate, meeting: Meeting | None) -> ShownDate:
    state = state_of(meeting) if meeting else PlannedState.AS_PLANNED
    if meeting is None or state is PlannedState.AS_PLANNED:
        return _shown(page, planned)
    place = meeting.place if meeting.has_own_location else ""
    if not meeting.is_moved:
        return _shown(page, planned, state=state, place=place)
    return ShownDate(
        When(meeting.moved_starts_at, meeting.moved_ends_at, page.timezone, meeting.moved_hours),
        state=state,
        planned=when_of(planned, page.timezone),
        place=place,
    )


def _shown(
    page: EventKind,
    planned: PlannedDate,
    *,
    state: PlannedState = PlannedState.AS_PLANNED,
    place: str = "",
) -> ShownDate:
    when = when_of(planned, page.timezone)
    assert when is not None
    return ShownDate(when, planned.notices, state, None, place)
