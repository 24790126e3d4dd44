"""The request that a page would get from a browser, made of one to the API.

With it the API asks a page itself what it shows, and so says the same.
"""

from collections.abc import Iterator
from copy import copy

from django.conf import settings
from django.conf.urls.i18n import is_language_prefix_patterns_used
from django.http import Http404, HttpRequest, QueryDict
from django.urls import get_script_prefix
from django.utils.translation import get_language, get_language_from_path
from wagtail.models import Site

from ...access.privacy import as_reader

_OF_ONE_REQUEST = (
    "_wagtail_site",
    "_wagtail_route_for_request",
    "routable_resolver_match",
    "headers",
    "accepted_types",
    "accepted_types_by_precedence",
    "is_preview",
    "preview_mode",
)
"""What Django and Wagtail keep on a request about its address, headers and preview."""


def page_request(request: HttpRequest, site: Site | None, path: str, query: str) -> HttpRequest:
    """Return what a browser would send to ``path`` on a site, by the same reader.

    The host stays that of the API: this server may not answer to that of the front end. Raise
    ``Http404`` for a path outside of where the project is mounted.
    """
    prefix = get_script_prefix()
    if not path.startswith(prefix):
        raise Http404
    asked = copy(as_reader(request))
    for name in _OF_ONE_REQUEST:
        vars(asked).pop(name, None)
    asked._wagtail_site = site
    asked.method, asked.path, asked.path_info = "GET", path, f"/{path.removeprefix(prefix)}"
    asked.GET = QueryDict(query)
    asked.META = {
        **request.META,
        "REQUEST_METHOD": "GET",
        "PATH_INFO": asked.path_info,
        "QUERY_STRING": query,
        "HTTP_ACCEPT": "text/html",
    }
    return asked


def languages_of(asked: HttpRequest) -> Iterator[str | None]:
    """Yield the languages in which an address may be a page, the likeliest first.

    That is the language in the address, as Django reads it. Without one it is the active language,
    then those of the site: a front end asks in its own language for pages in any.
    """
    urlconf = getattr(asked, "urlconf", settings.ROOT_URLCONF)
    is_in_address, is_default_in_address = is_language_prefix_patterns_used(urlconf)
    if is_in_address:
        language = get_language_from_path(asked.path_info)
        fallback = get_language() if is_default_in_address else settings.LANGUAGE_CODE
        yield language or fallback
        return
    active, site = get_language(), Site.find_for_request(asked)
    yield active
    if site is not None and getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        roots = site.root_page.get_translations(inclusive=True).select_related("locale")
        codes = {root.locale.language_code for root in roots}
        yield from sorted(codes - {active})
