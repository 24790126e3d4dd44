"""The projection: from published pages to meetings, occurrences and facets.

It never refuses. A fault is logged and leaves the rows of that event as they were; ``lift_tick``
finds and repairs them. A fault that takes the caller's transaction with it is not swallowed: what
was confirmed would not be stored.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone

from ..access.privacy import restricted_among
from ..events.facets import prefetch_facets
from ..events.identity import event_ids_of, lock_events, pages_of
from ..events.timeline import build_occurrences
from ..models import Event, EventFacet, EventOccurrence
from ..packs.lookup import pack_facts_of
from ..page_types.kinds import EventKind
from .calendar_entries import stamp_entries, store_entries
from .faults import log_and_raise_if_broken, raise_if_broken
from .meetings import sync_meetings
from .pack_openings import keep_packs_open
from .purging import purge_when_committed
from .questions import sync_questions
from .rows import write_rows
from .source import appoint_source

AT_ONCE = 200
"""How many events are projected in one transaction."""

TRIES = 3
"""How often a transaction of the projection's own is tried that a database ends by itself."""


def project_event(event_id: int | None, *, makes_past: bool = False) -> bool:
    """Project an event on each page that shows it; return whether it worked.

    Call it after whatever made a page live, public, or neither. It raises only where the fault has
    broken the transaction of the caller, which must not be committed then.
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
    """Project events; of a deadlock's victim that stands alone, try again."""
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
    """Project the event that a page shows as ``project_event`` does; ``False`` if it has none."""
    return project_event(event_ids_of([page_id]).get(page_id)) if page_id else False


def project_pages(page_ids: Iterable[int]) -> None:
    """Project the events that pages show, many at a time; other pages are passed over."""
    project_events(event_ids_of(page_ids).values())


def project_events(event_ids: Iterable[int]) -> None:
    """Project events many at a time.

    Where many together fail, they are projected one by one, so that a fault in one stops no other.
    """
    keys = sorted(set(event_ids))
    for start in range(0, len(keys), AT_ONCE):
        batch = keys[start : start + AT_ONCE]
        try:
            _project(batch)
        except Exception:  # told of by each that fails alone
            raise_if_broken()
            for key in batch:
                project_event(key)


def project_all(
    event_ids: Sequence[int], *, purges: bool = True, makes_past: bool = False
) -> list[Event]:
    """Write the rows of events, in the transaction of the caller.

    They come from the stored pages only: an instance may hold a draft. However many events there
    are, the number of queries is the same as long as nothing has to be written. Shared caches are
    purged of what the events show before and after, unless ``purges`` is false.

    Returns the events whose stored rows were others.
    """
    events = lock_events(event_ids)
    found = pages_of(events.values())
    pages = {key: _pages_of_event(event, found[key]) for key, event in events.items()}
    every = [page for shown in pages.values() for page in shown]
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
    if entries:
        store_entries(entries)
        changed |= {entry.occurrence.page_id for entry in entries}
    return [events[key] for key, shown in pages.items() if any(p.pk in changed for p in shown)]


def _pages_of_event(event: Event, found: Sequence[Any]) -> list[Any]:
    """Return the pages of an event, the source first; where it has none, one is appointed.

    Pages whose type is gone are left out.
    """
    pages = [page for page in found if isinstance(page, EventKind)]
    if pages:
        appoint_source(event, pages[0])
    return pages
