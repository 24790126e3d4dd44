"""How places stand at the dates of an event that repeats: one is full, one has a waiting list."""

from datetime import datetime

from wagtail_lift.actions import set_places
from wagtail_lift.enums import MeetingState
from wagtail_lift.pages.models import EventPage

from .content.events import EVENTS
from .memory import Memory
from .shifting import is_left_to_editors


def say_places(memory: Memory, now: datetime) -> None:
    """Say the words of each event at its dates to come, of each date once.

    What an editor says of a date afterwards stays, and an event whose dates an editor changed is
    left alone.
    """
    for spec in EVENTS:
        page = memory.find(EventPage, spec.key) if spec.places else None
        if page is None or not page.live:
            continue
        remembered = memory.dates_of(spec.key)
        if is_left_to_editors(page, remembered):
            continue
        said = remembered.get("places", [])
        meetings = page.lift_event.meetings.shown().filter(state=MeetingState.SCHEDULED)
        to_come = list(meetings.filter(starts_at__gt=now).order_by("starts_at"))
        for meeting, word in zip(to_come, spec.places, strict=False):
            if meeting.date_key not in said:
                set_places(meeting, word, user=None)
        memory.remember_places(spec.key, [meeting.date_key for meeting in to_come])
