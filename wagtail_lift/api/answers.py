"""Answers that both API versions give beside the list of events: dates, months, filters.

Each takes the request for its parameters and addresses, and the reader whose rights count: in
version 2, which shows public pages only, nobody's. Each may raise ``BadParameters`` or ``Http404``.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from ..domain.caching import first_change
from ..domain.cursors import Position, write_cursor
from ..domain.filters import UPCOMING, ListFilters
from ..domain.months import Month
from ..http.addresses import with_query
from ..http.caching import note_changes
from ..lists.event_dates import MOST_DATES, dates_of_event
from ..lists.facet_options import facet_options_in
from ..lists.filter_forms import FilterForm
from ..lists.months import month_in
from ..lists.scopes import ListScope, scope_of_site
from .fields import APIRequest, in_utc
from .parameters import DAYS, FILTERS, LARGEST_KEY, read_filters, read_limit, read_position
from .scopes import NAMES, scope_asked_for, site_asked_for
from .values.dates import listed_date
from .values.months import facet_values, month_values

OF_DATES = ("site", "cursor", "limit")
IN_A_MONTH = tuple(name for name in FILTERS if name not in ("when", "each", *DAYS))
"""The filters of a month, which is a part and days by itself."""

MonthPath = Callable[[int, int], str]
"""Returns the path of a month of an API version."""


def dates_answer(
    request: APIRequest,
    reader: HttpRequest | None,
    key: int,
    now: datetime,
    *,
    beside: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Return the dates of an event to come, soonest first; or past ones, latest first."""
    filters = read_filters(request.GET, filters=["when"], beside=(*OF_DATES, *beside))
    filters = filters.on_page(1, filters.when or UPCOMING)
    after = read_position(request.GET, filters, now)
    limit = read_limit(request.GET, otherwise=MOST_DATES)
    scope = scope_of_site(site_asked_for(request))
    found = None
    if key <= LARGEST_KEY:
        found = dates_of_event(key, scope, reader, now, when=filters.when, after=after, limit=limit)
    if found is None:
        raise Http404(_("No such event."))
    note_changes(request, [found.next_change], now)
    page = found.page
    url = scope.addresses(page.url_path)
    return {
        "event": {"id": page.pk, "type": page._meta.label, "title": page.title, "url": url},
        "items": [listed_date(row, page, url, now) for row in found.occurrences],
        "next": address_of_next(request, found.last),
        "next_change": in_utc(found.next_change),
    }


def month_answer(
    request: APIRequest,
    reader: HttpRequest | None,
    month: tuple[int, int] | None,
    now: datetime,
    path_of: MonthPath,
    *,
    beside: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Return a month, by default the present one; far from today, only months with events exist."""
    if month is not None and not (1 <= month[0] <= 9999 and 1 <= month[1] <= 12):
        raise Http404(_("No such month."))
    filters = read_filters(request.GET, filters=IN_A_MONTH, beside=(*NAMES, *beside))
    wanted = Month(*month) if month is not None else None
    calendar = month_in(scope_asked_for(request), reader, now, filters, wanted)
    if calendar is None:
        raise Http404(_("Nothing happens in this month."))
    until = first_change(calendar.changes(now), now)
    note_changes(request, [until], now)
    query = request.GET.urlencode()

    def address(first_day: date) -> str:
        path = path_of(first_day.year, first_day.month)
        url: str = request.build_absolute_uri(with_query(path, query))
        return url

    return {**month_values(calendar, address), "next_change": in_utc(until)}


def facets_answer(
    request: APIRequest, reader: HttpRequest | None, *, beside: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return the choices of each filter that events have, and which are chosen."""
    filters = read_filters(request.GET, beside=(*NAMES, *beside))
    return facets_of(scope_asked_for(request), reader, filters)


def facets_of(scope: ListScope, reader: HttpRequest | None, filters: ListFilters) -> dict[str, Any]:
    """Return what the filters of a list offer to a reader, with those that are set."""
    return facet_values(FilterForm(filters, facet_options_in(scope, reader)))


def address_of_next(
    request: APIRequest, last: Position | None, *, path: str = "", **also: str
) -> str | None:
    """Return the address of what follows a position, ``None`` at the end of a list.

    It is that of the request, or of another ``path`` with further parameters.
    """
    if last is None:
        return None
    return address_with(request, path, cursor=write_cursor(last), **also)


def address_with(request: APIRequest, path: str = "", **parameters: str) -> str:
    """Return the address of a request with other parameters, below another path if given."""
    query = request.GET.copy()
    for name, value in parameters.items():
        query[name] = value
    url: str = request.build_absolute_uri(f"{path or request.path}?{query.urlencode()}")
    return url
