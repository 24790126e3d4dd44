"""Keep calendar entries in step with what pages show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import randrange

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import AbstractPage

from ..calendars.icalendar import FORMAT_VERSION, CalendarWords, content_hash, render_entry
from ..calendars.icalendar.from_page import date_of, words_of
from ..domain.location import Location
from ..events.identity import lock_events
from ..models import CalendarEntry, EventFacet, EventOccurrence
from ..models.kinds import EventKind
from .rows import upsert

CONTENTS = 2**40
"""Number of content fingerprints: small enough that any database can sum them."""

CHANGES = 2**4
"""Changes counted alongside the content hash, so that no two changes in a row look alike."""

_STAMP = ("entry_fingerprint", "entry_changed_at")


@dataclass(frozen=True, slots=True)
class RenderedEntry:
    """The calendar text of an occurrence that is about to be stored."""

    occurrence: EventOccurrence
    text: str


def stamp_entries(
    pages: Sequence[EventKind],
    occurrences: Mapping[int, Sequence[EventOccurrence]],
    facets: Mapping[int, Sequence[EventFacet]],
) -> list[RenderedEntry]:
    """Set the fingerprint of each dated occurrence, without saving; return the texts that changed.

    ``occurrences`` and ``facets`` are keyed by page. An entry whose content is unchanged keeps its
    fingerprint and last change time; one that an older version of the code rendered keeps the time.
    """
    stored = _stored_stamps(pages)
    rendered = []
    for page in pages:
        words: dict[tuple[Location, str], CalendarWords] = {}
        for occurrence in occurrences[page.pk]:
            if occurrence.starts_at is None:
                continue
            said = occurrence.location_on(page), occurrence.public_note
            if said not in words:
                words[said] = words_of(page, facets[page.pk], *said)
            known = stored.get((page.pk, occurrence.meeting_id))
            if not _stamp(occurrence, known, page, words[said]):
                text = render_entry(date_of(occurrence), words[said])
                rendered.append(RenderedEntry(occurrence, text))
    return rendered


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The stored state of an occurrence's entry; ``version`` is ``None`` if its text is missing."""

    version: int | None
    fingerprint: int
    changed_at: datetime


def _stored_stamps(pages: Sequence[EventKind]) -> dict[tuple[int, int], _Stamp]:
    """Return the stamps of dated occurrences, keyed by page and meeting."""
    rows = EventOccurrence.objects.filter(
        page__in=[page.pk for page in pages], entry_fingerprint__isnull=False
    ).values_list("page", "meeting", "calendar_entry", "entry_version", *_STAMP)
    return {
        (page, meeting): _Stamp(version if text else None, *stamp)
        for page, meeting, text, version, *stamp in rows
    }


def _stamp(
    occurrence: EventOccurrence, known: _Stamp | None, page: EventKind, words: CalendarWords
) -> bool:
    """Stamp an occurrence; return whether its stored text is still right."""
    date = date_of(occurrence)
    content = int(content_hash(date, words), 16) % CONTENTS
    if known is None:
        known = _Stamp(None, content, _last_change(page, occurrence))
    elif known.fingerprint % CONTENTS != content:
        known = _Stamp(None, _next(known, content), _later_than(known.changed_at))
    elif known.version != FORMAT_VERSION:
        known = _Stamp(None, _next(known, content), known.changed_at)
    occurrence.entry_timezone, occurrence.entry_version = date.told_timezone, FORMAT_VERSION
    occurrence.entry_fingerprint = known.fingerprint
    occurrence.entry_changed_at = known.changed_at
    return known.version == FORMAT_VERSION


def _next(known: _Stamp, content: int) -> int:
    """Return the fingerprint of the text that follows a stored one."""
    changes = (known.fingerprint // CONTENTS + 1) % CHANGES
    return changes * CONTENTS + content


def _later_than(changed_at: datetime) -> datetime:
    """Return a change time later than ``changed_at``, even if the clock has been set back.

    Of two entries with the same sequence, calendars keep the one with the later time.
    """
    now = timezone.now()
    return now if now >= changed_at else changed_at + timedelta(seconds=1)


def _last_change(page: EventKind, occurrence: EventOccurrence) -> datetime:
    """Return when the content of a new entry last changed, as far as that is stored."""
    known: list[datetime | None] = [occurrence.meeting.modified_at, page.last_published_at]
    return max(filter(None, known))


def store_entries(rendered: Sequence[RenderedEntry]) -> None:
    """Store the texts of occurrences that are already stored."""
    upsert(
        CalendarEntry,
        [CalendarEntry(occurrence=new.occurrence, text=new.text) for new in rendered],
        ["text"],
    )


def mark_moved_entries(page: AbstractPage) -> None:
    """Mark every entry at or below a page as changed, because its URL has.

    The step is random, so that the sum of a calendar's fingerprints changes each time.
    """
    moved = EventOccurrence.objects.filter(
        page__path__startswith=page.path, entry_fingerprint__isnull=False
    )
    step = randrange(1, CHANGES) * CONTENTS  # noqa: S311 -- no secret
    fingerprint = (F("entry_fingerprint") + step) % (CONTENTS * CHANGES)
    with transaction.atomic():
        lock_events(moved.order_by().values_list("meeting__event", flat=True).distinct())
        now = timezone.now()
        later = F("entry_changed_at") + timedelta(seconds=1)  # in case the clock was set back
        moved.filter(entry_changed_at__gt=now).update(
            entry_changed_at=later, entry_fingerprint=fingerprint
        )
        moved.filter(entry_changed_at__lte=now).update(
            entry_changed_at=now, entry_fingerprint=fingerprint
        )
