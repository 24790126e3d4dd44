"""Which dates have taken place and wait for insights, so that those who held them are reminded."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import F, Q

from ..domain.reminders import LATEST, due_reminder
from ..enums import MeetingState
from ..models.meetings import Meeting
from ..models.page_model import get_page_model
from .due import without_pack


def dates_to_remind_of(now: datetime, days: Sequence[int]) -> list[tuple[Meeting, int]]:
    """Return the dates of which a reminder is due, and after how many days it is.

    These are last dates of events that are published, have no pack (a draft of one counts), and
    have no date to come. A date that was past when it was made, as by an import, is left out. Three
    queries, or one if nothing has ended lately.
    """
    if not days:
        return []
    since = now - timedelta(days=max(days)) - LATEST
    going_ahead = Meeting.objects.shown().with_status(now).filter(state=MeetingState.SCHEDULED)
    ended = going_ahead.filter(
        event__source__live=True, ends_now__gt=since, ends_now__lte=now - timedelta(days=min(days))
    )
    events = set(ended.values_list("event", flat=True))
    if not events:
        return []
    later = going_ahead.filter(Q(ends_now__gt=since) | Q(ends_now=None), event__in=events)
    in_order = later.select_related("event").order_by(F("ends_now").asc(nulls_last=True), "pk")
    last = {meeting.event_id: meeting for meeting in in_order}
    sources = get_page_model().objects.filter(lift_event_link__event__source=F("pk"), live=True)
    waiting = without_pack(sources.filter(lift_event_link__event__in=events), now)
    is_waiting = set(waiting.values_list("pk", flat=True))
    due = [(meeting, _due(meeting, now, days)) for meeting in last.values()]
    return [
        (meeting, number)
        for meeting, number in due
        if number is not None and meeting.event.source_id in is_waiting
    ]


def _due(meeting: Meeting, now: datetime, days: Sequence[int]) -> int | None:
    ended_at = meeting.current_ends_at
    if ended_at is None or meeting.created_at >= ended_at:
        return None
    return due_reminder(ended_at, now, days)
