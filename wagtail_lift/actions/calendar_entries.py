"""Keep the stored entries of calendars up to what pages show."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from random import randrange
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..domain.location import Location
from ..formats.icalendar import FORMAT_VERSION, CalendarWords, content_hash, render_entry
from ..formats.icalendar.words import date_of, words_of
from ..models import CalendarEntry, EventFacet, EventOccurrence
from .calendar_changes import record_calendar_change

FINGERPRINTS = 2**40
"""How many there are: few enough for the sum of a calendar's to be a whole number everywhere."""

_KNOWN = ("pk", "content_hash", "format_version", "changed_at")
_RENDERED = (
    "text",
    "timezone",
    "format_version",
    "content_hash",
    "fingerprint",
    "changed_at",
)


class _Stored(NamedTuple):
    """What is known of a stored entry: all but what it says."""

    pk: int
    content_hash: str
    format_version: int
    changed_at: datetime


def store_calendar_entries(
    pages: Sequence[Any],
    occurrences: Mapping[int, Sequence[EventOccurrence]],
    facets: Mapping[int, Sequence[EventFacet]],
) -> bool:
    """Give each occurrence (unsaved) of pages that has a date its calendar entry.

    ``occurrences`` and ``facets`` are those of each page, by its key. An entry whose content is
    what it was stays untouched; one that an older version of the code rendered gets new bytes, but
    keeps the time of its last change. Returns whether any was rendered.
    """
    found = CalendarEntry.objects.filter(page__in=[page.pk for page in pages])
    stored = {
        (page, meeting): _Stored(*known)
        for page, meeting, *known in found.values_list("page", "meeting", *_KNOWN)
    }
    rendered: list[tuple[EventOccurrence, CalendarEntry]] = []
    for page in pages:
        words: dict[tuple[Location, str], CalendarWords] = {}
        for occurrence in occurrences[page.pk]:
            if occurrence.starts_at is None:
                continue
            known = stored.get((page.pk, occurrence.meeting_id))
            said = occurrence.location_on(page), occurrence.public_note
            if said not in words:
                words[said] = words_of(page, facets[page.pk], *said)
            occurrence.calendar_entry_id = known.pk if known else None
            entry = _rendered(known, page, occurrence, words[said])
            if entry is not None:
                rendered.append((occurrence, entry))
    changed = [entry for _, entry in rendered if entry.pk is not None]
    CalendarEntry.objects.bulk_update(changed, _RENDERED, batch_size=100)
    new = [entry for _, entry in rendered if entry.pk is None]
    CalendarEntry.objects.bulk_create(new, batch_size=200)
    for occurrence, entry in rendered:
        occurrence.calendar_entry_id = entry.pk
    return bool(rendered)


def _rendered(
    known: _Stored | None, page: Any, occurrence: EventOccurrence, words: CalendarWords
) -> CalendarEntry | None:
    """Return the entry of a date, unsaved, or ``None`` if what is stored says the same."""
    date = date_of(occurrence)
    content = content_hash(date, words)
    if known is None:
        changed_at = _last_change(page, occurrence)
    elif known.content_hash != content:
        changed_at = _later_than(known.changed_at)
    elif known.format_version != FORMAT_VERSION:
        changed_at = known.changed_at
    else:
        return None
    text = render_entry(date, words)
    shown = f"{text}{date.query}{changed_at.isoformat()}"
    return CalendarEntry(
        pk=known.pk if known else None,
        page_id=page.pk,
        meeting_id=occurrence.meeting_id,
        text=text,
        timezone=date.told_timezone,
        format_version=FORMAT_VERSION,
        content_hash=content,
        fingerprint=int(sha256(shown.encode()).hexdigest(), 16) % FINGERPRINTS,
        changed_at=changed_at,
    )


def _last_change(page: Any, occurrence: EventOccurrence) -> datetime:
    """Return when what a new entry says was changed, as far as that is stored."""
    known: list[datetime | None] = [occurrence.meeting.modified_at, page.last_published_at]
    return max(filter(None, known))


def _later_than(changed_at: datetime) -> datetime:
    """Return the time of a change that comes after another one, also if the clock was set back.

    Of two entries with the same sequence, calendars keep the one that says it is later.
    """
    now = timezone.now()
    return now if now >= changed_at else changed_at + timedelta(seconds=1)


def mark_moved_entries(page: Any) -> None:
    """Say of every entry at or below a page that it has changed: its address has."""
    now = timezone.now()
    moved = CalendarEntry.objects.filter(page__path__startswith=page.path)
    step = randrange(1, FINGERPRINTS)  # noqa: S311 -- no secret: only another one is wanted
    other = (F("fingerprint") + step) % FINGERPRINTS
    later = F("changed_at") + timedelta(seconds=1)
    with transaction.atomic():
        moved.filter(changed_at__gt=now).update(changed_at=later, fingerprint=other)
        moved.filter(changed_at__lte=now).update(changed_at=now, fingerprint=other)
        record_calendar_change()
