"""Bringing the demo's own dates up to today, and leaving alone every date an editor changed."""

from datetime import date, datetime
from typing import Any

from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.enums import Hours, MeetingState
from wagtail_lift.pages.models import EventPage

from .content.events import EVENTS
from .dates import Typed, as_stored, dates_on, move_instants, typed_dates
from .memory import Memory
from .specs import EventSpec

DECISIONS = {
    MeetingState.CANCELLED: cancel_meeting,
    MeetingState.POSTPONED: postpone_meeting,
}


def shift_dates(memory: Memory, today: date) -> tuple[int, list[str]]:
    """Shift the dates of all demo events; return how many, and the titles of those left alone.

    An event that repeats is current by itself, and is never shifted.
    """
    shifted, kept = 0, []
    for spec in EVENTS:
        page = memory.find(EventPage, spec.key)
        if page is None or spec.schedule is None:
            continue
        if is_left_to_editors(page, memory.dates_of(spec.key)):
            kept.append(page.title)
        elif not spec.rule:
            shifted += _shift(memory, page, spec, today)
    return shifted, kept


def is_left_to_editors(page: EventPage, remembered: dict[str, Any]) -> bool:
    """Return whether somebody changed the dates that the demo remembers, or is at work on them."""
    return _is_in_somebodys_hands(page) or not _has_our_dates(page, remembered)


def _is_in_somebodys_hands(page: EventPage) -> bool:
    """Return whether publishing the page now would get in the way of what somebody is about."""
    return page.locked or page.workflow_in_progress or page.scheduled_revision is not None


def _has_our_dates(page: EventPage, remembered: dict[str, Any]) -> bool:
    """Return whether page, draft and meetings still have the dates that the demo gave them."""
    typed, moved = remembered["typed"], remembered["moved"]
    typed = {"hours": Hours.START_AND_END, **typed}  # older memories know of no other hours
    draft = page.get_latest_revision_as_object()
    return (
        dates_on(page) == typed
        and dates_on(draft) == typed
        and page.lift_event.meetings.exists()
        and _moves_of(page) == ([moved] if moved else [])
    )


def _moves_of(page: EventPage) -> list[list[str]]:
    """Return to when the dates of an event were moved."""
    return [
        [meeting.moved_starts_at.isoformat(), meeting.moved_ends_at.isoformat()]
        for meeting in page.lift_event.meetings.exclude(moved_starts_at=None)
    ]


def _shift(memory: Memory, page: EventPage, spec: EventSpec, today: date) -> bool:
    typed = typed_dates(spec.schedule, today)
    moved = move_instants(spec.moved_to, today) if spec.moved_to else None
    if as_stored(typed) == dates_on(page):
        return False
    known = page.lift_event.meetings.order_by("starts_at", "pk").first()
    _publish_with(page, typed)
    _decide_anew(page, known, moved)
    memory.remember_dates(spec.key, as_stored(typed), moved)
    return True


def _publish_with(page: EventPage, typed: Typed) -> None:
    """Give the page other dates; what an editor has in draft stays a draft, on top of it.

    What has taken place stays for ever, except in a demo, which is always about today: its
    meetings are forgotten first.
    """
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    if page.live:
        page.lift_event.meetings.all().delete()
        _set(page, typed).save_revision().publish()
    if draft is not None:
        _set(draft, typed).save_revision(clean=False)


def _set(page: EventPage, typed: Typed) -> EventPage:
    for name, value in typed.items():
        setattr(page, name, value)
    return page


def _decide_anew(page: EventPage, known: Any, moved: tuple[datetime, datetime] | None) -> None:
    """Decide about the new date what was decided about the one before."""
    meeting = page.lift_event.meetings.first()
    if meeting is None or known is None:
        return
    if known.state in DECISIONS:
        DECISIONS[known.state](meeting, user=None, public_note=known.public_note)
    elif moved:
        starts_at, ends_at = moved
        change_meeting(
            meeting,
            starts_at=starts_at,
            ends_at=ends_at,
            user=None,
            public_note=known.public_note,
        )
