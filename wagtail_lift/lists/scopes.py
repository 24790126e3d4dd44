"""Whose events a list holds: those below a programme, or those of a whole site."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urlsplit

from django.db.models import BooleanField, Case, Q, Value, When
from django.http import HttpRequest
from django.utils.timezone import get_default_timezone_name
from wagtail.models import AbstractPage, Locale, Site
from wagtail.models.sites import SiteRootPath

from ..domain.instants import is_timezone
from ..http.addresses import Addresses, addresses_below
from ..models.page_model import get_page_model


@dataclass(frozen=True, slots=True)
class ListScope:
    """Branches of the page tree whose events a list holds.

    ``locale_id`` limits them to a language, ``types`` to the content types of some page types.
    ``timezone`` is that of the days that filters name, ``addresses`` gives the URL of a page by its
    ``url_path``. ``root`` is the page at the top.
    """

    root: AbstractPage
    paths: tuple[str, ...]
    timezone: str
    addresses: Addresses
    locale_id: int | None = None
    types: tuple[int, ...] = ()

    def within(self, path: str = "path") -> Q:
        """Return the condition that a page is in one of the branches, whatever its language."""
        within = Q(pk__in=()) if not self.paths else Q()
        for branch in self.paths:
            within |= Q(**{f"{path}__startswith": branch})
        return within

    def holds(self, path: str, page: str) -> Iterator[Q]:
        """Yield the conditions on a page; ``path`` is the lookup to its path.

        ``page`` is the prefix of the lookups to its other columns.
        """
        yield self.within(path)
        if self.locale_id is not None:
            yield Q(without_index(Q(**{f"{page}locale_id": self.locale_id})))
        if self.types:
            yield Q(without_index(Q(**{f"{page}content_type_id__in": self.types})))


def scope_of_programme(programme: AbstractPage, request: HttpRequest | None) -> ListScope:
    """Return the events below a programme, with addresses as its pages link to them."""
    addresses = addresses_below(programme, request)
    return ListScope(programme, (programme.path,), programme_zone(programme), addresses)


def scope_of_site(site: Site, locale: Locale | None = None) -> ListScope:
    """Return the events of a site in all its languages, or in one; addresses are full.

    One query, none if the site has one language. Days are in the zone of the Django project.
    """
    top = site.root_page
    paths = (top.path,)
    roots = {root.root_path for root in _roots_of(site)}
    if roots != {top.url_path}:
        pages = get_page_model()._default_manager.filter(translation_key=top.translation_key)
        found = pages.values_list("path", "url_path")
        paths = tuple(sorted(path for path, url_path in found if url_path in roots))
    locale_id = locale.pk if locale is not None else None
    return ListScope(top, paths, get_default_timezone_name(), full_addresses(site), locale_id)


def without_index(condition: Q) -> Case:
    """Return a condition for which databases use no index.

    Few rows are needed of a list that is walked in order. With an index for the condition,
    databases fetch all rows that meet it, and sort them.
    """
    is_met = When(condition, then=Value(True))
    return Case(is_met, default=Value(False), output_field=BooleanField())


def programme_zone(programme: AbstractPage) -> str:
    """Return a programme's time zone: the default for its new events, else the site's."""
    name = getattr(programme, "default_timezone", "")
    return name if is_timezone(name) else get_default_timezone_name()


def full_addresses(site: Site | None = None) -> Addresses:
    """Return a function from the ``url_path`` of any page to its full URL, empty if it has none.

    Of several sites that hold a page, ``site`` is preferred. The address of each root is worked out
    once.
    """
    preferred = site.pk if site is not None else None
    roots = sorted(
        Site.get_site_root_paths(),
        key=lambda root: (-len(root.root_path), root.site_id != preferred),
    )
    base_of = cache(_url_of_root)

    def address(url_path: str) -> str:
        for root in roots:
            if url_path.startswith(root.root_path):
                base = base_of(root.root_path, root.root_url)
                return f"{base}{quote(url_path[len(root.root_path) :])}" if base else ""
        return ""

    return address


def url_path_on(site: Site, address: str) -> list[str]:
    """Return what the ``url_path`` of a page at an address of the site may be, path or full URL."""
    path = f"/{urlsplit(address).path.strip('/')}/".replace("//", "/")
    found = []
    for root in _roots_of(site):
        base = urlsplit(_url_of_root(root.root_path, root.root_url)).path
        if base and path.startswith(base):
            found.append(f"{root.root_path}{path[len(base) :]}")
    return found


def _roots_of(site: Site) -> list[SiteRootPath]:
    return [root for root in Site.get_site_root_paths() if root.site_id == site.pk]


def _url_of_root(root_path: str, root_url: str) -> str:
    """Return the URL of a site's root page in its language, empty if pages are not served."""
    parts = get_page_model()(url_path=root_path).get_url_parts()
    return f"{root_url}{parts[2]}" if parts and parts[2] else ""
