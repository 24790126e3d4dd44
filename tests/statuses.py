"""An event in each status, for whatever must be right in all of them."""

from datetime import datetime, timedelta
from typing import Any

from tests.factories import make_event, make_pack, meeting_of, when
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.enums import Status
from wagtail_lift.pages.models import EventPage

BOOKED = {"booking_mode": "elsewhere", "booking_url": "https://tickets.example.org/1"}
NEXT_WEEK, LAST_WEEK = timedelta(days=7), timedelta(days=-7)


def opens_in(now: datetime, days: int) -> dict[str, Any]:
    return {"booking_opens_date": (now + timedelta(days=days)).date()}


def event_with(status: Status, programme: Any, now: datetime, **more: Any) -> EventPage:
    """Make an event that has ``status`` at ``now``; ``more`` are further fields of it."""
    fields = {
        Status.DATE_TO_COME: {"start_date": None},
        Status.TAKEN_PLACE: when(now + LAST_WEEK),
        Status.INSIGHTS_OPEN: when(now + LAST_WEEK),
        Status.HAPPENING_NOW: when(now - timedelta(hours=1)),
        Status.BOOKING_SOON: {**when(now + NEXT_WEEK), **BOOKED, **opens_in(now, 2)},
        Status.BOOKING_CLOSED: {
            **when(now + NEXT_WEEK),
            **BOOKED,
            "booking_closes_date": (now - timedelta(days=2)).date(),
        },
        Status.WAITING_LIST: {**when(now + NEXT_WEEK), **BOOKED, "booking_places": "waiting_list"},
        Status.FULLY_BOOKED: {**when(now + NEXT_WEEK), **BOOKED, "booking_places": "full"},
        Status.BOOKING_AVAILABLE: {**when(now + NEXT_WEEK), **BOOKED},
    }
    event = make_event(programme, **fields.get(status, when(now + NEXT_WEEK)), **more)
    if status == Status.CANCELLED:
        cancel_meeting(meeting_of(event), user=None, public_note="No room.")
    if status == Status.POSTPONED:
        postpone_meeting(meeting_of(event), user=None, public_note="Our host is ill.")
    if status == Status.INSIGHTS_OPEN:
        make_pack(event, guide=[("round", {"title": "Talk", "minutes": 5})])
    return event
