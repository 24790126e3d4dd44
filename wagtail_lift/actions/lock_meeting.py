"""The one order in which an event and its meetings are locked."""

from ..exceptions import MeetingGone
from ..models import Meeting, get_page_model
from ..models.events.families import lock_page, source_of


def lock_meeting(meeting: Meeting) -> Meeting:
    """Lock the page of a meeting's event, then the meeting, and return it as it is stored.

    To be called inside a transaction. Publishing a page locks the page before its meetings too, so
    that an action and a publish wait for one another and never each for the other. Raises
    ``MeetingGone`` if the meeting was deleted meanwhile, by a publish or with its event.
    """
    page = get_page_model()._default_manager.filter(pk=meeting.event_id).first()
    if page is not None:
        lock_page(source_of(page).pk)
    found = Meeting.objects.select_for_update().filter(pk=meeting.pk)
    locked: Meeting | None = found.order_by("pk").first()
    if locked is None:
        raise MeetingGone
    return locked
