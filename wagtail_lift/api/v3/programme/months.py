"""The months of a list, and what its filters offer."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ....domain.caching import first_change
from ....domain.months import Month
from ....http.addresses import with_query
from ....http.caching import note_changes
from ....lists.facet_options import facet_options_in
from ....lists.filter_forms import FilterForm
from ....lists.months import month_in
from ...fields import in_utc
from ...parameters import DAYS, FILTERS, read_filters
from ...scopes import NAMES, scope_asked_for
from ...values.months import facet_values, month_values
from . import schemas
from .documented import documented
from .routing import answers_of, public_router

router = public_router()

IN_A_MONTH = tuple(name for name in FILTERS if name not in ("when", "each", *DAYS))
"""The filters of a month, which is a part and days by itself."""


@router.get(
    "events/months/",
    response=answers_of(schemas.Month),
    url_name="lift_month_now",
    operation_id="lift_month_now",
    summary="The present month",
    openapi_extra=documented((*IN_A_MONTH, *NAMES)),
)
def read_present_month(request: HttpRequest) -> dict[str, Any]:
    """Return the present month in the zone of the list."""
    return _month(request, None)


@router.get(
    "events/months/{int:year}/{int:month}/",
    response=answers_of(schemas.Month),
    url_name="lift_month",
    operation_id="lift_month_detail",
    summary="A month",
    openapi_extra=documented((*IN_A_MONTH, *NAMES)),
)
def read_month(request: HttpRequest, year: int, month: int) -> dict[str, Any]:
    """Return a month; far from today, only months in which something happens exist."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        raise Http404(_("No such month."))
    return _month(request, Month(year, month))


@router.get(
    "events/facets/",
    response=answers_of(schemas.Facets),
    url_name="lift_facets",
    operation_id="lift_facets",
    summary="What the filters of a list offer",
    openapi_extra=documented((*FILTERS, *NAMES)),
)
def read_facets(request: HttpRequest) -> dict[str, Any]:
    """Return the choices of each filter that events have, and which are chosen."""
    filters = read_filters(request.GET, beside=NAMES)
    options = facet_options_in(scope_asked_for(request), request)
    return facet_values(FilterForm(filters, options))


def _month(request: HttpRequest, month: Month | None) -> dict[str, Any]:
    now = timezone.now()
    filters = read_filters(request.GET, filters=IN_A_MONTH, beside=NAMES)
    calendar = month_in(scope_asked_for(request), request, now, filters, month)
    if calendar is None:
        raise Http404(_("Nothing happens in this month."))
    until = first_change(calendar.changes(now), now)
    note_changes(request, [until], now)
    query = request.GET.urlencode()

    def address(first_day: date) -> str:
        path = reverse("wagtailapi_v3:lift_month", args=(first_day.year, first_day.month))
        return request.build_absolute_uri(with_query(path, query))

    return {**month_values(calendar, address), "next_change": in_utc(until)}
