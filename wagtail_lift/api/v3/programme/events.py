"""The list of events."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.errors import ProblemDetail

from ....domain.cursors import write_cursor
from ....http.caching import note_changes
from ....lists.card_pages import list_cards
from ...fields import in_utc
from ...parameters import FILTERS, read_filters, read_limit, read_position
from ...scopes import NAMES, scope_asked_for
from ...values.cards import card_values
from .documented import documented
from .schemas import EventList

router = Router(tags=["lift"], auth=[BearerTokenAuth(), AllowAnonymous()])

PARAMETERS = (*FILTERS, *NAMES, "cursor", "limit")


@router.get(
    "events/",
    response={200: EventList, 400: ProblemDetail, 404: ProblemDetail},
    url_name="lift_events",
    operation_id="lift_events_list",
    summary="List events",
    openapi_extra=documented(PARAMETERS),
)
def list_events(request: HttpRequest) -> dict[str, Any]:
    """Return events in the order of the site's own list: upcoming ones first, then past ones."""
    now = timezone.now()
    filters = read_filters(request.GET, beside=(*NAMES, "cursor", "limit"))
    after, limit = read_position(request.GET, filters, now), read_limit(request.GET)
    scope = scope_asked_for(request)
    page = list_cards(scope, request, now, filters, after=after, limit=limit)
    note_changes(request, [page.next_change], now)
    return {
        "items": [card_values(card, scope) for card in page.items],
        "next": page.last and _with_cursor(request, write_cursor(page.last)),
        "next_change": in_utc(page.next_change),
        "suggestions": [card_values(card, scope) for card in page.suggestions],
    }


def _with_cursor(request: HttpRequest, cursor: str) -> str:
    """Return the address of the request with another cursor."""
    query = request.GET.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
