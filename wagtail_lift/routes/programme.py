"""The routes of a programme: its months, its hosts and its open insights packs."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.contrib.routable_page.models import path, re_path

from ..access.site_hosts import only_of_this_site
from ..domain.months import Month
from ..events.facets import host_slugs_below
from ..http.addresses import (
    CALENDAR_ROUTE,
    HOST_ROUTE,
    INSIGHTS_ROUTE,
    MONTH_ROUTE,
    host_path,
    with_query,
)
from ..lists.events import list_events
from ..lists.facet_options import facet_options
from ..lists.filter_forms import HostFilterForm, active_filters
from ..lists.months import list_month
from ..lists.packs import list_packs
from ..models.hosts import get_host_model
from .calendars import ProgrammeCalendarRoutes


class EventIndexRoutes(ProgrammeCalendarRoutes):
    """The list itself, ``calendar/`` and its months, ``hosts/<slug>/`` and ``insights/``."""

    conditional_routes = ("host", "month")

    class Meta:
        abstract = True

    @path(HOST_ROUTE, name="host")
    def serve_host(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show a public host with the events of this programme."""
        hosts = get_host_model()._default_manager.public().filter(slug=slug)
        host = only_of_this_site(hosts, self, request)
        host = host.filter(locale_id=self.locale_id).first() or host.order_by("locale_id").first()
        if host is None:
            raise Http404("No such host.")
        listing = list_events(self, request, timezone.now(), host=host)
        form = None
        if listing.is_long:
            form = HostFilterForm(listing.filters, facet_options(self, request))
        template = "wagtail_lift/host_page.html"
        return self._render(request, template, host=host, listing=listing, filter_form=form)

    @path(CALENDAR_ROUTE, name="calendar")
    def serve_calendar(self, request: HttpRequest) -> HttpResponse:
        """Show the current month in the programme's zone."""
        return self._render_month(request, None)

    @re_path(MONTH_ROUTE, name="month")
    def serve_month(self, request: HttpRequest, year: str, month: str) -> HttpResponse:
        """Show a month; raise ``Http404`` if it is far away and nothing happens in it."""
        if int(year) == 0:
            raise Http404("No such month.")
        return self._render_month(request, Month(int(year), int(month)))

    def _render_month(self, request: HttpRequest, month: Month | None) -> HttpResponse:
        calendar = list_month(self, request, timezone.now(), month)
        if calendar is None:
            raise Http404("Nothing happens in this month.")
        return self._render(
            request,
            "wagtail_lift/month.html",
            month=calendar,
            active_filters=active_filters(self, request, calendar.filters),
            list_url=with_query(self.get_url(request) or "", calendar.filters.query),
        )

    @path(INSIGHTS_ROUTE, name="insights")
    def serve_insights(self, request: HttpRequest) -> HttpResponse:
        """Show the open insights packs of the events below this programme, paginated."""
        listing = list_packs(self, request, timezone.now())
        template = "wagtail_lift/insights_list.html"
        return self._render(request, template, packs=listing.items, pack_listing=listing)

    def get_route_paths(self) -> list[str]:
        """Return the month, packs and hosts of events below too, so that redirects keep them."""
        hosts = [f"/{host_path(slug)}" for slug in host_slugs_below(self)]
        return [*super().get_route_paths(), f"/{CALENDAR_ROUTE}", f"/{INSIGHTS_ROUTE}", *hosts]

    def get_cached_paths(self) -> list[str]:
        """Return every path that a front-end cache may hold, including hosts and topics."""
        return list(dict.fromkeys([*super().get_cached_paths(), *self.get_route_paths()]))

    def _render(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        return TemplateResponse(request, template, {**self.get_page_context(request), **context})
