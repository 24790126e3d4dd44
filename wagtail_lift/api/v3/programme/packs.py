"""Open insights packs, and the search over events, packs and hosts."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ....http.caching import note_changes
from ....lists.card_pages import list_cards
from ....lists.hosts import found_hosts, hosts_in
from ....lists.packs import packs_about, packs_in
from ...answers import address_with
from ...parameters import (
    EVENT,
    OF_PACKS,
    BadParameters,
    read_event,
    read_filters,
    read_limit,
    read_offset,
)
from ...scopes import NAMES, scope_asked_for
from ...values.cards import card_values
from ...values.listed_hosts import listed_hosts
from ...values.listed_packs import listed_packs
from . import schemas
from .documented import documented
from .routing import answers_of, public_router

router = public_router()

BESIDE = (EVENT, *NAMES, "limit", "offset")


@router.get(
    "packs/",
    response=answers_of(schemas.PackList),
    url_name="lift_packs",
    operation_id="lift_packs_list",
    summary="List open insights packs",
    openapi_extra=documented((*OF_PACKS, *BESIDE)),
)
def list_packs(request: HttpRequest) -> dict[str, Any]:
    """Return the open packs, latest published first, found by what their events are."""
    now = timezone.now()
    filters = read_filters(request.GET, filters=OF_PACKS, beside=BESIDE)
    limit, start = read_limit(request.GET), read_offset(request.GET)
    event, scope = read_event(request.GET), scope_asked_for(request)
    event_ids = packs_about(event, scope, request) if event is not None else None
    found = packs_in(scope, now, filters, event_ids=event_ids, start=start, end=start + limit + 1)
    items = listed_packs(found[:limit], scope.addresses)
    follow = address_with(request, offset=str(start + limit)) if len(found) > limit else None
    return {"items": items, "next": follow}


@router.get(
    "search/",
    response=answers_of(schemas.Found),
    url_name="lift_search",
    operation_id="lift_search",
    summary="Search events, packs and hosts",
    openapi_extra=documented(("q", *NAMES, "limit")),
)
def search(request: HttpRequest) -> dict[str, Any]:
    """Return what has all the words of ``q``: up to ``limit`` of each kind, as in their lists."""
    now = timezone.now()
    filters = read_filters(request.GET, filters=["q"], beside=(*NAMES, "limit"))
    limit = read_limit(request.GET)
    if not filters.q:
        raise BadParameters([("q", _("Send words to search for."))])
    scope = scope_asked_for(request)
    events = list_cards(scope, request, now, filters, limit=limit)
    note_changes(request, [events.next_change], now)
    packs = packs_in(scope, now, filters, start=0, end=limit)
    hosts = found_hosts(hosts_in(scope, request, is_whole_site=True), filters.q)
    hosts = hosts.select_related("photo", "locale").prefetch_related("photo__renditions")
    return {
        "events": [card_values(card, scope) for card in events.items],
        "packs": listed_packs(packs, scope.addresses),
        "hosts": listed_hosts(hosts[:limit], scope, request),
    }
