"""The projection: from published pages to meetings, occurrences and facets.

It never refuses and never stops what called it: a fault is logged and leaves the rows of that
event as they were; ``manage.py rebuild_occurrences`` repairs them.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from ..models import EventFacet, EventOccurrence, Meeting, get_page_model
from ..models.families import lock_page, pages_showing, source_of
from ..models.kinds import EventKind, page_types
from ..models.packs import is_unrestricted, pack_facts, packs_about
from ..models.timeline import build_occurrences
from .calendar_entries import store_calendar_entries
from .purge_caches import purge_when_committed
from .sync_meetings import adopt_meetings, sync_meetings

logger = logging.getLogger("wagtail_lift")


def project_event(page: Any) -> bool:
    """Project the event that ``page`` shows, on each page that shows it; return whether it worked.

    Never raises. Call it after whatever made the event live, public, or neither.
    """
    try:
        with transaction.atomic():
            _project(source_of(page).pk)
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


def _project(source_pk: int) -> None:
    """Write the rows of one event, from the stored pages only: an instance may hold a draft."""
    locked = lock_page(source_pk)
    pages = pages_showing(locked)
    source = pages[0]
    purge_when_committed(*pages)
    if any(page.live for page in pages):
        adopt_meetings(source, pages)
        sync_meetings(source)
    meetings = list(Meeting.objects.filter(event_id=source.pk).order_by("pk"))
    packs = [(pack, pack_facts(pack)) for pack in packs_about(pages)]
    EventOccurrence.objects.filter(page__in=[p.pk for p in pages]).delete()
    for page in pages:
        facets = page.get_facets() if page.live else []
        _replace_facets(page, facets)
        if page.live:
            rows = build_occurrences(page, source, meetings, packs, is_public=is_unrestricted(page))
            store_calendar_entries(page, rows, facets)
            EventOccurrence.objects.bulk_create(rows)


def _replace_facets(page: Any, facets: list[EventFacet]) -> None:
    EventFacet.objects.filter(page_id=page.pk).delete()
    EventFacet.objects.bulk_create(facets)


@dataclass(frozen=True, slots=True)
class RebuiltEvent:
    """What rebuilding one event found: ``has_drifted`` if its stored rows had to change."""

    page_id: int
    title: str
    is_projected: bool
    has_drifted: bool


def rebuild_occurrences() -> Iterator[RebuiltEvent]:
    """Project every event anew, one transaction each, and yield what was found, one by one."""
    orphans = EventOccurrence.objects.exclude(page__live=True)
    orphans.delete()
    for model in page_types(EventKind):
        keys = model._default_manager.filter(alias_of=None).order_by("pk").values_list("pk")
        for (key,) in keys.iterator(chunk_size=500):
            page = model._default_manager.filter(pk=key).first()
            if page is not None and source_of(page).pk == page.pk:
                yield _rebuild(page)


def _rebuild(page: Any) -> RebuiltEvent:
    before = _stored_rows(page)
    is_projected = project_event(page)
    return RebuiltEvent(page.pk, page.title, is_projected, before != _stored_rows(page))


def _stored_rows(page: Any) -> tuple[list[Any], list[Any]]:
    keys = [p.pk for p in pages_showing(page)]
    columns = [f.attname for f in EventOccurrence._meta.concrete_fields if f.name != "id"]
    occurrences = EventOccurrence.objects.filter(page__in=keys).values_list(*columns)
    facets = EventFacet.objects.filter(page__in=keys).values_list(
        "page_id", "kind", "value", "label"
    )
    return sorted(occurrences, key=str), sorted(facets)
