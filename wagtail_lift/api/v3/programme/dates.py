"""The dates of one event."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone

from ....domain.filters import UPCOMING
from ....http.caching import note_changes
from ....lists.event_dates import MOST_DATES, dates_of_event
from ....lists.scopes import scope_of_site
from ...fields import in_utc
from ...parameters import LARGEST_KEY, read_filters, read_limit, read_position
from ...scopes import site_asked_for
from ...values.dates import listed_date
from . import schemas
from .documented import documented
from .routing import address_of_next, answers_of, public_router

router = public_router()


@router.get(
    "events/{int:event_id}/dates/",
    response=answers_of(schemas.EventDates),
    url_name="lift_event_dates",
    operation_id="lift_event_dates_list",
    summary="List the dates of an event",
    openapi_extra=documented(("when", "site", "cursor", "limit")),
)
def list_dates(request: HttpRequest, event_id: int) -> dict[str, Any]:
    """Return the dates to come, soonest first; with ``when=past`` past ones, latest first."""
    now = timezone.now()
    filters = read_filters(request.GET, filters=["when"], beside=("site", "cursor", "limit"))
    filters = filters.on_page(1, filters.when or UPCOMING)
    after = read_position(request.GET, filters, now)
    limit = read_limit(request.GET, otherwise=MOST_DATES)
    scope = scope_of_site(site_asked_for(request))
    found = None
    if event_id <= LARGEST_KEY:
        found = dates_of_event(
            event_id, scope, request, now, when=filters.when, after=after, limit=limit
        )
    if found is None:
        raise Http404("No such event.")
    note_changes(request, [found.next_change], now)
    page = found.page
    url = scope.addresses(page.url_path)
    return {
        "event": {"id": page.pk, "type": page._meta.label, "title": page.title, "url": url},
        "items": [listed_date(row, page, url, now) for row in found.occurrences],
        "next": address_of_next(request, found.last),
        "next_change": in_utc(found.next_change),
    }
