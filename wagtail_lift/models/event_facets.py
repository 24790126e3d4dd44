"""What an event can be found by: topics, audiences, hosts, access and attendance."""

from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from ..enums import FacetKind
from .hosts import get_host_model
from .occurrences import EventFacet


def related(page: Any, name: str) -> list[Any]:
    """Return the objects of a relation that a page type may or may not have."""
    manager = getattr(page, name, None)
    return list(manager.all()) if manager is not None else []


def public_host_links(page: Any) -> list[Any]:
    """Return the links to hosts that may be shown, in order; each ``host`` is the reader's own."""
    manager = getattr(page, "event_hosts", None)
    if manager is None:
        return []
    is_fetched = "event_hosts" in getattr(page, "_prefetched_objects_cache", {})
    found = manager.all() if is_fetched else manager.select_related("host__photo")
    links = sorted(found, key=lambda link: link.sort_order or 0)
    hosts = get_host_model()._default_manager.select_related("photo")
    prefetch_related_objects(links, Prefetch("host", queryset=hosts))  # those of a draft
    return [link for link in links if link.host_id and link.host.is_public]


def labels_of(page: Any, kind: FacetKind) -> list[str]:
    """Return the labels of one kind of facet; of a published page from its stored rows."""
    return [facet.label for facet in page.facets if facet.kind == kind]


def facets_of(page: Any) -> list[EventFacet]:
    """Return the facets of a page, unsaved, each once; hosts that are not public are left out."""
    found = [(FacetKind.TOPIC, tag.slug, tag.name) for tag in related(page, "topics")]
    found += [(FacetKind.AUDIENCE, tag.slug, tag.name) for tag in related(page, "audiences")]
    found += [
        (FacetKind.HOST, str(link.host.translation_key), link.host.display_name)
        for link in public_host_links(page)
    ]
    found += [(FacetKind.ACCESS, feature.value, str(feature.label)) for feature in page.access]
    mode = page.attendance
    found.append((FacetKind.MODE, mode.value, str(mode.label)))
    once = {(kind, value[:200]): label[:200] for kind, value, label in found}
    return [
        EventFacet(page_id=page.pk, kind=kind, value=value, label=label)
        for (kind, value), label in once.items()
    ]
