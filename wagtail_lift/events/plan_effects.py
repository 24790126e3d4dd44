"""How a plan affects the past: dates that stay, and past dates that are not made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..domain.matching import match
from ..domain.schedule import PlannedDate
from ..models.kinds import EventKind
from ..models.meetings import Meeting
from .plans import Plan, is_planned_alike, plan_of, stored_plan


@dataclass(frozen=True, slots=True)
class PlanEffects:
    """Past dates as wall-clock times in the event's zone (naive), in order.

    ``kept``: dates that have begun and stay, although the plan differs. ``corrected``: the one date
    that has taken place, if the plan gives it another time. ``missed``: past dates that are planned
    but were never made.
    """

    kept: Sequence[datetime] = ()
    corrected: Sequence[datetime] = ()
    missed: Sequence[datetime] = ()


def plan_effects(page: EventKind, now: datetime) -> PlanEffects:
    """Return how the plan of a page, which may be a draft, affects past dates."""
    event = page.lift_event
    meetings = list(event.meetings.order_by("pk")) if event and page.is_source else []
    if not meetings:
        return PlanEffects()
    plan = plan_of(page, now, meetings)
    known = [meeting.as_known(now) for meeting in meetings]
    is_known_plan = is_planned_alike(event.plan, stored_plan(page))
    found = match(plan.dates, known, now, past_from=event.next_date if is_known_plan else None)
    planned = {key: plan.dates[number] for number, key in found.pairs.items()}
    kept = [
        meeting.current_start
        for key, meeting in enumerate(meetings)
        if known[key].has_begun
        and not meeting.is_withdrawn
        and not (_is_there(meeting, plan) and _is_then(meeting, planned.get(key), plan))
        and not (_is_there(meeting, plan) and key == found.corrected)
    ]
    corrected = [
        meeting.current_start
        for key, meeting in enumerate(meetings)
        if key == found.corrected and not _is_then(meeting, planned[key], plan)
    ]
    missed = [plan.dates[number].start for number in found.past]
    return PlanEffects(*(sorted(filter(None, each)) for each in (kept, corrected, missed)))


def _is_then(meeting: Meeting, planned: PlannedDate | None, plan: Plan) -> bool:
    """Return whether a plan still gives a meeting its planned time."""
    if planned is None:
        return False
    stored = (*meeting.planned_times, meeting.timezone)
    return stored == (planned.start, planned.end, planned.hours, plan.timezone)


def _is_there(meeting: Meeting, plan: Plan) -> bool:
    """Return whether a meeting is where the plan says, or has a location set by an action."""
    return meeting.has_own_location or meeting.location == plan.location
