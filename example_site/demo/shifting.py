"""Bringing the demo's own dates up to today, and leaving alone every date an editor changed."""

from datetime import date, datetime
from typing import Any

from wagtail_lift.actions import move_meeting
from wagtail_lift.domain.schedule import FIRST_DATE_KEY
from wagtail_lift.pages.models import EventPage

from .content.events import EVENTS
from .dates import Typed, as_stored, dates_on, move_instants, typed_dates
from .memory import Memory
from .specs import EventSpec


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
    draft = page.get_latest_revision_as_object()
    return (
        dates_on(page) == typed
        and dates_on(draft) == typed
        and page.lift_meetings.filter(date_key=FIRST_DATE_KEY).exists()
        and _moves_of(page) == ({FIRST_DATE_KEY: moved} if moved else {})
    )


def _moves_of(page: EventPage) -> dict[str, list[str]]:
    """Return to when the dates of an event were moved, by their keys."""
    return {
        meeting.date_key: [meeting.moved_starts_at.isoformat(), meeting.moved_ends_at.isoformat()]
        for meeting in page.lift_meetings.exclude(moved_starts_at=None)
    }


def _shift(memory: Memory, page: EventPage, spec: EventSpec, today: date) -> bool:
    typed = typed_dates(spec.schedule, today)
    moved = move_instants(spec.moved_to, today) if spec.moved_to else None
    if as_stored(typed) == dates_on(page):
        return False
    _publish_with(page, typed)
    if moved:
        _move_anew(page, moved)
    memory.remember_dates(spec.key, as_stored(typed), moved)
    return True


def _publish_with(page: EventPage, typed: Typed) -> None:
    """Give the page other dates; what an editor has in draft stays a draft, on top of it."""
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    if page.live:
        _set(page, typed).save_revision().publish()
    if draft is not None:
        _set(draft, typed).save_revision(clean=False)


def _set(page: EventPage, typed: Typed) -> EventPage:
    for name, value in typed.items():
        setattr(page, name, value)
    return page


def _move_anew(page: EventPage, moved: tuple[datetime, datetime]) -> None:
    """Undo the old move first, so that the page names the date it was planned for."""
    meeting = page.lift_meetings.get(date_key=FIRST_DATE_KEY)
    note = meeting.public_note
    for starts_at, ends_at in ((meeting.starts_at, meeting.ends_at), moved):
        meeting = move_meeting(
            meeting, starts_at=starts_at, ends_at=ends_at, user=None, public_note=note
        )
