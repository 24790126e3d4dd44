"""The projection: from published pages to meetings, occurrences and facets.

It never refuses and never stops what called it: a fault is logged and leaves the rows of that
event as they were; ``manage.py rebuild_occurrences`` repairs them.
"""

import logging
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from ..models import EventFacet, EventOccurrence
from ..models.events.facets import prefetch_facets
from ..models.events.families import families_of, find_source, find_sources, lock_pages
from ..models.events.timeline import build_occurrences
from ..models.kinds import EventKind
from ..models.packs.lookup import pack_facts_of, restricted_among
from .calendar_changes import record_calendar_change
from .calendar_entries import store_calendar_entries
from .purge_caches import purge_when_committed
from .retire_meetings import retire_meetings
from .sync_meetings import sync_meetings
from .write_rows import write_rows

logger = logging.getLogger("wagtail_lift")

AT_ONCE = 200
"""How many events are projected in one transaction."""


def project_event(page: Any) -> bool:
    """Project the event that ``page`` shows, on each page that shows it; return whether it worked.

    Never raises. Call it after whatever made the event live, public, or neither.
    """
    return project_page(page.pk)


def project_page(page_id: int | None) -> bool:
    """Project the event on the page with that key, as it is stored; ``False`` if there is none.

    Never raises.
    """
    found = find_source(page_id) if page_id else None
    if found is None or not issubclass(found[1], EventKind):
        return False
    try:
        with transaction.atomic():
            project_sources([found[0]])
    except Exception:
        logger.exception("projection_failed", extra={"page_id": page_id})
        return False
    return True


def project_pages(page_ids: Iterable[int]) -> None:
    """Project the events on pages as they are stored, many at a time; other pages are passed over.

    Never raises. Where many together fail, they are projected one by one, so that a fault in one
    stops no other.
    """
    keys = sorted(set(page_ids))
    for start in range(0, len(keys), AT_ONCE):
        found = find_sources(keys[start : start + AT_ONCE])
        sources = sorted(key for key, model in found.items() if issubclass(model, EventKind))
        try:
            with transaction.atomic():
                project_sources(sources)
        except Exception:  # told of by each that fails alone
            for key in sources:
                project_page(key)


def project_sources(source_keys: Sequence[int], *, purges: bool = True) -> list[list[Any]]:
    """Write the rows of events by the keys of their sources, in the transaction of the caller.

    They come from the stored pages only: an instance may hold a draft. However many events there
    are, the number of queries is the same as long as nothing has to be written. Shared caches are
    purged of what the events show before and after, unless ``purges`` is false.

    Returns the events whose stored rows were others, each with all its pages, the source first.
    """
    families = families_of(lock_pages(source_keys))
    pages = [page for family in families for page in family]
    if purges:
        purge_when_committed(*pages)
    meetings = sync_meetings(families)
    packs = pack_facts_of(families)
    restricted = restricted_among(pages)
    live = [page for page in pages if page.live]
    prefetch_facets(live)
    facets = {page.pk: page.get_facets() for page in live}
    rows = {
        page.pk: build_occurrences(
            page,
            family[0],
            meetings.of_source[family[0].pk],
            packs[family[0].pk],
            facets[page.pk],
            is_public=page.pk not in restricted,
        )
        for family in families
        for page in family
        if page.live
    }
    has_new_entries = store_calendar_entries(live, rows, facets)
    none: dict[int, list[Any]] = {page.pk: [] for page in pages}
    changed = write_rows(EventFacet, {**none, **facets})
    changed |= write_rows(EventOccurrence, {**none, **rows})
    retire_meetings(meetings.gone)
    if has_new_entries or changed:
        record_calendar_change()
    return [family for family in families if any(page.pk in changed for page in family)]
