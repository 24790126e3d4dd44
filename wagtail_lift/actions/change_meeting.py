"""Cancel, postpone, reinstate and change a meeting.

Each action locks the event and the meeting, validates, writes and logs in one transaction. It then
projects the event; a signal is sent once the transaction is committed. ``user`` is who did it,
``None`` for the system; the caller checks permission. Nothing here depends on the clock: you can
cancel a meeting the day after. ``is_projected`` on the returned meeting says whether readers see
the change already; if not, ``lift_tick`` repairs it. ``seen`` holds the versions of the meeting
that the caller knows: if it has another one now, ``MeetingChanged`` is raised.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from .. import signals
from ..domain.instants import on_the_clock
from ..domain.location import Location
from ..domain.places import is_at_venue, location_at
from ..domain.schedule import days_covered, default_end, midnights
from ..domain.validation import lasts_too_long
from ..enums import Hours, MeetingState
from ..events.identity import page_ids_of
from ..exceptions import (
    ChangesNothing,
    EndsBeforeStart,
    LastsTooLong,
    MeetingAlreadyCancelled,
    MeetingAlreadyPostponed,
    MeetingCancelled,
    MeetingNotPlanned,
    MeetingNotReinstatable,
    MeetingUndated,
    PlaceNotNamed,
)
from ..models import Meeting, Venue
from ..models.located import LOCATION_FIELDS
from ..projection.events import project_event
from ..projection.pack_openings import keep_packs_open
from .lock_meeting import Seen, lock_meeting
from .log_on_event import log_on_event


def cancel_meeting(
    meeting: Meeting,
    *,
    user: AbstractBaseUser | None,
    public_note: str = "",
    seen: Seen = None,
) -> Meeting:
    """Cancel a meeting; it keeps its time, so that calendars can say which date is off.

    Raises ``MeetingAlreadyCancelled``.
    """

    def change(locked: Meeting) -> None:
        if locked.state == MeetingState.CANCELLED:
            raise MeetingAlreadyCancelled
        locked.state = MeetingState.CANCELLED

    return _act(meeting, change, "cancel", signals.meeting_cancelled, (user, public_note, seen))


def postpone_meeting(
    meeting: Meeting,
    *,
    user: AbstractBaseUser | None,
    public_note: str = "",
    seen: Seen = None,
) -> Meeting:
    """Postpone a meeting to a date not yet known; a new time ends the postponement.

    Raises ``MeetingAlreadyPostponed``, ``MeetingNotPlanned``, or ``MeetingCancelled``: reinstate
    a cancelled meeting first.
    """

    def change(locked: Meeting) -> None:
        if locked.state == MeetingState.POSTPONED:
            raise MeetingAlreadyPostponed
        _refuse_cancelled(locked)
        _refuse_unplanned(locked)
        locked.state = MeetingState.POSTPONED

    return _act(meeting, change, "postpone", signals.meeting_postponed, (user, public_note, seen))


def reinstate_meeting(
    meeting: Meeting,
    *,
    user: AbstractBaseUser | None,
    public_note: str = "",
    seen: Seen = None,
) -> Meeting:
    """Let a cancelled or postponed meeting go ahead at the time it had.

    Raises ``MeetingNotReinstatable`` if it goes ahead anyway, or ``MeetingNotPlanned``.
    """

    def change(locked: Meeting) -> None:
        if locked.state == MeetingState.SCHEDULED:
            raise MeetingNotReinstatable
        if locked.current_start is not None:  # undated, it makes way for the meeting with a date
            _refuse_unplanned(locked)
        locked.state = MeetingState.SCHEDULED

    return _act(meeting, change, "reinstate", signals.meeting_reinstated, (user, public_note, seen))


def change_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    hours: Hours | None = None,
    location: Location | None = None,
    venue: Venue | None = None,
    join_url: str = "",
    user: AbstractBaseUser | None,
    public_note: str = "",
    seen: Seen = None,
) -> Meeting:
    """Change the time or location of a meeting; arguments you leave out change nothing.

    The exception is ``public_note``, which always replaces the note: leaving it out clears it.

    ``starts_at`` and ``ends_at`` are aware. They are stored as wall-clock times in the event's time
    zone, so they survive changes to zone data. A new time ends a postponement. The meeting
    remembers its previous start; moving it back to its planned start forgets it.

    ``hours`` says which of them count. A date that lasts all day takes the local days of both. One
    with an open end needs no ``ends_at``, and if it is given one without ``hours``, it has an end.

    ``location`` replaces the page's location as a whole, whatever the page says later; an empty
    ``Location()`` goes back to the page's. A ``venue`` that readers see takes the place of the
    name, address and map in it, and is followed until the meeting has begun. ``join_url`` is this
    meeting's own private link, empty for the page's. Both only count together with ``location``.

    Raises ``MeetingCancelled``, ``MeetingNotPlanned``, ``MeetingUndated``, ``EndsBeforeStart``,
    ``LastsTooLong``, ``PlaceNotNamed``, ``ChangesNothing``, or Django's ``ValidationError`` for a
    location that no page could have.
    """

    def change(locked: Meeting) -> None:
        _refuse_cancelled(locked)
        _refuse_unplanned(locked)
        before = _changeable(locked)
        if not (starts_at is None and ends_at is None and hours is None):
            _change_time(locked, _new_times(locked, starts_at, ends_at, hours))
        if location is not None:
            _change_location(locked, location, join_url, venue)
        if (before, locked.public_note) == (_changeable(locked), public_note):
            raise ChangesNothing

    return _act(meeting, change, "change", signals.meeting_changed, (user, public_note, seen))


def _changeable(meeting: Meeting) -> tuple[Any, ...]:
    when = (meeting.current_start, meeting.current_end, meeting.current_hours)
    where = (meeting.has_own_location, meeting.location, meeting.venue_id, meeting.join_url)
    return (meeting.state, *when, *where)


def _new_times(
    meeting: Meeting, starts_at: datetime | None, ends_at: datetime | None, hours: Hours | None
) -> tuple[datetime, datetime, Hours]:
    """Return the wall-clock start and end (naive) that are asked for, and which of them count."""
    start, end = meeting.current_start, meeting.current_end
    was, until = meeting.current_starts_at, meeting.current_ends_at
    if start is None or end is None or was is None or until is None:
        raise MeetingUndated
    start = on_the_clock(starts_at, meeting.timezone) if starts_at else start
    if hours is None:
        is_closed = meeting.current_hours == Hours.OPEN_END and ends_at is not None
        hours = Hours.START_AND_END if is_closed else Hours(meeting.current_hours)
    if hours is Hours.ALL_DAY:
        days = days_covered(starts_at or was, ends_at or until, meeting.timezone)
        return *midnights(*days), hours
    if hours is Hours.OPEN_END:
        return start, datetime.combine(*default_end(start.date(), start.time())), hours
    return start, on_the_clock(ends_at, meeting.timezone) if ends_at else end, hours


def _change_time(meeting: Meeting, times: tuple[datetime, datetime, Hours]) -> None:
    start, end, _hours = times
    if end <= start:  # compared as wall-clock times: the clocks may go back in between
        raise EndsBeforeStart
    if lasts_too_long(start, end):
        raise LastsTooLong
    if start == meeting.planned_start:
        meeting.previous_start, meeting.previous_hours = None, Hours.START_AND_END
    elif start != meeting.current_start:
        meeting.previous_start = meeting.current_start
        meeting.previous_hours = meeting.current_hours
    is_back = meeting.planned_times == times
    moved = (None, None, Hours.START_AND_END) if is_back else times
    meeting.moved_start, meeting.moved_end, meeting.moved_hours = moved
    meeting.derive_instants()
    meeting.state = MeetingState.SCHEDULED


def _change_location(
    meeting: Meeting, location: Location, join_url: str, venue: Venue | None
) -> None:
    """Set the location; the page's own location without a link means no location of its own."""
    if venue is not None and venue.live and is_at_venue(location):
        location = location_at(location, venue.facts)
    asked = (location, venue and venue.pk, join_url)
    if asked == (meeting.location, meeting.venue_id, meeting.join_url) and meeting.has_own_location:
        return
    page = meeting.event.source and meeting.event.source.specific
    of_page = page.location if page is not None else meeting.location
    is_back = location == Location()
    if not (is_back or location.is_named):
        raise PlaceNotNamed
    meeting.take_location(of_page if is_back else location)
    meeting.join_url = "" if is_back else join_url
    meeting.has_own_location = meeting.location != of_page or bool(meeting.join_url)
    meeting.venue = venue if meeting.has_own_location and not is_back else None
    checked = (*LOCATION_FIELDS, "join_url")
    meeting.clean_fields({field.name for field in meeting._meta.fields} - set(checked))


def _refuse_cancelled(meeting: Meeting) -> None:
    if meeting.state == MeetingState.CANCELLED:
        raise MeetingCancelled


def _refuse_unplanned(meeting: Meeting) -> None:
    if not meeting.is_planned:
        raise MeetingNotPlanned


def _act(
    meeting: Meeting,
    change: Callable[[Meeting], None],
    verb: str,
    signal: Signal,
    asked: tuple[AbstractBaseUser | None, str, Seen],
) -> Meeting:
    user, public_note, seen = asked
    with transaction.atomic():
        locked = lock_meeting(meeting, seen)
        keep_packs_open(page_ids_of(locked.event_id), timezone.now())
        was, there = locked.date_label, locked.location
        change(locked)
        locked.public_note = public_note
        locked.sequence += 1
        locked.modified_at = timezone.now()
        locked.save()
        log_on_event(
            locked.event,
            f"wagtail_lift.{verb}_meeting",
            user,
            {
                "date": was,
                "new_date": locked.date_label,
                "public_note": public_note,
                **({"new_place": locked.place} if locked.location != there else {}),
            },
        )
        transaction.on_commit(
            partial(signal.send_robust, sender=Meeting, meeting=locked, user=user)
        )
    locked.is_projected = project_event(locked.event_id)
    return locked
