"""The public hosts of a site or a programme, each with their events."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from ....http.caching import note_changes
from ....lists.card_pages import list_cards
from ....lists.hosts import found_hosts, host_named, hosts_in
from ...answers import address_of_next
from ...parameters import FILTERS, read_filters, read_limit, read_offset, read_word
from ...scopes import NAMES, PROGRAMME, scope_asked_for
from ...values.listed_hosts import host_in_full, listed_hosts
from . import schemas
from .documented import RICH_TEXT_FORMATS, documented
from .events import list_values
from .routing import answers_of, public_router

router = public_router()

OF_A_HOST = tuple(name for name in FILTERS if name != "host")


@router.get(
    "hosts/",
    response=answers_of(schemas.HostList),
    url_name="lift_hosts",
    operation_id="lift_hosts_list",
    summary="List public hosts",
    openapi_extra=documented(("q", *NAMES, "limit", "offset")),
)
def list_hosts(request: HttpRequest) -> dict[str, Any]:
    """Return the public hosts of the site or programme, by name."""
    filters = read_filters(request.GET, filters=["q"], beside=(*NAMES, "limit", "offset"))
    limit, start = read_limit(request.GET), read_offset(request.GET)
    is_whole_site = PROGRAMME not in request.GET
    scope = scope_asked_for(request)
    hosts = hosts_in(scope, request, is_whole_site=is_whole_site)
    if filters.q:
        hosts = found_hosts(hosts, filters.q)
    shown = hosts.select_related("photo", "locale").prefetch_related("photo__renditions")
    items = listed_hosts(shown[start : start + limit], scope, request)
    return {"count": hosts.count(), "items": items}


@router.get(
    "hosts/{slug}/",
    response=answers_of(schemas.HostEvents),
    url_name="lift_host_events",
    operation_id="lift_host_events",
    summary="A public host with their events",
    openapi_extra=documented((*OF_A_HOST, *NAMES, "limit", "rich_text_format")),
)
def read_host(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Return a host and their events, which the list of events goes on with.

    A programme shows any public host of its site, also one who holds none of its events.
    """
    now = timezone.now()
    beside = (*NAMES, "limit", "rich_text_format")
    filters = read_filters(request.GET, filters=OF_A_HOST, beside=beside)
    read_word(request.GET, "rich_text_format", RICH_TEXT_FORMATS)
    limit = read_limit(request.GET)
    scope = scope_asked_for(request)
    hosts = hosts_in(scope, request, is_whole_site=True)
    host = host_named(hosts, slug, scope.root.locale_id)
    if host is None:
        raise Http404("No such host.")
    filters = replace(filters, host=(str(host.translation_key),))
    page = list_cards(scope, request, now, filters, limit=limit)
    note_changes(request, [page.next_change], now)
    events = reverse("wagtailapi_v3:lift_events")
    follow = address_of_next(request, page.last, path=events, host=filters.host[0])
    return {"host": host_in_full(host, scope, request), "events": list_values(page, scope, follow)}
