"""What an event can be found by: topics, audiences, hosts, access and attendance."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects
from taggit.models import ItemBase, TagBase

from ..enums import FacetKind, HostRole, word_or
from ..formats.languages import label_in, language_of
from ..models.hosts import get_host_model
from ..models.kinds import EventKind, ProgrammeKind
from ..models.occurrences import EventFacet
from ..models.page_model import get_page_model
from ..page_types.host_link import EventHostMixin

TAGS = ("topics", "audiences")


def prefetch_facets(pages: Sequence[EventKind]) -> None:
    """Fetch the hosts and tags of published pages, a few queries for each page type."""
    by_type: dict[type[EventKind], list[EventKind]] = {}
    for page in pages:
        by_type.setdefault(type(page), []).append(page)
    for page_type, of_type in by_type.items():
        if hasattr(page_type, "event_hosts"):
            _prefetch_hosts(of_type, page_type._meta.get_field("event_hosts").related_model)
        for name in TAGS:
            if hasattr(page_type, name):
                _prefetch_tags(of_type, name, getattr(page_type, name).through)


def _prefetch_hosts(pages: Sequence[EventKind], model: type[EventHostMixin]) -> None:
    """Fetch the host links of pages; links to the same host share one instance."""
    by_page: dict[int, list[EventHostMixin]] = {page.pk: [] for page in pages}
    links = list(model._default_manager.filter(page__in=by_page))
    hosts = get_host_model()._default_manager.in_bulk({link.host_id for link in links})
    field = model._meta.get_field("host")
    for link in links:
        if link.host_id in hosts:  # skips a host that is being deleted
            field.set_cached_value(link, hosts[link.host_id])
            by_page[link.page_id].append(link)
    _remember(pages, "event_hosts", by_page)


def _remember(pages: Sequence[EventKind], name: str, by_page: Mapping[int, list[Any]]) -> None:
    for page in pages:
        page.__dict__.setdefault("_lift_related", {})[name] = by_page[page.pk]


def _prefetch_tags(pages: Sequence[EventKind], name: str, through: type[ItemBase]) -> None:
    """Fetch the tags of pages in one query; pages with the same tag share one instance."""
    by_page: dict[int, list[TagBase]] = {page.pk: [] for page in pages}
    tags: dict[int, TagBase] = {}
    model = through._meta.get_field("tag").related_model
    columns = [field.attname for field in model._meta.concrete_fields]
    items = through._default_manager.filter(content_object__in=by_page).order_by("pk")
    for page_key, key, *values in items.values_list(
        "content_object_id", "tag_id", *(f"tag__{column}" for column in columns)
    ):
        if key not in tags:
            tags[key] = model.from_db(items.db, columns, values)
        by_page[page_key].append(tags[key])
    _remember(pages, name, by_page)


def related(page: EventKind, name: str) -> list[Any]:
    """Return the objects of a relation that a page type may or may not have."""
    fetched = page.__dict__.get("_lift_related", {})
    if name in fetched:
        return list(fetched[name])
    manager = getattr(page, name, None)
    return list(manager.all()) if manager is not None else []


def tags_in_order(page: EventKind, name: str) -> list[TagBase]:
    """Return the tags of a relation, sorted by name."""
    return sorted(related(page, name), key=lambda tag: by_name(tag.name))


def by_name(name: str) -> tuple[str, str]:
    """Return the sort key for names, which ignores case."""
    return name.casefold(), name


def public_host_links(page: EventKind) -> list[EventHostMixin]:
    """Return the links to hosts that may be shown, in order."""
    links = sorted(_host_links(page), key=lambda link: link.sort_order or 0)
    of_a_draft = [link for link in links if not link._meta.get_field("host").is_cached(link)]
    if of_a_draft:
        hosts = get_host_model()._default_manager.select_related("photo")
        prefetch_related_objects(of_a_draft, Prefetch("host", queryset=hosts))
    return [link for link in links if link.host_id and link.host.is_public]


def roles_of(page: EventKind) -> dict[str, HostRole]:
    """Return what each public host does at an event, by the value of their facet."""
    roles: dict[str, HostRole] = {}
    for link in public_host_links(page):
        roles.setdefault(facet_value_of(link), word_or(HostRole.HOST, link.role))
    return roles


def facet_value_of(link: EventHostMixin) -> str:
    """Return the value of the facet by which events of a host are found, in any language."""
    return str(link.host.translation_key)


def _host_links(page: EventKind) -> Iterable[EventHostMixin]:
    manager = getattr(page, "event_hosts", None)
    known = page.__dict__.get("_lift_related", {}).get("event_hosts")
    if known is not None or manager is None:
        return known or ()
    is_fetched = "event_hosts" in getattr(page, "_prefetched_objects_cache", {})
    return manager.all() if is_fetched else manager.select_related("host__photo")


def labels_of(page: EventKind, kind: FacetKind) -> list[str]:
    """Return the sorted labels of one kind of facet; for a published page, from its stored rows."""
    return sorted((facet.label for facet in page.facets if facet.kind == kind), key=by_name)


def facets_of(page: EventKind) -> list[EventFacet]:
    """Return the facets of a page, unsaved, each once; hosts that are not public are left out.

    Labels are in the language of the page, not the active one, because they are stored and
    compared.
    """
    language = language_of(page).code
    found = [(FacetKind.TOPIC.value, tag.slug, tag.name) for tag in tags_in_order(page, "topics")]
    found += [
        (FacetKind.AUDIENCE.value, tag.slug, tag.name) for tag in tags_in_order(page, "audiences")
    ]
    found += [
        (FacetKind.HOST.value, facet_value_of(link), link.host.display_name)
        for link in public_host_links(page)
    ]
    found += [
        (FacetKind.ACCESS.value, feature.value, label_in(language, feature))
        for feature in page.access
    ]
    mode = page.attendance
    found.append((FacetKind.MODE.value, mode.value, label_in(language, mode)))
    once = {(kind, value[:200]): label[:200] for kind, value, label in found}
    return [EventFacet(None, page.pk, kind, value, label) for (kind, value), label in once.items()]


def host_slugs_below(programme: ProgrammeKind) -> list[str]:
    """Return the sorted slugs of the public hosts of the events below a programme."""
    pages = get_page_model()._default_manager.filter(pk=programme.pk)
    path = pages.values_list("path", flat=True).first() or programme.path  # it may be stale
    facets = EventFacet.objects.filter(kind=FacetKind.HOST, page__path__startswith=path)
    keys = {UUID(value) for value in facets.values_list("value", flat=True)}
    hosts = get_host_model()._default_manager.public().filter(translation_key__in=keys)
    return sorted(slug for slug in hosts.values_list("slug", flat=True) if slug)
