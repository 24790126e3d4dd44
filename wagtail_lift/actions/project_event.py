"""The projection: from published pages to meetings, occurrences and facets.

It never refuses and never stops what called it: a fault is logged and leaves the rows of that
event as they were; ``manage.py rebuild_occurrences`` repairs them.
"""

import logging
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from ..models import EventFacet, EventOccurrence, get_page_model
from ..models.event_facets import prefetch_facets
from ..models.families import families_of, lock_pages, source_of
from ..models.kinds import EventKind
from ..models.packs import pack_facts_of, restricted_among
from ..models.timeline import build_occurrences
from .calendar_entries import store_calendar_entries
from .purge_caches import purge_when_committed
from .sync_meetings import sync_meetings

logger = logging.getLogger("wagtail_lift")


def project_event(page: Any) -> bool:
    """Project the event that ``page`` shows, on each page that shows it; return whether it worked.

    Never raises. Call it after whatever made the event live, public, or neither.
    """
    try:
        with transaction.atomic():
            project_sources([source_of(page).pk])
    except Exception:
        logger.exception("projection_failed", extra={"page_id": page.pk})
        return False
    return True


def project_page(page_id: int | None) -> bool:
    """Project the event on the page with that key, as it is stored; ``False`` if there is none."""
    page = get_page_model()._default_manager.filter(pk=page_id).first() if page_id else None
    if page is None or not issubclass(page.specific_class or type(page), EventKind):
        return False
    return project_event(page.specific)


def project_sources(source_keys: Sequence[int], *, purges: bool = True) -> None:
    """Write the rows of events by the keys of their sources, in the transaction of the caller.

    They come from the stored pages only: an instance may hold a draft. However many events there
    are, the number of queries is the same as long as nothing has to be written. Shared caches are
    purged of what the events show before and after, unless ``purges`` is false.
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
            meetings[family[0].pk],
            packs[family[0].pk],
            is_public=page.pk not in restricted,
        )
        for family in families
        for page in family
        if page.live
    }
    store_calendar_entries(live, rows, facets)
    _replace(EventFacet, pages, facets)
    _replace(EventOccurrence, pages, rows)


def _replace(model: Any, pages: Sequence[Any], rows: dict[int, list[Any]]) -> None:
    model.objects.filter(page__in=[page.pk for page in pages]).delete()
    model.objects.bulk_create([row for of_page in rows.values() for row in of_page], batch_size=200)
