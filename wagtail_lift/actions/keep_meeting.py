"""Keeping a date that the page plans no more: it becomes one that was added by hand."""

import uuid
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from ..domain.series import extra_key
from ..exceptions import EventNotPublishable, MeetingPlanned, MeetingUndated
from ..models import Meeting
from .lock_meeting import lock_meeting
from .project_event import project_event


def keep_meeting(meeting: Meeting, *, user: Any | None) -> Meeting:
    """Add a date that is planned no more to its event's page, with its UID and all it had.

    The page is published with it, if it is live; a newer draft gets it too. Raises
    ``MeetingPlanned`` for a date that the page plans anyway, ``MeetingUndated`` for one without a
    time, and ``EventNotPublishable`` if the page cannot be published as it is.
    """
    with transaction.atomic():
        locked = lock_meeting(meeting)
        if locked.is_planned:
            raise MeetingPlanned
        page = locked.event.specific
        added = _added_date(locked.starts_at, locked.ends_at, page)
        locked.date_key, locked.problem = extra_key(added["id"]), ""
        locked.save(update_fields=["date_key", "problem"])
        _add_to_page(page, added, user)
        log(
            instance=page,
            action="wagtail_lift.keep_meeting",
            user=user,
            data={"date": locked.date_label},
        )
        locked.is_projected = project_event(page)
    return locked


def _added_date(starts_at: datetime | None, ends_at: datetime | None, page: Any) -> dict[str, Any]:
    """Return the block of an added date at the time that was planned, in the zone of the page."""
    if starts_at is None or ends_at is None:
        raise MeetingUndated
    starts, ends = starts_at.astimezone(page.zone), ends_at.astimezone(page.zone)
    value = {
        "start_date": starts.date().isoformat(),
        "start_time": starts.time().isoformat(),
        "end_date": ends.date().isoformat(),
        "end_time": ends.time().isoformat(),
    }
    return {"type": "date", "value": value, "id": str(uuid.uuid4())}


def _add_to_page(page: Any, added: dict[str, Any], user: Any | None) -> None:
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    _append(page, added)
    revision = page.save_revision(user=user, clean=False)
    if page.live:
        try:
            revision.publish(user=user, log_action=False)
        except ValidationError as error:
            raise EventNotPublishable from error
    if draft is not None:
        _append(draft, added)
        draft.save_revision(user=user, clean=False)


def _append(page: Any, added: dict[str, Any]) -> None:
    stream = page.added_dates
    page.added_dates = stream.stream_block.to_python([*stream.get_prep_value(), added])
