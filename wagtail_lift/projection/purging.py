"""Tell whoever follows changes, and purge shared caches once a change is committed.

Followers are those of ``wagtail_lift.extension``; caches are those of
``wagtail.contrib.frontend_cache``. Without either this is a no-op with no queries.

An event appears on every page that shows it, on its packs, in the lists, months and feeds of the
programmes above, on its hosts' pages, and wherever a block lists a programme. URLs with filters
cannot be enumerated; they expire by themselves, see ``wagtail_lift.http.caching``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import AbstractPage, ReferenceIndex

from ..access.privacy import only_public
from ..enums import FacetKind
from ..extension import Touched, is_followed, tell_followers
from ..http.addresses import ICS_OF_HOST_ROUTE, ICS_OF_TAG_ROUTE, host_path, with_slug
from ..http.api_addresses import addresses_in_api
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
    if pages and is_watched():
        _note({page.pk for page in pages})


def purge_leaving(page: AbstractPage) -> None:
    """Purge the URLs of a page that is about to be deleted or unpublished."""
    if is_watched():
        _note({page.pk})
    if has_frontend_cache():
        _pending(lambda purge: purge.note_leaving(page))


def purge_old_address(page: AbstractPage) -> None:
    """Purge the URLs that a page had before it, or a page above, was moved or renamed."""
    if is_followed():
        tell_followers(Touched(moved=frozenset({page.pk})))
    if has_frontend_cache():
        shown = {page.pk} | packs_beside({page.pk}) | translations_of({page.pk})
        _pending(lambda purge: purge.note(shown))
        _pending(lambda purge: purge.note_leaving(page))


def purge_host(host: AbstractHostProfile) -> None:
    """Purge the page of a host in every programme."""
    if is_followed():
        tell_followers(Touched(hosts=frozenset({host.translation_key})))
    if has_frontend_cache():
        _pending(lambda purge: purge.note_host(host.translation_key))


def is_watched() -> bool:
    """Return whether anybody wants to know of changes: a follower or a front-end cache."""
    return is_followed() or has_frontend_cache()


def _note(keys: set[int]) -> None:
    """Tell followers of pages and of the packs and languages beside them, and purge these."""
    shown = keys | packs_beside(keys) | translations_of(keys)
    shown |= _pages_pointing_at(shown)
    if is_followed():
        tell_followers(Touched(pages=frozenset(shown)))
    if has_frontend_cache():
        _pending(lambda purge: purge.note(shown))


def public_addresses_of(page_id: int) -> set[str]:
    """Return the URLs that show a page and that everybody may read."""
    shown = Shown()
    shown.note({page_id} | packs_beside({page_id}))
    return shown.urls_now(only_public_ones=True)


def public_addresses_of_host(translation_key: UUID) -> set[str]:
    """Return the URLs of a public host's pages that everybody may read."""
    shown = Shown()
    shown.note_host(translation_key)
    return shown.urls_now(only_public_ones=True)


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
class Shown:
    """Where pages are shown: pages by primary key, so that their newest URLs count.

    ``programmes`` are those whose lists and sub-routes show them, ``above`` those among them that
    are at or above the pages.
    """

    pages: set[int] = field(default_factory=set)
    programmes: set[int] = field(default_factory=set)
    above: set[int] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)
    hosts: set[AbstractHostProfile] = field(default_factory=set)

    def note(self, keys: set[int]) -> None:
        """Add pages, the programmes above, and the months, hosts and topics stored now."""
        self.pages |= keys
        self.above |= _programmes_above(self.pages)
        self.programmes |= self.above
        rows = EventOccurrence.objects.filter(page__in=keys)
        self.paths |= _months(rows) | _paths_of_facets(keys)

    def note_host(self, translation_key: UUID) -> None:
        """Add the page of a host in every programme, in every language of the host."""
        self.paths |= _host_paths({translation_key})
        family = get_host_model()._default_manager.filter(translation_key=translation_key)
        self.hosts |= set(family.only("pk"))
        for model in page_types(ProgrammeKind):
            self.programmes |= set(model._default_manager.live().values_list("pk", flat=True))

    def urls_now(self, *, only_public_ones: bool = False) -> set[str]:
        """Return the URLs of all this as it is now, and those noted before."""
        pages = get_page_model()._default_manager.all()
        if only_public_ones:
            pages = only_public(pages.live())
        batch = PurgeBatch(self.urls)
        batch.add_pages(pages.filter(pk__in=self.pages - self.programmes))
        batch.add_pages(pages.filter(pk__in=_pages_listing(self.programmes), live=True))
        for programme in pages.filter(pk__in=self.programmes).specific(defer=True):
            url = programme.get_full_url(batch)
            paths = {*programme.get_fixed_paths(), *self.paths}
            batch.add_urls(f"{url}{path.lstrip('/')}" for path in paths if url)
        return set(batch.urls)


@dataclass(eq=False)
class _Purge(Shown):
    """What to purge when the transaction commits."""

    is_done: bool = False

    def note_leaving(self, page: AbstractPage) -> None:
        """Add the URLs of a page that may be gone or changed by the commit."""
        batch = PurgeBatch()
        batch.add_page(page)
        self.urls |= batch.urls

    def __call__(self) -> None:
        """Purge, including what was added after pages were noted."""
        self.is_done = True
        pages = get_page_model()._default_manager.filter(pk__in=self.pages)
        keys = set(pages.values_list("pk", flat=True))
        self.note(keys | packs_beside(keys))
        shown = self.pages | self.above | _pages_listing(self.programmes)
        PurgeBatch(self.urls_now() | addresses_in_api(shown, self.hosts)).purge()


def packs_beside(keys: set[int]) -> set[int]:
    """Return the packs that show events: those about them, and those that inspired them."""
    rows = EventOccurrence.objects.filter(page__in=keys)
    packs = rows.exclude(pack=None).order_by().values_list("pack", flat=True).distinct()
    about = [
        model._default_manager.filter(event__in=keys).values_list("pk", flat=True)
        for model in page_types(PackKind)
    ]
    return set(packs).union(*about, _packs_that_inspired(keys))


def translations_of(keys: set[int]) -> set[int]:
    """Return the pages in other languages, whose heads name these and their addresses."""
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return set()
    manager = get_page_model()._default_manager
    named = manager.filter(pk__in=keys).values("translation_key")
    others = manager.filter(translation_key__in=named).exclude(pk__in=keys)
    return set(others.values_list("pk", flat=True))


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
    return _pages_choosing(programmes, model_path__endswith=".programme")


def _pages_pointing_at(keys: set[int]) -> set[int]:
    """Return the events that show some of these pages as related events."""
    return _pages_choosing(keys, model_path__startswith="related_events.")


def _pages_choosing(keys: set[int], **where: str) -> set[int]:
    """Return the pages that name some of these pages in a block, by Wagtail's reference index."""
    page_type = ContentType.objects.get_for_model(get_page_model(), for_concrete_model=False)
    found = ReferenceIndex.objects.filter(
        to_content_type=page_type,
        to_object_id__in=[str(key) for key in keys],
        base_content_type=page_type,
        **where,
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
