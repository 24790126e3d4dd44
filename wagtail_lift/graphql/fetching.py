"""Fetches what a query shows, with a number of database queries that does not grow with it."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from ..access.privacy import only_public
from ..events.conduct import prefetch_conduct
from ..events.venues import prefetch_venues
from ..lists.cards import EventCard
from ..lists.related import related_events
from ..lists.scopes import full_addresses
from ..models.kinds import EventKind, PackKind, page_types
from ..models.page_model import know_parents
from ..packs.openness import only_open

_PREFETCHED = ("lift_occurrences", "lift_facets", "event_hosts__host__photo__renditions")


class EventsTogether:
    """The events that one list of a query shows; what they share is fetched for all at once."""

    def __init__(self, pages: list[EventKind]) -> None:
        self.pages = pages
        know_parents(pages)
        prefetch_venues(pages)
        prefetch_conduct(pages)
        for page in pages:
            page._lift_together = self
            link = getattr(page, "lift_event_link", None)
            if link is None or link.event.source_id in (None, page.pk):
                page.source = page

    @cached_property
    def related(self) -> dict[int | None, list[EventCard]]:
        """Return the cards of the events that these events point to, by key."""
        return related_events(self.pages, full_addresses(), timezone.now())

    @cached_property
    def packs(self) -> dict[int, PackKind]:
        """Return the open and public packs that these events show or follow, by key."""
        now = timezone.now()
        keys = {row.pack_id for page in self.pages for row in page.occurrences}
        keys |= {page.inspired_by_id for page in self.pages}
        found: dict[int, PackKind] = {}
        for model in page_types(PackKind):
            packs = only_open(model._default_manager.filter(pk__in=keys - {None}), now)
            found |= {pack.pk: pack for pack in packs}
        return found


def public_events(**conditions: Any) -> list[EventKind]:
    """Return the live events that everybody may read, of every page type, in no order."""
    pages = [
        page
        for model in page_types(EventKind)
        for page in _with_rows(only_public(model._default_manager.live().filter(**conditions)))
    ]
    return EventsTogether(pages).pages


def _with_rows(pages: QuerySet) -> QuerySet:
    """Return events with their dates, facets, hosts and images, in a few queries."""
    there = [name for name in _PREFETCHED if hasattr(pages.model, name.partition("__")[0])]
    shown = pages.select_related("locale", "lead_image", "lift_event_link__event")
    return shown.prefetch_related(*there, "lead_image__renditions")


def open_packs(**conditions: Any) -> list[PackKind]:
    """Return the packs that are open to everybody, latest published first."""
    now = timezone.now()
    packs = [
        pack
        for model in page_types(PackKind)
        for pack in only_open(model._default_manager.filter(**conditions), now)
    ]
    prefetch_conduct(packs)
    return sorted(packs, key=_published, reverse=True)


def _published(pack: PackKind) -> tuple[float, int]:
    first = pack.first_published_at
    return (first.timestamp() if first else 0.0, pack.pk)
