"""Which page and which sub-route an address is, or where it leads now; as the site answers it."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.request import split_domain_port
from django.urls import resolve
from django.utils.translation import get_language, override
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import AbstractPage, Site

from ...access.page_passwords import wants_a_password
from ...access.privacy import closed_to
from ...http.odd_characters import fault_of
from ...models.page_model import get_page_model
from .page_requests import languages_of, page_request

PAGE_ITSELF = "index_route"
"""Wagtail's name for the route of a page itself."""

_SERVES_PAGES = "wagtail_serve"
_PORTS = {"http": 80, "https": 443}


class BadAddress(ValueError):
    """What was sent is no address of a website."""


class PasswordWanted(Exception):
    """The page wants a password that the request did not hold."""


class _ClosedPage(Http404):
    """A page that this reader may not read; nothing tells it from one that does not exist."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page at an address; ``asked`` is the request that a browser would have sent there.

    ``route`` is the name of the sub-route, empty for the page itself, ``path`` its path below the
    page, and ``arguments`` those of the path. It is served in ``language``.
    """

    page: AbstractPage
    asked: HttpRequest
    route: str = ""
    path: str = ""
    language: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    served_with: tuple[Any, ...] = ()

    def context(self) -> dict[str, Any] | None:
        """Return the context of what is shown; ``None`` for what is no HTML. Raise as ``served``.

        A page without sub-routes is asked itself: ``serve()`` may lead to another front end.
        """
        if not isinstance(self.page, RoutablePageMixin):
            known: dict[str, Any] = self.page.get_context(self.asked)
            return known
        return getattr(self.served(), "context_data", None)

    def served(self) -> Any:
        """Return the response of a page with routes, not rendered yet; raise ``Http404`` without.

        It is that of the sub-route's view: ``serve()`` may lead to another front end.
        """
        view, args, kwargs = self.served_with
        return view(self.asked, *args, **kwargs)


@dataclass(frozen=True, slots=True)
class FoundRedirect:
    """An address that has moved: 301 for good, 302 for a while; ``location`` is a full URL."""

    status: int
    location: str


def find(address: str, request: HttpRequest) -> FoundPage | FoundRedirect:
    """Return what an address is: a full one, or a path on the site of the request.

    Raise ``BadAddress``, ``PasswordWanted``, or ``Http404``, also for what this reader may not see.
    """
    parts = parts_of(address)
    site, path = site_at(parts, request), path_of(parts)
    asked = page_request(request, site, path, parts.query)
    found = _page_in_any_language(asked)
    return found or _redirect_at(asked, f"{site.root_url}{path}" if site else path)


def find_on_page(page: AbstractPage, request: HttpRequest, path: str = "") -> FoundPage:
    """Return a page, or a sub-route of it, by path and query below the page.

    Raise ``BadAddress``, ``PasswordWanted`` or ``Http404``.
    """
    url = page.get_full_url(request)
    parts = parts_of(f"{url}{path}")
    asked = page_request(request, site_at(parts, request), path_of(parts), parts.query)
    found = _page_in_any_language(asked, page) if url else None
    if found is None:
        raise Http404
    return found


def parts_of(address: str) -> SplitResult:
    """Return the parts of a full address or a path; raise ``BadAddress``."""
    try:
        parts = urlsplit(address)
        is_known = parts.port is None or parts.port > 0  # no number: ``ValueError``
    except ValueError as error:
        raise BadAddress from error
    is_full = parts.scheme in _PORTS and bool(parts.netloc)
    if not (is_known and address and (is_full or not parts.scheme)):
        raise BadAddress
    return parts


def path_of(parts: SplitResult) -> str:
    """Return the path with a slash at both ends; raise ``BadAddress``."""
    path = unquote(parts.path)
    if fault_of(path) is not None:
        raise BadAddress
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def site_at(parts: SplitResult, request: HttpRequest) -> Site | None:
    """Return the site at a host; the site of the request without one, or at its own host."""
    host = (parts.hostname or "").lower()
    if host:
        port = parts.port or _PORTS[parts.scheme or request.scheme]
        sites = list(Site.objects.filter(hostname__iexact=host).select_related("root_page"))
        exact = [site for site in sites if site.port == port]
        if exact or sites:
            return (exact or sites)[0]
        if host != split_domain_port(request.get_host())[0]:
            raise Http404
    return Site.find_for_request(request)


def _page_in_any_language(asked: HttpRequest, page: AbstractPage | None = None) -> FoundPage | None:
    """Return the page at an address in the first language that has one; only ``page``, if given."""
    for language in languages_of(asked):
        request = page_request(asked, asked._wagtail_site, asked.path, asked.META["QUERY_STRING"])
        with override(language) if language else nullcontext():
            try:
                found = _page_at(request)
            except _ClosedPage:
                raise
            except Http404:
                continue
        if page is None or found.page.pk == page.pk:
            return found
    return None


def _page_at(asked: HttpRequest) -> FoundPage:
    match = resolve(asked.path_info, getattr(asked, "urlconf", None))
    if match.url_name != _SERVES_PAGES:
        raise Http404
    path = match.kwargs.get("path", "") or "".join(match.args[:1])
    routed = get_page_model().route_for_request(asked, path)
    if routed is None:
        raise Http404
    page, args, _kwargs = routed
    if closed_to(asked).holds(page):
        raise PasswordWanted if wants_a_password(page, asked) else _ClosedPage
    match = getattr(asked, "routable_resolver_match", None)
    is_sub_route = match is not None and match.url_name != PAGE_ITSELF
    above = (page.get_url_parts(asked) or ("", "", ""))[2] or ""
    found = FoundPage(
        page,
        asked,
        route=match.url_name or "" if is_sub_route else "",
        path=asked.path.removeprefix(above) if is_sub_route else "",
        language=get_language() or "",
        arguments=match.kwargs if is_sub_route else {},
        served_with=tuple(args) if isinstance(page, RoutablePageMixin) else (),
    )
    if found.route in getattr(page, "conditional_routes", ()):
        found.served()  # raises ``Http404``, for example for a host who is not public
    return found


def _redirect_at(asked: HttpRequest, url: str) -> FoundRedirect:
    """Return the redirect at an address, as Wagtail's middleware answers; or raise ``Http404``.

    Nobody is led to a page that they may not read.
    """
    if not apps.is_installed("wagtail.contrib.redirects"):
        raise Http404
    from wagtail.contrib.redirects.middleware import RedirectMiddleware

    middleware = RedirectMiddleware(lambda _request: HttpResponse())
    try:
        answer = middleware.process_response(asked, HttpResponseNotFound())
    except AttributeError as error:  # its page has no address any more
        raise Http404 from error
    if "Location" not in answer:
        raise Http404
    location = urljoin(url, answer["Location"])
    _refuse_closed(location, asked)
    return FoundRedirect(answer.status_code, location)


def _refuse_closed(location: str, request: HttpRequest) -> None:
    try:
        parts = parts_of(location)
        asked = page_request(request, site_at(parts, request), path_of(parts), parts.query)
        _page_in_any_language(asked)
    except _ClosedPage:
        raise
    except (BadAddress, Http404, PasswordWanted):
        return  # elsewhere, or for a reader who knows the password
