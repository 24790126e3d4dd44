"""The one order in which an event and its meetings are locked."""

from ..events.identity import lock_events
from ..exceptions import MeetingGone
from ..models import Meeting


def lock_meeting(meeting: Meeting) -> Meeting:
    """Lock the event of a meeting, then the meeting, and return it as it is stored.

    To be called inside a transaction. The projection locks the event before its meetings too, so
    that an action and a publish wait for one another and never each for the other. Raises
    ``MeetingGone`` if the meeting was deleted meanwhile, with its event, or withdrawn.
    """
    lock_events([meeting.event_id])
    found = Meeting.objects.select_for_update().filter(pk=meeting.pk)
    locked: Meeting | None = found.order_by("pk").first()
    if locked is None or locked.is_withdrawn:
        raise MeetingGone
    return locked
