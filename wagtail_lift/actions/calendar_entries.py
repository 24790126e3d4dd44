"""Keep the stored entries of calendars up to what pages show."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone

from ..formats.icalendar import FORMAT_VERSION, content_hash, render_entry
from ..formats.icalendar.words import date_of, words_of
from ..models import CalendarEntry, EventFacet, EventOccurrence


def store_calendar_entries(
    page: Any, occurrences: Sequence[EventOccurrence], facets: Sequence[EventFacet]
) -> None:
    """Give each occurrence (unsaved) that has a date its calendar entry.

    An entry whose content is what it was stays untouched; one that an older version of the code
    rendered gets new bytes, but keeps the time of its last change.
    """
    stored = {entry.meeting_id: entry for entry in CalendarEntry.objects.filter(page=page.pk)}
    for occurrence in occurrences:
        if occurrence.starts_at is not None:
            entry = stored.get(occurrence.meeting_id)
            occurrence.calendar_entry = _up_to_date(entry, page, occurrence, facets)


def _up_to_date(
    entry: CalendarEntry | None,
    page: Any,
    occurrence: EventOccurrence,
    facets: Sequence[EventFacet],
) -> CalendarEntry:
    date, words = date_of(occurrence), words_of(page, occurrence, facets)
    content = content_hash(date, words)
    if entry is None:
        entry = CalendarEntry(page_id=page.pk, meeting_id=occurrence.meeting_id)
        entry.changed_at = _last_change(page, occurrence)
    elif entry.content_hash != content:
        entry.changed_at = timezone.now()
    elif entry.format_version == FORMAT_VERSION:
        return entry
    entry.text = render_entry(date, words)
    entry.timezone = date.told_timezone
    entry.format_version = FORMAT_VERSION
    entry.content_hash = content
    entry.fingerprint = int(sha256(entry.text.encode()).hexdigest()[:10], 16)
    entry.save()
    return entry


def _last_change(page: Any, occurrence: EventOccurrence) -> datetime:
    """Return when what a new entry says was changed, as far as that is stored."""
    known: list[datetime | None] = [occurrence.meeting.modified_at, page.last_published_at]
    return max(filter(None, known))


def mark_moved_entries(page: Any) -> None:
    """Say of every entry at or below a page that it has changed: its address has."""
    moved = CalendarEntry.objects.filter(page__path__startswith=page.path)
    moved.update(changed_at=timezone.now())
