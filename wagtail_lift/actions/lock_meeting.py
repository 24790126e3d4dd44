"""The order in which an event and its meetings are locked."""

from collections.abc import Collection
from typing import TypeAlias

from ..events.identity import lock_events
from ..exceptions import MeetingChanged, MeetingGone
from ..models import Meeting

Seen: TypeAlias = Collection[str] | None
"""Versions of a meeting that a caller knows, ``None`` if it does not say."""


def lock_meeting(meeting: Meeting, seen: Seen = None) -> Meeting:
    """Lock the event of a meeting, then the meeting; return the meeting as stored.

    Call it inside a transaction. The projection locks in the same order, so an action and a publish
    never deadlock. Raises ``MeetingGone`` if the meeting was withdrawn or deleted in the meantime,
    and ``MeetingChanged`` if its ``version`` is none of those that the caller has ``seen``.
    """
    lock_events([meeting.event_id])
    found = Meeting.objects.select_for_update().filter(pk=meeting.pk)
    locked: Meeting | None = found.order_by("pk").first()
    if locked is None or locked.is_withdrawn:
        raise MeetingGone
    if seen is not None and locked.version not in seen:
        raise MeetingChanged
    return locked
