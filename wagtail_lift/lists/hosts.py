"""Lists of the public hosts of a scope, and where each has a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.db.models.functions import Left, Length
from django.http import HttpRequest
from wagtail.search.backends import get_search_backend

from ..access.privacy import closed_to
from ..access.site_hosts import has_several_sites, held_on
from ..enums import FacetKind
from ..http.addresses import host_path, sub_route, sub_route_of
from ..models.hosts import AbstractHostProfile, get_host_model
from ..models.kinds import ProgrammeKind, is_kind
from ..models.occurrences import EventFacet
from ..models.page_model import get_page_model
from ..models.querysets import HostProfileQuerySet
from .scopes import ListScope
from .searches import MOST_FOUND, words_of


def hosts_in(
    scope: ListScope, request: HttpRequest | None, *, is_whole_site: bool = False
) -> HostProfileQuerySet:
    """Return the public hosts of the events of a scope that this reader may see, by name.

    With one site, every public host is that of the whole site, whether or not they hold an event.
    """
    hosts: HostProfileQuerySet = get_host_model()._default_manager.public()
    if scope.locale_id is not None:
        hosts = hosts.filter(locale=scope.locale_id)
    if not is_whole_site or has_several_sites():
        there = scope.within(), closed_to(request).outside()
        hosts = held_on(hosts, get_page_model()._default_manager.live().filter(*there))
    return hosts.order_by("name", "pk")


def host_named(hosts: HostProfileQuerySet, slug: str, locale_id: int) -> AbstractHostProfile | None:
    """Return the host with a slug, in a language if there are several."""
    found = list(hosts.filter(slug=slug).order_by("locale_id"))
    return next((host for host in found if host.locale_id == locale_id), next(iter(found), None))


def found_hosts(hosts: HostProfileQuerySet, text: str) -> HostProfileQuerySet:
    """Keep the hosts that match all words of a text; one query."""
    words = words_of(text)
    if not words:
        return hosts.filter(Q(pk__in=()))
    among = get_host_model()._default_manager.filter(live=True, is_listed=True).only("pk")
    found = get_search_backend().search(words, among)[:MOST_FOUND]
    return hosts.filter(pk__in=[host.pk for host in found])


@dataclass(frozen=True, slots=True)
class _Programme:
    """A programme that may have pages of hosts: its place, language and address."""

    path: str
    locale_id: int
    url: str


def urls_of_hosts(
    hosts: Sequence[AbstractHostProfile], scope: ListScope, request: HttpRequest | None
) -> list[list[str]]:
    """Return the URLs of the pages about each host; none for one who has no page.

    In a programme that is the page there. In a site there is one in each programme at or above an
    event of theirs that this reader may see, the widest first: programmes in the language of the
    host, and those in whose language there is no such host. Up to three queries for all.
    """
    if is_kind(scope.root, ProgrammeKind):
        url = sub_route(scope.root, scope.addresses(scope.root.url_path))
        return [[f"{url}{host_path(host.slug)}"] if url and host.slug else [] for host in hosts]
    above = _paths_above_events({host.translation_key for host in hosts}, scope, request)
    programmes = _programmes_at(set().union(*above.values()), scope)
    known = _languages_of(hosts, programmes)
    return [
        [
            f"{programme.url}{host_path(host.slug)}"
            for programme in programmes
            if host.slug
            and programme.path in above.get(host.translation_key, ())
            and (
                programme.locale_id == host.locale_id
                or (host.translation_key, programme.locale_id) not in known
            )
        ]
        for host in hosts
    ]


def _paths_above_events(
    keys: set[UUID], scope: ListScope, request: HttpRequest | None
) -> dict[UUID, set[str]]:
    """Return the tree paths above the events of hosts that this reader may see; one query."""
    step = get_page_model().steplen
    pages = get_page_model()._default_manager.live()
    pages = pages.filter(scope.within(), closed_to(request).outside()).order_by()
    rows = EventFacet.objects.filter(
        kind=FacetKind.HOST, value__in=map(str, keys), page__in=pages.values("pk")
    ).annotate(above=Left("page__path", Length("page__path") - step))
    found: dict[UUID, set[str]] = {}
    for key, path in rows.order_by().values_list("value", "above").distinct():
        ends = range(step, len(path) + 1, step)
        found.setdefault(UUID(key), set()).update(path[:end] for end in ends)
    return found


def _programmes_at(paths: Iterable[str], scope: ListScope) -> list[_Programme]:
    """Return the live programmes of a scope with one of these paths, in tree order; one query."""
    pages = get_page_model()._default_manager.live().filter(scope.within(), path__in=paths)
    columns = ("path", "locale", "content_type", "url_path")
    found = []
    for path, locale, kind, url_path in pages.order_by("path").values_list(*columns):
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None and issubclass(model, ProgrammeKind):
            url = sub_route_of(model, scope.addresses(url_path))
            found += [_Programme(path, locale, url)] if url else []
    return found


def _languages_of(
    hosts: Iterable[AbstractHostProfile], programmes: Iterable[_Programme]
) -> set[tuple[UUID, int]]:
    """Return which public hosts there are in which language; no query if all are in one."""
    listed = {(host.translation_key, host.locale_id) for host in hosts}
    languages = {locale for _, locale in listed} | {each.locale_id for each in programmes}
    if len(languages) < 2:
        return listed
    family = get_host_model()._default_manager.public()
    family = family.filter(translation_key__in={key for key, _ in listed}).order_by()
    return set(family.values_list("translation_key", "locale_id"))
