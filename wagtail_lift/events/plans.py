"""The plan of a page: as stored with its event, and as applied to its meetings."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ..conf import settings
from ..domain.booking import TypedBooking, booking_window
from ..domain.location import Location
from ..domain.matching import match
from ..domain.recurrence import horizon_end
from ..domain.schedule import PlannedDate
from ..domain.series import next_rule_day, plan_dates, series_problems
from ..enums import MeetingState, Problem
from ..extension import relied_on
from ..models.event import Event
from ..models.kinds import EventKind
from ..models.meetings import Meeting

NOTICED = (
    "current_starts_at",
    "current_ends_at",
    "current_hours",
    "timezone",
    "place",
    "venue_address",
    "attendance_mode",
    "state",
)
"""What readers notice: a change to these raises ``sequence`` (RFC 5545 section 3.8.7.4)."""


def horizon_of(source: EventKind, now: datetime) -> date:
    """Return the last day for which the dates of a rule are worked out at ``now``.

    The horizon begins today or, for an event that starts later, on its first day.
    """
    today = now.astimezone(source.zone).date()
    return horizon_end(max(today, source.start_date or today), settings.HORIZON_MONTHS)


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a source page: its dates, what they share, and what is wrong with them.

    ``next_day`` is the first local day beyond the horizon on which a rule gives a date.
    """

    dates: Sequence[PlannedDate]
    timezone: str
    location: Location
    booking: TypedBooking
    places: str
    problem: str
    next_day: date | None


def plan_of(source: EventKind, now: datetime, meetings: Sequence[Meeting] = ()) -> Plan:
    """Return the plan of a source page; never raises.

    Beyond the horizon, which may have become shorter, a rule still gives the dates of those
    ``meetings`` that somebody relies on.
    """
    series, until = source.typed_series, horizon_of(source, now)
    problems = series_problems(series, months=settings.HORIZON_MONTHS)
    dates = plan_dates(series, until=until)
    relied = _relied_on_after(until, meetings)
    if relied:
        planned = {planned.start for planned in dates}
        beyond = plan_dates(series, until=max(relied))
        away = (found for found in beyond if found.start not in planned)
        dates += [found for found in away if found.start and found.start.date() in relied]
    return Plan(
        dates=dates,
        timezone=source.timezone or "UTC",
        location=source.location,
        booking=source.typed_booking,
        places=source.booking_places,
        problem=problems[0].problem.value if problems else "",
        next_day=next_rule_day(series, after=until),
    )


def _relied_on_after(until: date, meetings: Sequence[Meeting]) -> set[date]:
    shown = [meeting for meeting in meetings if not meeting.is_withdrawn]
    days = {m: m.planned_start.date() for m in shown if m.planned_start is not None}
    far = [meeting for meeting, day in days.items() if day > until]
    relied = relied_on(far)
    return {days[meeting] for meeting in far if meeting.pk in relied}


@dataclass(slots=True)
class MergedPlan:
    """The meetings of an event after a plan is applied; nothing is saved.

    ``meetings``: all but the withdrawn ones. ``changed``: stored ones, with their changed columns.
    ``new``: to be stored. ``past``: planned dates in the past that are not made.
    """

    meetings: list[Meeting] = field(default_factory=list)
    changed: list[tuple[Meeting, list[str]]] = field(default_factory=list)
    new: list[Meeting] = field(default_factory=list)
    left: list[Meeting] = field(default_factory=list)
    past: list[PlannedDate] = field(default_factory=list)


def merge_plan(
    plan: Plan, meetings: Sequence[Meeting], now: datetime, *, past_from: date | None = None
) -> MergedPlan:
    """Apply a plan to the meetings of an event, without saving; see ``domain.matching``.

    Meetings that have begun stay as they are. ``left`` are meetings to come without a date in the
    plan: the caller asks who relies on them, and withdraws them or lets the editor decide. Past
    dates are made on the first publication, and from the local day ``past_from`` on.
    """
    known = [meeting.as_known(now) for meeting in meetings]
    found = match(plan.dates, known, now, past_from=past_from)
    merged = MergedPlan(past=[plan.dates[number] for number in found.past])
    for number, key in found.pairs.items():
        meeting, planned = meetings[key], plan.dates[number]
        before = _values(meeting)
        if key == found.corrected:
            _correct(meeting, planned, plan)
        elif key == found.only:
            _take_up(meeting, planned, plan)
            _end_postponement(meeting)
        elif not known[key].has_begun or key in found.restored:
            _take_up(meeting, planned, plan)
        if key == found.only or not known[key].has_ended:
            _take_booking(meeting, plan)
        meeting.problem = _problem(planned, plan)
        _note_change(merged, meeting, before, now)
    for number in found.new:
        meeting = Meeting(modified_at=now)
        _take_up(meeting, plan.dates[number], plan)
        _take_booking(meeting, plan)
        meeting.problem = _problem(plan.dates[number], plan)
        merged.new.append(meeting)
    left = [meetings[key] for key in found.left]
    merged.left = [m for m in left if not (m.is_withdrawn or m.has_begun(now))]
    merged.meetings = [m for m in meetings if not m.is_withdrawn] + merged.new
    return merged


def settle(merged: MergedPlan, plan: Plan, relied: Container[int], now: datetime) -> None:
    """Withdraw meetings that are no longer planned; ask the editor about those ``relied`` on.

    Nothing is saved. An undated meeting was in no calendar, so it is kept only if the event would
    have nothing to show. An event without meetings, because its whole plan is past, gets an undated
    one.
    """
    gone = [meeting for meeting in merged.left if meeting.pk not in relied]
    if len(gone) == len(merged.meetings):
        gone = [meeting for meeting in gone if meeting.planned_start is not None]
    for meeting in merged.left:
        before = _values(meeting)
        if meeting in gone:
            meeting.is_withdrawn = True
            merged.meetings.remove(meeting)
        elif meeting.pk in relied:
            meeting.problem = Problem.DATE_NOT_PLANNED
        _note_change(merged, meeting, before, now)
    if not merged.meetings:
        undated = Meeting(modified_at=now)
        _take_up(undated, PlannedDate(), plan)
        _take_booking(undated, plan)
        merged.new.append(undated)
        merged.meetings.append(undated)


def _take_up(meeting: Meeting, planned: PlannedDate, plan: Plan) -> None:
    """Apply a planned date; if an action moved the meeting to that time, the move ends."""
    is_there = planned.start is not None and planned.start == meeting.moved_start
    if is_there and planned.start != meeting.planned_start:
        meeting.end_move()
    meeting.is_withdrawn = False
    if meeting.has_own_location:
        meeting.follow_venue()
    else:
        meeting.take_location(plan.location)
    _take_times(meeting, planned, plan)


def _take_booking(meeting: Meeting, plan: Plan) -> None:
    """Apply the booking mode and this date's booking window, moved or not.

    ``places`` is the meeting's own. The page sets it for a new meeting and when the booking mode
    changes, because the old value no longer applies.
    """
    if meeting.booking_mode != plan.booking.mode:
        meeting.booking_mode, meeting.places = plan.booking.mode.value, plan.places
    window = booking_window(plan.booking, meeting.current_starts_at, meeting.timezone)
    meeting.booking_opens_at, meeting.booking_closes_at = window.opens_at, window.closes_at


def _correct(meeting: Meeting, planned: PlannedDate, plan: Plan) -> None:
    """Correct the time of a meeting that has ended to what the editor typed; the rest stays."""
    typed = (planned.start, planned.end, planned.hours, plan.timezone)
    if typed != (*meeting.planned_times, meeting.timezone):
        _take_times(meeting, planned, plan)


def _take_times(meeting: Meeting, planned: PlannedDate, plan: Plan) -> None:
    meeting.date_key, meeting.planned_end = planned.key, planned.end
    meeting.planned_hours, meeting.timezone = planned.hours.value, plan.timezone
    meeting.derive_instants()


def _end_postponement(meeting: Meeting) -> None:
    """A new date ends a postponement; its note was about the old date."""
    if meeting.state == MeetingState.POSTPONED and meeting.planned_start is not None:
        meeting.state, meeting.public_note = MeetingState.SCHEDULED, ""


def _problem(planned: PlannedDate, plan: Plan) -> str:
    return plan.problem if planned is plan.dates[0] else ""


def _values(meeting: Meeting) -> dict[str, Any]:
    return {field.attname: getattr(meeting, field.attname) for field in meeting._meta.local_fields}


def _note_change(
    merged: MergedPlan, meeting: Meeting, before: dict[str, Any], now: datetime
) -> None:
    changed = [name for name, value in _values(meeting).items() if value != before[name]]
    if not changed:
        return
    stored = Meeting(**before)
    comes_back = stored.is_withdrawn and not meeting.is_withdrawn
    if comes_back or any(getattr(stored, name) != getattr(meeting, name) for name in NOTICED):
        meeting.sequence += 1
        meeting.modified_at = max(now, stored.modified_at)
        changed += ["sequence", "modified_at"]
    merged.changed.append((meeting, changed))


WINDOW_OR_LINK = ("booking_", "join_")
"""Prefixes of the fields of a plan that give no dates."""


def is_planned_alike(plan: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two stored plans give the same dates.

    A field that one of them lacks is not compared: it came with an upgrade.
    """
    both = (name for name in plan.keys() & other.keys() if not name.startswith(WINDOW_OR_LINK))
    return bool(plan) and all(plan[name] == other[name] for name in both)


def stored_plan(source: EventKind) -> dict[str, str | None]:
    """Return the plan of a source as stored with its event: text by field name."""
    plan = {}
    for name in source.source_fields:
        model_field = source._meta.get_field(name)
        is_empty = model_field.value_from_object(source) is None
        plan[name] = None if is_empty else model_field.value_to_string(source)
    return plan


def take_over(page: EventKind, event: Event) -> None:
    """Set the event's last published plan on a page, without saving."""
    for name, text in event.plan.items():
        if name in page.source_fields:
            setattr(
                page, name, text if text is None else page._meta.get_field(name).to_python(text)
            )
