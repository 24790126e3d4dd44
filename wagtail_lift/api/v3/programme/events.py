"""The list of events."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from ....http.caching import note_changes
from ....lists.card_pages import CardPage, list_cards
from ....lists.scopes import ListScope
from ...answers import address_of_next, facets_of
from ...fields import in_utc
from ...parameters import (
    FACETS,
    FILTERS,
    INCLUDED,
    read_filters,
    read_limit,
    read_position,
    read_word,
)
from ...scopes import NAMES, scope_asked_for
from ...values.cards import card_values
from .documented import documented
from .routing import answers_of, public_router
from .schemas import EventList

router = public_router()

BESIDE = (*NAMES, "cursor", "limit", "include")
PARAMETERS = (*FILTERS, *BESIDE)


@router.get(
    "events/",
    response=answers_of(EventList),
    url_name="lift_events",
    operation_id="lift_events_list",
    summary="List events",
    openapi_extra=documented(PARAMETERS),
)
def list_events(request: HttpRequest) -> dict[str, Any]:
    """Return events in the order of the site's own list: upcoming ones first, then past ones.

    With ``include=facets`` what the filters offer is in the same answer.
    """
    now = timezone.now()
    filters = read_filters(request.GET, beside=BESIDE)
    has_facets = read_word(request.GET, "include", INCLUDED) == FACETS
    after, limit = read_position(request.GET, filters, now), read_limit(request.GET)
    scope = scope_asked_for(request)
    page = list_cards(scope, request, now, filters, after=after, limit=limit)
    note_changes(request, [page.next_change], now)
    values = list_values(page, scope, address_of_next(request, page.last))
    return {**values, "facets": facets_of(scope, request, filters) if has_facets else None}


def list_values(page: CardPage, scope: ListScope, follow: str | None) -> dict[str, Any]:
    """Return a page of a list; ``follow`` is the address of the next one."""
    return {
        "items": [card_values(card, scope) for card in page.items],
        "next": follow,
        "next_change": in_utc(page.next_change),
        "suggestions": [card_values(card, scope) for card in page.suggestions],
    }
