"""The links with which a page lets readers add it to their own calendar."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.http import HttpRequest
from django.utils.translation import gettext

from ..http.addresses import FEED_ROUTE, ICS_ROUTE, JSON_FEED_ROUTE, sub_route
from ..models.kinds import EventKind, ProgrammeKind

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb"


@dataclass(frozen=True, slots=True)
class CalendarLinks:
    """The URLs of a calendar, to download it or to subscribe to it.

    The subscription URLs are empty if the page is not public: calendar apps cannot log in.
    """

    download_url: str
    subscribe_url: str = ""
    google_url: str = ""
    outlook_url: str = ""
    feed_url: str = ""
    json_feed_url: str = ""


@dataclass(frozen=True, slots=True)
class AlternateLink:
    """A link in the head of a page to the same facts in another format (``rel="alternate"``)."""

    type: str
    title: str
    href: str


def calendar_links(
    page: EventKind | ProgrammeKind,
    request: HttpRequest | None,
    *,
    is_public: bool = True,
    has_feed: bool = False,
) -> CalendarLinks | None:
    """Return the URLs of a page's calendar, ``None`` if its type has no routes."""
    url = sub_route(page, page.get_full_url(request) if page.pk else None, ICS_ROUTE)
    if not url:
        return None
    if not is_public:
        return CalendarLinks(url)
    feeds = (FEED_ROUTE, JSON_FEED_ROUTE) if has_feed else ()
    feed_urls = [sub_route(page, page.get_full_url(request), route) for route in feeds]
    webcal = f"webcal://{url.partition('://')[2]}"
    return CalendarLinks(
        download_url=url,
        subscribe_url=webcal,
        google_url=f"{GOOGLE}?{_query(cid=webcal)}",
        outlook_url=f"{OUTLOOK}?{_query(url=url, name=page.title)}",
        feed_url=feed_urls[0] if has_feed else "",
        json_feed_url=feed_urls[1] if has_feed else "",
    )


def subscriptions(links: CalendarLinks | None, title: str) -> list[AlternateLink]:
    """Return the links to a page's calendar and feeds, none unless anyone may subscribe."""
    if links is None or not links.subscribe_url:
        return []
    calendar = gettext("Calendar of %(title)s") % {"title": title}
    found = [AlternateLink("text/calendar", calendar, links.download_url)]
    if links.feed_url:
        news = gettext("News of %(title)s") % {"title": title}
        found.append(AlternateLink("application/atom+xml", news, links.feed_url))
        found.append(AlternateLink("application/feed+json", news, links.json_feed_url))
    return found


def _query(**values: str) -> str:
    """Return a query string with spaces as ``%20``: not every service reads a plus as a space."""
    return urlencode(values, quote_via=quote, safe="")
