"""Keep the stored entries of calendars up to what pages show."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils import timezone

from ..formats.icalendar import FORMAT_VERSION, content_hash, render_entry
from ..formats.icalendar.words import date_of, words_of
from ..models import CalendarEntry, EventFacet, EventOccurrence


def store_calendar_entries(
    pages: Sequence[Any],
    occurrences: Mapping[int, Sequence[EventOccurrence]],
    facets: Mapping[int, Sequence[EventFacet]],
) -> None:
    """Give each occurrence (unsaved) of pages that has a date its calendar entry.

    ``occurrences`` and ``facets`` are those of each page, by its key. An entry whose content is
    what it was stays untouched; one that an older version of the code rendered gets new bytes, but
    keeps the time of its last change.
    """
    found = CalendarEntry.objects.filter(page__in=[page.pk for page in pages])
    stored = {(entry.page_id, entry.meeting_id): entry for entry in found}
    new: list[CalendarEntry] = []
    for page in pages:
        for occurrence in occurrences[page.pk]:
            if occurrence.starts_at is None:
                continue
            entry = stored.get((page.pk, occurrence.meeting_id))
            entry = _up_to_date(entry, page, occurrence, facets[page.pk])
            occurrence.calendar_entry = entry
            if entry.pk is None:
                new.append(entry)
    CalendarEntry.objects.bulk_create(new, batch_size=200)


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
    if entry.pk is not None:
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
