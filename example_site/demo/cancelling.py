"""Of an event that repeats, one date is cancelled; when it has passed, a later one."""

from datetime import datetime
from typing import Any

from wagtail_lift.actions import cancel_meeting
from wagtail_lift.enums import MeetingState
from wagtail_lift.pages.models import EventPage
from wagtail_lift.projection import project_page

from .content.events import EVENTS
from .memory import Memory
from .shifting import is_left_to_editors

SECOND = 1


def cancel_dates(memory: Memory, now: datetime) -> None:
    """Cancel the second date to come where the one cancelled before has passed, or none was.

    Where an editor changed the dates, or let the cancelled one go ahead, nothing is ever
    cancelled again; nor are dates that somebody moved, postponed or cancelled.
    """
    for spec in EVENTS:
        page = memory.find(EventPage, spec.key) if spec.cancels_a_date else None
        if page is None or not _is_due(page, memory.dates_of(spec.key), now):
            continue
        for meeting in _dates_to_come(page, now)[SECOND : SECOND + 1]:
            cancel_meeting(meeting, user=None, public_note=spec.cancels_a_date)
            memory.remember_cancelled(spec.key, meeting.date_key)


def _is_due(page: EventPage, remembered: dict[str, Any], now: datetime) -> bool:
    if not page.live or is_left_to_editors(page, remembered):
        return False
    if "cancelled" not in remembered:
        return True
    meeting = page.lift_event.meetings.shown().filter(date_key=remembered["cancelled"]).first()
    return (
        meeting is not None
        and meeting.state == MeetingState.CANCELLED
        and meeting.current_ends_at <= now
    )


def _dates_to_come(page: EventPage, now: datetime) -> list[Any]:
    """Return the dates to come that go ahead as planned; ``lift_tick`` may never have run."""
    project_page(page.pk)
    going_ahead = page.lift_event.meetings.shown().filter(
        state=MeetingState.SCHEDULED, moved_starts_at=None
    )
    return list(going_ahead.filter(starts_at__gt=now).order_by("starts_at")[: SECOND + 1])
