"""The order in which an event and its meetings are locked."""

from ..events.identity import lock_events
from ..exceptions import MeetingGone
from ..models import Meeting


def lock_meeting(meeting: Meeting) -> Meeting:
    """Lock the event of a meeting, then the meeting; return the meeting as stored.

    Call it inside a transaction. The projection locks in the same order, so an action and a publish
    never deadlock. Raises ``MeetingGone`` if the meeting was withdrawn or deleted in the meantime.
    """
    lock_events([meeting.event_id])
    found = Meeting.objects.select_for_update().filter(pk=meeting.pk)
    locked: Meeting | None = found.order_by("pk").first()
    if locked is None or locked.is_withdrawn:
        raise MeetingGone
    return locked
