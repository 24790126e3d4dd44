"""The projection: from published pages to meetings, occurrences and facets.

It never blocks the change it follows. A fault is logged and leaves the rows of that event
unchanged; ``lift_tick`` finds and repairs them. A fault that breaks the caller's transaction is
raised: otherwise the caller would confirm what is not stored.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone
from wagtail.models import AbstractPage

from ..access.privacy import restricted_among
from ..events.facets import prefetch_facets
from ..events.identity import event_ids_of, lock_events, pages_of
from ..events.timeline import build_occurrences
from ..events.venues import prefetch_venues
from ..models import Event, EventFacet, EventOccurrence
from ..models.kinds import EventKind
from ..packs.lookup import pack_facts_of
from .calendar_entries import stamp_entries, store_entries
from .event_index import index_when_committed
from .faults import log_and_raise_if_broken, raise_if_broken
from .meetings import sync_meetings
from .pack_openings import keep_packs_open
from .purging import purge_when_committed
from .questions import sync_questions
from .rows import write_rows
from .source import appoint_source

AT_ONCE = 200
"""Events projected in one transaction."""

TRIES = 3
"""Attempts at a transaction of the projection's own that the database aborts (a deadlock)."""


def project_event(event_id: int | None, *, makes_past: bool = False) -> bool:
    """Project an event on each page that shows it; return whether it worked.

    Call it after anything that changes whether a page is live or public. It raises only if the
    fault has broken the caller's transaction, which must not be committed then.
    """
    if event_id is None:
        return False
    try:
        _project([event_id], makes_past=makes_past)
    except Exception:
        log_and_raise_if_broken("projection_failed", event_id=event_id)
        return False
    return True


def _project(event_ids: Sequence[int], *, makes_past: bool = False) -> None:
    """Project events; outside the caller's transaction, retry after a deadlock."""
    tries_left = 0 if transaction.get_connection().in_atomic_block else TRIES - 1
    while True:
        try:
            with transaction.atomic():
                project_all(event_ids, makes_past=makes_past)
            return
        except OperationalError:
            if not tries_left:
                raise
            tries_left -= 1


def project_page(page_id: int | None) -> bool:
    """Project the event a page shows, like ``project_event``; ``False`` if it shows none."""
    return project_event(event_ids_of([page_id]).get(page_id)) if page_id else False


def project_pages(page_ids: Iterable[int]) -> None:
    """Project the events that pages show, in batches; skip other pages."""
    project_events(event_ids_of(page_ids).values())


def project_events(event_ids: Iterable[int]) -> None:
    """Project events in batches.

    If a batch fails, its events are projected one by one, so that a fault in one stops no other.
    """
    keys = sorted(set(event_ids))
    for start in range(0, len(keys), AT_ONCE):
        batch = keys[start : start + AT_ONCE]
        try:
            _project(batch)
        except Exception:  # each event that fails alone is logged
            raise_if_broken()
            for key in batch:
                project_event(key)


def project_all(
    event_ids: Sequence[int], *, purges: bool = True, makes_past: bool = False
) -> list[Event]:
    """Write the rows of events in the caller's transaction; return the events whose rows changed.

    It reads stored pages only, because an instance may hold a draft. The number of queries does
    not depend on the number of events, as long as nothing has to be written. Shared caches are
    purged of what the events show before and after, unless ``purges`` is false.
    """
    events = lock_events(event_ids)
    found = pages_of(events.values())
    pages = {key: _pages_of_event(event, found[key]) for key, event in events.items()}
    every = [page for shown in pages.values() for page in shown]
    prefetch_venues(every)
    if purges:
        purge_when_committed(*every)
    has_packs = keep_packs_open([page.pk for page in every], timezone.now())
    meetings = sync_meetings(events, pages, makes_past=makes_past)
    sync_questions(pages)
    packs = pack_facts_of(pages) if has_packs else {}
    restricted = restricted_among(every)
    live = [page for page in every if page.live]
    prefetch_facets(live)
    facets = {page.pk: page.get_facets() for page in live}
    rows = {
        page.pk: build_occurrences(
            page,
            shown[0],
            meetings[key],
            packs.get(key, ()),
            facets[page.pk],
            is_public=page.pk not in restricted,
        )
        for key, shown in pages.items()
        for page in shown
        if page.live
    }
    entries = stamp_entries(live, rows, facets)
    none: dict[int, list[Any]] = {page.pk: [] for page in every}
    changed = write_rows(EventFacet, {**none, **facets}, known_by=("kind", "value"))
    changed |= write_rows(EventOccurrence, {**none, **rows}, known_by=("meeting_id",))
    index_when_committed([page for page in every if page.pk in changed])
    if entries:
        store_entries(entries)
        changed |= {entry.occurrence.page_id for entry in entries}
    return [events[key] for key, shown in pages.items() if any(p.pk in changed for p in shown)]


def _pages_of_event(event: Event, found: Sequence[AbstractPage]) -> list[EventKind]:
    """Return the pages of an event, the source first; appoint a source if there is none.

    Pages whose type no longer exists are left out.
    """
    pages = [page for page in found if isinstance(page, EventKind)]
    if pages:
        appoint_source(event, pages[0])
    return pages
