"""The one order in which an event and its meetings are locked."""

from ..models import Meeting
from ..models.events.families import lock_page, source_of


def lock_meeting(meeting: Meeting) -> Meeting:
    """Lock the page of a meeting's event, then the meeting, and return it as it is stored.

    To be called inside a transaction. Publishing a page locks the page before its meetings too, so
    that an action and a publish wait for one another and never each for the other.
    """
    lock_page(source_of(meeting.event).pk)
    locked: Meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    return locked
