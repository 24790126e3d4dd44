"""Where a date takes place, in the words of each translation."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from ..domain.location import Location
from ..models.kinds import EventKind
from ..models.meetings import Meeting


def note_translated_locations(
    pages: Iterable[EventKind], meetings: Iterable[Meeting], now: datetime
) -> list[Meeting]:
    """Set on each meeting what translations say about its place; return the changed, unsaved ones.

    A meeting that has begun keeps what was said: later edits of a translation do not change it.
    """
    words = {str(page.locale_id): asdict(page.location) for page in pages}
    changed = []
    for meeting in meetings:
        known = meeting.translated_locations or {}
        noted = {**words, **known} if meeting.has_begun(now) else words
        if noted != known:
            meeting.translated_locations = noted
            changed.append(meeting)
    return changed


def location_on(page: EventKind, meeting: Meeting) -> Location | None:
    """Return where a meeting took place as a translation said, ``None`` if it said nothing."""
    noted = (meeting.translated_locations or {}).get(str(page.locale_id))
    return Location(**noted) if noted else None
