"""Keep a date that the page no longer plans, as one added by hand."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.locks import WorkflowLock
from wagtail.models import AbstractPage, Revision

from ..enums import Hours
from ..events.plans import plan_of
from ..exceptions import EventNotPublishable, MeetingPlanned, MeetingUndated
from ..models import Meeting
from ..models.kinds import EventKind
from ..projection.events import project_event
from .lock_meeting import Seen, lock_meeting
from .log_on_event import log_on_event


def keep_meeting(meeting: Meeting, *, user: AbstractBaseUser | None, seen: Seen = None) -> Meeting:
    """Add a date that is no longer planned to its event's page; it keeps its UID and all its data.

    A live page is published with it; a newer draft gets it too. Raises ``MeetingPlanned`` if the
    page plans the date anyway, ``MeetingUndated`` if it has no time, and ``EventNotPublishable`` if
    the page cannot be published as it is, is gone, or is in somebody else's moderation;
    ``MeetingChanged`` if the meeting's version is none of ``seen``.
    """
    with transaction.atomic():
        locked = lock_meeting(meeting, seen)
        if locked.is_planned:
            raise MeetingPlanned
        page = locked.event.source
        if page is None or _is_in_moderation(page, user):
            raise EventNotPublishable
        added = _added_date(locked)
        locked.problem = ""
        locked.save(update_fields=["problem"])
        _add_to_page(page.specific, added, user)
        log_on_event(locked.event, "wagtail_lift.keep_meeting", user, {"date": locked.date_label})
    locked.is_projected = project_event(locked.event_id)
    return locked


def _is_in_moderation(page: AbstractPage, user: AbstractBaseUser | None) -> bool:
    """Return whether a workflow keeps the user from changing the page."""
    lock = page.get_lock()
    return user is not None and isinstance(lock, WorkflowLock) and lock.for_user(user)


def _added_date(meeting: Meeting) -> dict[str, Any]:
    """Return the added-date block for the planned time, as the event's wall-clock time."""
    start, end = meeting.planned_start, meeting.planned_end
    if start is None or end is None:
        raise MeetingUndated
    value = {"start_date": start.date().isoformat(), "hours": meeting.planned_hours}
    if meeting.planned_hours == Hours.ALL_DAY:
        value["end_date"] = (end - timedelta(days=1)).date().isoformat()
    else:
        value["start_time"] = start.time().isoformat()
    if meeting.planned_hours == Hours.START_AND_END:
        value |= {"end_date": end.date().isoformat(), "end_time": end.time().isoformat()}
    return {"type": "date", "value": value, "id": str(uuid.uuid4())}


def _add_to_page(page: EventKind, added: dict[str, Any], user: AbstractBaseUser | None) -> None:
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    scheduled, latest = page.scheduled_revision, page.latest_revision_id
    _append(page, added)
    revision = page.save_revision(user=user, clean=False)
    if page.live:
        try:
            revision.publish(user=user, log_action=False)
        except ValidationError as error:
            raise EventNotPublishable from error
    if draft is not None:
        _append(draft, added)
        revision = draft.save_revision(user=user, clean=False)
    if scheduled is not None:  # publishing has cleared the schedule
        due = revision if scheduled.pk == latest else scheduled
        at = scheduled.approved_go_live_at
        Revision.objects.filter(pk=due.pk).update(approved_go_live_at=at)


def _append(page: EventKind, added: dict[str, Any]) -> None:
    """Add the date to a page, unless the page already plans it."""
    value = added["value"]
    start = datetime.fromisoformat(f"{value['start_date']}T{value.get('start_time', '00:00')}")
    if any(planned.start == start for planned in plan_of(page, timezone.now()).dates):
        return
    stream = page.added_dates
    page.added_dates = stream.stream_block.to_python([*stream.get_prep_value(), added])
