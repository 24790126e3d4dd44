"""Calendars and feeds to subscribe to: of an event, a programme, or a topic or host in it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from itertools import islice

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from wagtail.contrib.routable_page.models import path

from ..calendars.dates import (
    CHUNK,
    Narrowing,
    PathsBelow,
    by_host,
    by_topic,
    calendar_filters,
    dates_of_event,
    dates_of_programme,
    etag_of,
    only_date,
    stored_entries,
    told_zones,
)
from ..calendars.icalendar import FORMAT_VERSION, EntryFiller, calendar_end, calendar_start
from ..domain.caching import first_change
from ..events.date_lists import asked_for
from ..events.date_names import choose_occurrence
from ..feeds.atom import atom_feed
from ..feeds.jsonfeed import CONTENT_TYPE as JSON_FEED_TYPE
from ..feeds.jsonfeed import json_feed
from ..feeds.news import changes_of_news, news_of
from ..http.addresses import (
    FEED_ROUTE,
    ICS_OF_HOST_ROUTE,
    ICS_OF_TAG_ROUTE,
    ICS_ROUTE,
    JSON_FEED_ROUTE,
)
from ..http.caching import cacheable
from ..models.kinds import EventKind, ProgrammeKind
from ..page_types.cache_times import expiries_of, next_change_of_lists, next_scheduled_change
from .lift_routes import LiftRoutes
from .streaming import streaming_response

CONTENT_TYPE = "text/calendar; charset=utf-8"


class EventCalendarRoutes(LiftRoutes):
    """``ics/``: an event's dates, or the one that ``?date=`` names, as on the page.

    If there is no such date, the calendar is empty: a withdrawn date disappears for its
    subscribers. On a 404, calendar apps keep the old entry.
    """

    redirected_routes = (ICS_ROUTE,)

    class Meta:
        abstract = True

    @path(ICS_ROUTE, name="ics")
    def serve_ics(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the dates of this event as iCalendar."""
        dates, word = dates_of_event(self), asked_for(request)
        if word:
            dates = only_date(dates, choose_occurrence(self.occurrences, word))
        now = timezone.now()
        until = first_change({*expiries_of([self]), next_scheduled_change(now)}, now)
        return _calendar(self, request, dates, self.title, until)


class ProgrammeCalendarRoutes(LiftRoutes):
    """``ics/``, filtered by ``?tag=`` and ``?host=`` or by the path of a topic or host; feeds.

    Redirects lose the query, so subscription addresses have the filter in the path.
    """

    class Meta:
        abstract = True

    @path(ICS_ROUTE, name="ics")
    def serve_ics(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the public events below this programme as iCalendar."""
        tag, host = request.GET.get("tag", ""), request.GET.get("host", "")
        narrowings = ([by_topic(tag)] if tag else []) + ([by_host(host, self)] if host else [])
        return self._serve_dates(request, narrowings)

    @path(ICS_OF_TAG_ROUTE, name="ics_of_tag")
    def serve_ics_of_tag(self, request: HttpRequest, slug: str) -> HttpResponseBase:
        """Serve the public events of one topic as iCalendar."""
        return self._serve_dates(request, [by_topic(slug)])

    @path(ICS_OF_HOST_ROUTE, name="ics_of_host")
    def serve_ics_of_host(self, request: HttpRequest, slug: str) -> HttpResponseBase:
        """Serve the public events of one host as iCalendar."""
        return self._serve_dates(request, [by_host(slug, self)])

    @path(FEED_ROUTE, name="feed")
    def serve_feed(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the news below this programme as an Atom feed."""
        write = partial(atom_feed, uid=self.translation_key)
        return self._serve_news(request, FEED_ROUTE, write, "application/atom+xml; charset=utf-8")

    @path(JSON_FEED_ROUTE, name="json_feed")
    def serve_json_feed(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the news below this programme as a JSON Feed."""
        return self._serve_news(request, JSON_FEED_ROUTE, json_feed, JSON_FEED_TYPE)

    def _serve_news(
        self, request: HttpRequest, route: str, write: Callable[..., bytes], content_type: str
    ) -> HttpResponseBase:
        now = timezone.now()
        news = news_of(self, request, now)
        url = _address_of(self, request)
        content = write(
            title=self.title,
            url=url,
            feed_url=f"{url}{route}",
            language=self.locale.language_code,
            news=news,
        )
        response = HttpResponse(content, content_type=content_type)
        response["ETag"] = f'"{sha256(content).hexdigest()[:32]}"'
        until = first_change({next_change_of_lists(now), *changes_of_news(news)}, now)
        return _unless_known(response, request, until)

    def get_route_paths(self) -> list[str]:
        """Return all calendar paths too, so that redirects keep subscriptions alive."""
        own = [f"/{route}" for route in (ICS_ROUTE, FEED_ROUTE, JSON_FEED_ROUTE)]
        return [*super().get_route_paths(), *own, *calendar_filters(self)]

    def _serve_dates(self, request: HttpRequest, narrowings: list[Narrowing]) -> HttpResponseBase:
        now = timezone.now()
        this_hour = now.replace(minute=0, second=0, microsecond=0)
        next_hour = this_hour + timedelta(hours=1)
        until = first_change({next_hour, next_scheduled_change(now), *expiries_of([self])}, now)
        dates = dates_of_programme(self, this_hour, narrowings)
        labels = [narrowing.label for narrowing in narrowings if narrowing.label]
        return _calendar(self, request, dates, " · ".join([self.title, *labels]), until)


def _calendar(
    page: EventKind | ProgrammeKind,
    request: HttpRequest,
    dates: QuerySet,
    name: str,
    until: datetime | None,
) -> HttpResponseBase:
    """Return a calendar, or a 304 without querying its entries.

    ``until`` is when time next removes dates from it, or a scheduled change is due.
    """
    url = _address_of(page, request)
    parts = _stream(page, url, dates, name)
    response = streaming_response(request, parts, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = content_disposition_header(True, f"{page.slug}.ics")
    response["ETag"] = etag_of(dates, FORMAT_VERSION, name, url)
    return _unless_known(response, request, until)


def _address_of(page: EventKind | ProgrammeKind, request: HttpRequest) -> str:
    """Return a page's full URL; raise ``Http404`` if no site has the page, so nobody subscribes."""
    url = page.get_full_url(request)
    if not url:
        raise Http404("No site has this page.")
    return str(url)


def _unless_known(
    response: HttpResponseBase, request: HttpRequest, until: datetime | None
) -> HttpResponseBase:
    """Return the response, or a 304 if the reader has it already (RFC 9110 section 13).

    There is no ``Last-Modified``: no stored time reflects deletions, two changes in one second, or
    a clock that was set back.
    """
    cacheable(response, request, until=until, now=timezone.now())
    return get_conditional_response(request, response["ETag"], None, response)


def _stream(
    page: EventKind | ProgrammeKind,
    url: str,
    dates: QuerySet,
    name: str,
) -> Iterator[str]:
    yield calendar_start(name=name, url=url, zones=told_zones(dates))
    filler, paths = EntryFiller(url), PathsBelow(len(page.url_path))
    entries = (
        filler.fill(text, paths.of_date(url_path, date_param), changed_at)
        for _, url_path, date_param, changed_at, text in stored_entries(dates)
    )
    while chunk := "".join(islice(entries, CHUNK)):
        yield chunk
    yield calendar_end()
