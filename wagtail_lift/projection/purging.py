"""Purge shared caches through ``wagtail.contrib.frontend_cache`` once a change is committed.

An event appears on every page that shows it, on its packs, in the lists, months and feeds of the
programmes above, on its hosts' pages, and wherever a block lists a programme. Without a front-end
cache this is a no-op with no queries. URLs with filters cannot be enumerated; they expire by
themselves, see ``wagtail_lift.http.caching``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import AbstractPage, ReferenceIndex

from ..enums import FacetKind
from ..http.addresses import ICS_OF_HOST_ROUTE, ICS_OF_TAG_ROUTE, host_path, with_slug
from ..models import (
    AbstractHostProfile,
    EventFacet,
    EventOccurrence,
    get_host_model,
    get_page_model,
)
from ..models.kinds import EventKind, PackKind, ProgrammeKind, is_kind, page_types


def purge_when_committed(*pages: AbstractPage) -> None:
    """Purge what pages (events, packs, programmes) show, before and after the change."""
    if pages and has_frontend_cache():
        _pending(lambda purge: purge.note(pages))


def purge_leaving(page: AbstractPage) -> None:
    """Purge the URLs of a page that is about to be deleted, moved or renamed."""
    if has_frontend_cache():
        _pending(lambda purge: purge.note_leaving(page))


def purge_host(host: AbstractHostProfile) -> None:
    """Purge the page of a host in every programme."""
    if has_frontend_cache():
        _pending(lambda purge: purge.note_host(host))


def has_frontend_cache() -> bool:
    """Return whether the site has a front-end cache to purge."""
    names = ("WAGTAILFRONTENDCACHE", "WAGTAILFRONTENDCACHE_LOCATION")
    return any(getattr(settings, name, None) for name in names)


def _pending(note: Callable[["_Purge"], None]) -> None:
    """Add to the one purge that runs when this transaction commits.

    A purge that is still waiting was registered in a savepoint that was kept or encloses this one,
    so it runs if this change is committed. A rollback may leave it purging more than needed.
    """
    waiting = (hook[1] for hook in transaction.get_connection().run_on_commit)
    ours = (hook for hook in waiting if isinstance(hook, _Purge) and not hook.is_done)
    purge = next(ours, None)
    if purge is not None:
        note(purge)
        return
    purge = _Purge()
    note(purge)
    transaction.on_commit(purge, robust=True)


@dataclass(eq=False)
class _Purge:
    """What to purge: pages by primary key, so that their newest URLs are purged too."""

    pages: set[int] = field(default_factory=set)
    programmes: set[int] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)
    is_done: bool = False

    def note(self, pages: Iterable[AbstractPage]) -> None:
        """Add pages, the programmes above, and the months, hosts and topics stored now."""
        keys = {page.pk for page in pages}
        rows = EventOccurrence.objects.filter(page__in=keys)
        packs = rows.exclude(pack=None).order_by().values_list("pack", flat=True).distinct()
        packs_by_event = [
            model._default_manager.filter(event__in=keys).values_list("pk", flat=True)
            for model in page_types(PackKind)
        ]
        self.pages |= keys.union(packs, *packs_by_event, _packs_that_inspired(keys))
        self.programmes |= _programmes_above(self.pages)
        self.paths |= _months(rows) | _paths_of_facets(keys)

    def note_leaving(self, page: AbstractPage) -> None:
        """Add the URLs of a page that may be gone or changed by the commit."""
        self.note([page])
        batch = PurgeBatch()
        batch.add_page(page)
        self.urls |= batch.urls

    def note_host(self, host: AbstractHostProfile) -> None:
        """Add the page of a host in every programme, in every language of the host."""
        self.paths |= _host_paths({host.translation_key})
        for model in page_types(ProgrammeKind):
            self.programmes |= set(model._default_manager.live().values_list("pk", flat=True))

    def __call__(self) -> None:
        """Purge, including what was added after pages were noted."""
        self.is_done = True
        manager = get_page_model()._default_manager
        self.note(manager.filter(pk__in=self.pages).only("pk"))
        batch = PurgeBatch(self.urls)
        batch.add_pages(manager.filter(pk__in=self.pages - self.programmes))
        batch.add_pages(manager.filter(pk__in=_pages_listing(self.programmes), live=True))
        for programme in manager.filter(pk__in=self.programmes).specific(defer=True):
            url = programme.get_full_url(batch)
            paths = {*programme.get_fixed_paths(), *self.paths}
            batch.add_urls(f"{url}{path.lstrip('/')}" for path in paths if url)
        batch.purge()


def _packs_that_inspired(keys: set[int]) -> set[int]:
    """Return the packs that events name as their inspiration, in every language."""
    manager = get_page_model()._default_manager
    found: set[int] = set()
    for model in page_types(EventKind):
        named = model._default_manager.filter(pk__in=keys).values("inspired_by__translation_key")
        found |= set(manager.filter(translation_key__in=named).values_list("pk", flat=True))
    return found


def _programmes_above(keys: set[int]) -> set[int]:
    """Return the programmes at or above pages."""
    manager = get_page_model()._default_manager
    paths: set[str] = set()
    for path in manager.filter(pk__in=keys).values_list("path", flat=True):
        steps = range(get_page_model().steplen, len(path) + 1, get_page_model().steplen)
        paths |= {path[:step] for step in steps}
    above = manager.filter(path__in=paths).only("pk", "content_type")
    return {page.pk for page in above if is_kind(page, ProgrammeKind)}


def _pages_listing(programmes: set[int]) -> set[int]:
    """Return the pages that list events of programmes in a block.

    Wagtail's reference index finds them by the block's field: a page that merely links to a
    programme, as many may, shows none of its events.
    """
    page_type = ContentType.objects.get_for_model(get_page_model(), for_concrete_model=False)
    found = ReferenceIndex.objects.filter(
        to_content_type=page_type,
        to_object_id__in=[str(key) for key in programmes],
        base_content_type=page_type,
        model_path__endswith=".programme",
    )
    return {int(key) for key in found.values_list("object_id", flat=True)}


def _months(rows: QuerySet[EventOccurrence]) -> set[str]:
    """Return the paths of the months in which dates start and end."""
    instants = [
        instant
        for row in rows.only("starts_at", "ends_at", "timezone")
        for instant in (row.local_starts_at, row.local_ends_at)
        if instant is not None
    ]
    return {f"calendar/{instant:%Y/%m}/" for instant in instants}


def _paths_of_facets(keys: set[int]) -> set[str]:
    """Return the paths of the hosts and topics of events."""
    kinds = (FacetKind.HOST, FacetKind.TOPIC)
    facets = EventFacet.objects.filter(page__in=keys, kind__in=kinds)
    found = set(facets.values_list("kind", "value"))
    topics = {with_slug(ICS_OF_TAG_ROUTE, value) for kind, value in found if kind != FacetKind.HOST}
    return topics | _host_paths({value for kind, value in found if kind == FacetKind.HOST})


def _host_paths(keys: set[UUID] | set[str]) -> set[str]:
    hosts = get_host_model()._default_manager.filter(translation_key__in=keys)
    slugs = {slug for slug in hosts.values_list("slug", flat=True) if slug}
    calendars = {with_slug(ICS_OF_HOST_ROUTE, slug) for slug in slugs}
    return calendars | {host_path(slug) for slug in slugs}
