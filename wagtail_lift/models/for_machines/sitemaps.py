"""What pages add to a sitemap; it asks for public pages alone."""

from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet

from ...enums import FacetKind
from ..addresses import GUIDE_ROUTE, INSIGHTS_ROUTE, host_path, sub_route
from ..hosts import get_host_model
from ..lists.packs import has_open_packs
from ..occurrences import EventFacet, EventOccurrence


def entries_of_event(page: Any, known: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the entries of an event: it changes with its dates, not only with its text."""
    return changed_by(known, EventOccurrence.objects.filter(page=page.pk))


def entries_of_programme(
    page: Any, known: list[dict[str, Any]], now: datetime
) -> list[dict[str, Any]]:
    """Return the entries of a programme, its open packs and the hosts of its public events."""
    below = EventOccurrence.objects.public().filter(page__path__startswith=page.path)
    known = changed_by(known, below)
    routes = [INSIGHTS_ROUTE] if has_open_packs(page, now) else []
    routes += [host_path(slug) for slug in _slugs_of_hosts(page)]
    return [*known, *(_below(page, entry, route) for entry in known[:1] for route in routes)]


def entries_of_pack(page: Any, known: list[dict[str, Any]], now: datetime) -> list[dict[str, Any]]:
    """Return the entries of an open pack and its guide; none while it is closed."""
    if not page.is_open_at(now):
        return []
    routes = [GUIDE_ROUTE] if page.guide else []
    return [*known, *(_below(page, entry, route) for entry in known[:1] for route in routes)]


def changed_by(
    known: list[dict[str, Any]], dates: QuerySet[EventOccurrence]
) -> list[dict[str, Any]]:
    """Return entries that changed at the latest when one of these dates did; one query."""
    latest = dates.aggregate(latest=Max("meeting__modified_at"))["latest"]
    return [
        {**entry, "lastmod": max(filter(None, (entry.get("lastmod"), latest)), default=None)}
        for entry in known
    ]


def _below(page: Any, entry: dict[str, Any], route: str) -> dict[str, Any]:
    return {**entry, "location": sub_route(page, entry["location"], route)}


def _slugs_of_hosts(page: Any) -> list[str]:
    """Return the hosts of the public events below a programme who are public themselves."""
    facets = EventFacet.objects.filter(
        kind=FacetKind.HOST,
        page__path__startswith=page.path,
        page__lift_occurrences__is_public=True,
    )
    keys = set(facets.values_list("value", flat=True))
    hosts = get_host_model()._default_manager.public().filter(translation_key__in=keys)
    slugs = hosts.order_by("slug").values_list("slug", flat=True).distinct()
    return [slug for slug in slugs if slug]
