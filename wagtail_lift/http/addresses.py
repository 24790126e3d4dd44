"""The sub-routes of pages, in one place for the routes and the links to them."""

from collections.abc import Callable

from django.http import HttpRequest
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import AbstractPage

DATE_PARAMETER = "date"
DATES_PARAMETER, ALL_DATES = "dates", "all"
HOST_ROUTE = "hosts/<str:slug>/"
CALENDAR_ROUTE = "calendar/"
MONTH_ROUTE = r"^calendar/(?P<year>[0-9]{4})/(?P<month>0[1-9]|1[0-2])/$"
INSIGHTS_ROUTE = "insights/"
GUIDE_ROUTE = "guide/"
ICS_ROUTE = "ics/"
ICS_OF_TAG_ROUTE = "ics/tag/<str:slug>/"
ICS_OF_HOST_ROUTE = "ics/host/<str:slug>/"
FEED_ROUTE = "feed/"
MARKDOWN_ROUTE = "markdown/"
GUIDE_MARKDOWN_ROUTE = f"{GUIDE_ROUTE}{MARKDOWN_ROUTE}"
PDF_ROUTE = "pdf/"
CARDS_ROUTE = "cards/"
CARDS_PDF_ROUTE = f"{CARDS_ROUTE}{PDF_ROUTE}"
JSON_FEED_ROUTE = "feed/json/"

SHARED_DRAFT, SHARED_GUIDE = "wagtail_lift_shared_draft", "wagtail_lift_shared_guide"
HOST_LINK, OWN_PROFILE = "wagtail_lift_host_link", "wagtail_lift_own_profile"
"""Names of the addresses of ``wagtail_lift.urls``."""


def sub_route(page: AbstractPage | None, url: str | None, route: str = "") -> str:
    """Return the URL of a sub-route of ``page``, empty if the page's type has no routes.

    ``url`` is the page's own URL, relative or full.
    """
    kind = page and (page.specific_class or type(page))
    return sub_route_of(kind, url, route) if kind else ""


def sub_route_of(kind: type[AbstractPage], url: str | None, route: str = "") -> str:
    """Return the URL of a sub-route of a page of a type, like ``sub_route``."""
    return f"{url}{route}" if url and issubclass(kind, RoutablePageMixin) else ""


def with_query(url: str, query: str) -> str:
    """Return a URL with a query string, unchanged if either is empty."""
    return f"{url}?{query}" if url and query else url


def at_date(url: str, query: str) -> str:
    """Return the URL of one date of the page at ``url``, empty if the page has no URL.

    ``query`` has its question mark, and is empty for an only date.
    """
    return f"{url}{query}" if url else ""


def host_path(slug: str) -> str:
    """Return the path of a host below a programme."""
    return with_slug(HOST_ROUTE, slug)


def with_slug(route: str, slug: str) -> str:
    """Return the path of a route for one slug."""
    return route.replace("<str:slug>", slug)


def month_path(year: int, month: int) -> str:
    """Return the path of a month below a programme."""
    return f"{CALENDAR_ROUTE}{year:04}/{month:02}/"


Addresses = Callable[[str], str]
"""A function from the stored ``url_path`` of a page to its URL."""


def addresses_below(programme: AbstractPage, request: HttpRequest | None) -> Addresses:
    """Return a function from the ``url_path`` of a page below ``programme`` to its URL.

    It builds on the programme's own URL, which is looked up once. Stored paths are cut at the depth
    of the programme, whose draft may have another slug.
    """
    base, depth = programme.get_url(request), programme.depth
    return lambda url_path: f"{base}{url_path.split('/', depth)[-1]}" if base else ""
