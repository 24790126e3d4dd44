"""The sub-routes of pages, in one place for those that answer and those that link to them."""

from typing import Any

from wagtail.contrib.routable_page.models import RoutablePageMixin

DATE_PARAMETER = "date"
DATES_PARAMETER, ALL_DATES = "dates", "all"
HOST_ROUTE = "hosts/<str:slug>/"
INSIGHTS_ROUTE = "insights/"
GUIDE_ROUTE = "guide/"
ICS_ROUTE = "ics/"
ICS_OF_TAG_ROUTE = "ics/tag/<str:slug>/"
ICS_OF_HOST_ROUTE = "ics/host/<str:slug>/"
FEED_ROUTE = "feed/"


def sub_route(page: Any | None, url: str | None, route: str = "") -> str:
    """Return where a sub-route of ``page`` answers, empty where the page's type has no routes.

    ``url`` is the page's own address, as a path or in full.
    """
    kind = page and (page.specific_class or type(page))
    return f"{url}{route}" if url and kind and issubclass(kind, RoutablePageMixin) else ""


def host_path(slug: str) -> str:
    """Return the path of a host below a programme."""
    return with_slug(HOST_ROUTE, slug)


def with_slug(route: str, slug: str) -> str:
    """Return the path of a route for one slug."""
    return route.replace("<str:slug>", slug)
