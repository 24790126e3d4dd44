"""Cancel, postpone, reinstate and move a meeting.

Each locks the event and the meeting, checks that it makes sense, writes and logs it, in one
transaction; then it projects the event, and a signal is sent once the transaction is committed.
``user`` is who did it, ``None`` for the system; permission is the caller's to check. Nothing here
depends on the clock: a meeting can be cancelled on the day after. What is returned says whether
readers see it already (``is_projected``); if not, ``lift_tick`` makes up for it.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from .. import signals
from ..domain.schedule import on_the_clock
from ..enums import MeetingState
from ..exceptions import (
    MeetingAlreadyCancelled,
    MeetingAlreadyPostponed,
    MeetingCancelled,
    MeetingNotPlanned,
    MeetingNotReinstatable,
    MeetingUndated,
    MoveChangesNothing,
    MoveEndsBeforeStart,
)
from ..models import Meeting
from .lock_meeting import lock_meeting
from .log_on_event import log_on_event
from .project_event import project_event


def cancel_meeting(meeting: Meeting, *, user: Any | None, public_note: str = "") -> Meeting:
    """Cancel a meeting; it keeps its time, so that calendars can say which one it was.

    Raises ``MeetingAlreadyCancelled``.
    """

    def change(locked: Meeting) -> None:
        if locked.state == MeetingState.CANCELLED:
            raise MeetingAlreadyCancelled
        locked.state = MeetingState.CANCELLED

    return _act(meeting, change, "cancel", signals.meeting_cancelled, user, public_note)


def postpone_meeting(meeting: Meeting, *, user: Any | None, public_note: str = "") -> Meeting:
    """Postpone a meeting to a date that is not known yet; moving it ends the postponement.

    Raises ``MeetingAlreadyPostponed``, or ``MeetingCancelled``: a cancelled one is reinstated
    first.
    """

    def change(locked: Meeting) -> None:
        if locked.state == MeetingState.POSTPONED:
            raise MeetingAlreadyPostponed
        _refuse_cancelled(locked)
        _refuse_unplanned(locked)
        locked.state = MeetingState.POSTPONED

    return _act(meeting, change, "postpone", signals.meeting_postponed, user, public_note)


def reinstate_meeting(meeting: Meeting, *, user: Any | None, public_note: str = "") -> Meeting:
    """Let a cancelled or postponed meeting go ahead at the time it had.

    Raises ``MeetingNotReinstatable`` for one that goes ahead anyway.
    """

    def change(locked: Meeting) -> None:
        if locked.state == MeetingState.SCHEDULED:
            raise MeetingNotReinstatable
        _refuse_unplanned(locked)
        locked.state = MeetingState.SCHEDULED

    return _act(meeting, change, "reinstate", signals.meeting_reinstated, user, public_note)


def move_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime,
    ends_at: datetime,
    user: Any | None,
    public_note: str = "",
) -> Meeting:
    """Move a meeting to another time (aware); it goes ahead then, and remembers when it was to be.

    What is kept is the time on the clock of the event's zone: it holds if the zone data changes.

    Raises ``MeetingCancelled``, ``MeetingUndated``, ``MoveEndsBeforeStart`` or
    ``MoveChangesNothing``. A move of the end alone changes nothing about when it was to be; moving
    it back to its planned start forgets it.
    """

    def change(locked: Meeting) -> None:
        _refuse_cancelled(locked)
        _refuse_unplanned(locked)
        _refuse_bad_move(locked, starts_at, ends_at)
        start, end = (on_the_clock(i, locked.timezone) for i in (starts_at, ends_at))
        if start == locked.planned_start:
            locked.previous_start = None
        elif start != locked.current_start:
            locked.previous_start = locked.current_start
        is_back = (locked.planned_start, locked.planned_end) == (start, end)
        locked.moved_start, locked.moved_end = (None, None) if is_back else (start, end)
        locked.derive_instants()
        locked.state = MeetingState.SCHEDULED

    return _act(meeting, change, "move", signals.meeting_moved, user, public_note)


def _refuse_cancelled(meeting: Meeting) -> None:
    if meeting.state == MeetingState.CANCELLED:
        raise MeetingCancelled


def _refuse_unplanned(meeting: Meeting) -> None:
    if not meeting.is_planned:
        raise MeetingNotPlanned


def _refuse_bad_move(meeting: Meeting, starts_at: datetime, ends_at: datetime) -> None:
    if meeting.current_starts_at is None:
        raise MeetingUndated
    if ends_at <= starts_at:
        raise MoveEndsBeforeStart
    is_same = (meeting.current_starts_at, meeting.current_ends_at) == (starts_at, ends_at)
    if is_same and meeting.state == MeetingState.SCHEDULED:
        raise MoveChangesNothing


def _act(
    meeting: Meeting,
    change: Callable[[Meeting], None],
    verb: str,
    signal: Signal,
    user: Any | None,
    public_note: str,
) -> Meeting:
    with transaction.atomic():
        locked = lock_meeting(meeting)
        was = locked.date_label
        change(locked)
        locked.public_note = public_note
        locked.sequence += 1
        locked.modified_at = timezone.now()
        locked.save()
        log_on_event(
            locked.event,
            f"wagtail_lift.{verb}_meeting",
            user,
            {"date": was, "new_date": locked.date_label, "public_note": public_note},
        )
        transaction.on_commit(
            partial(signal.send_robust, sender=Meeting, meeting=locked, user=user)
        )
    locked.is_projected = project_event(locked.event_id)
    return locked
