"""What pages add to a sitemap, which only asks public pages.

A sitemap asks each page of the site separately, with the same request. So the first event or pack
runs the queries for all of them, and the results are cached on the request.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..access.privacy import closed_to
from ..enums import FacetKind
from ..http.addresses import GUIDE_ROUTE, INSIGHTS_ROUTE, host_path, sub_route
from ..lists.packs import has_open_packs
from ..models.hosts import get_host_model
from ..models.kinds import EventKind, PackKind, ProgrammeKind, page_types
from ..models.occurrences import EventFacet, EventOccurrence
from ..packs.openness import only_open

_LATEST = Max("meeting__modified_at")


def is_for_all(page: AbstractPage, request: HttpRequest | None) -> bool:
    """Return whether everybody may read a page."""
    return not _once(request, "closed", lambda: closed_to(None)).holds(page)


def entries_of_event(
    page: EventKind, known: list[dict[str, Any]], request: HttpRequest | None
) -> list[dict[str, Any]]:
    """Return the entries of an event; ``lastmod`` reflects its dates too, not only its text."""
    return changed_by(known, _once(request, "changes_of_dates", _changes_of_dates).get(page.pk))


def entries_of_programme(
    page: ProgrammeKind, known: list[dict[str, Any]], now: datetime
) -> list[dict[str, Any]]:
    """Return the entries of a programme, its list of open packs, and its public events' hosts."""
    below = EventOccurrence.objects.public().filter(page__path__startswith=page.path)
    known = changed_by(known, below.aggregate(latest=_LATEST)["latest"])
    routes = [INSIGHTS_ROUTE] if has_open_packs(page, now) else []
    routes += [host_path(slug) for slug in _slugs_of_hosts(page)]
    return [*known, *(_below(page, entry, route) for entry in known[:1] for route in routes)]


def entries_of_pack(
    page: PackKind, known: list[dict[str, Any]], request: HttpRequest | None, now: datetime
) -> list[dict[str, Any]]:
    """Return the entries of an open pack and its guide, none while it is closed."""
    if page.pk not in _once(request, "open_packs", lambda: _open_packs(now)):
        return []
    routes = [GUIDE_ROUTE] if page.guide else []
    return [*known, *(_below(page, entry, route) for entry in known[:1] for route in routes)]


def changed_by(known: list[dict[str, Any]], changed_at: datetime | None) -> list[dict[str, Any]]:
    """Return entries whose ``lastmod`` is at least ``changed_at``, which may be ``None``."""
    return [
        {**entry, "lastmod": max(filter(None, (entry.get("lastmod"), changed_at)), default=None)}
        for entry in known
    ]


def _changes_of_dates() -> dict[int, datetime]:
    """Return when the dates of each event page last changed, by page."""
    rows = EventOccurrence.objects.order_by().values_list("page")
    return dict(rows.annotate(latest=_LATEST))


def _open_packs(now: datetime) -> set[int]:
    """Return the primary keys of all open packs."""
    return {
        key
        for model in page_types(PackKind)
        for key in only_open(model._default_manager.all(), now).values_list("pk", flat=True)
    }


def _once(request: HttpRequest | None, name: str, ask: Callable[[], Any]) -> Any:
    """Return the result of ``ask``, cached on the request."""
    kept = vars(request).setdefault("_lift_sitemap", {}) if request is not None else {}
    if name not in kept:
        kept[name] = ask()
    return kept[name]


def _below(page: ProgrammeKind | PackKind, entry: dict[str, Any], route: str) -> dict[str, Any]:
    return {**entry, "location": sub_route(page, entry["location"], route)}


def _slugs_of_hosts(page: ProgrammeKind) -> list[str]:
    """Return the slugs of public hosts of the public events below a programme."""
    facets = EventFacet.objects.filter(
        kind=FacetKind.HOST,
        page__path__startswith=page.path,
        page__lift_occurrences__is_public=True,
    )
    keys = set(facets.values_list("value", flat=True))
    hosts = get_host_model()._default_manager.public().filter(translation_key__in=keys)
    slugs = hosts.order_by("slug").values_list("slug", flat=True).distinct()
    return [slug for slug in slugs if slug]
