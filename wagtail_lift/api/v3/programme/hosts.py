"""The public hosts of a site or a programme, each with their events."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from ....http.caching import note_changes
from ....lists.card_pages import list_cards
from ....lists.hosts import found_hosts, host_named, hosts_in
from ....lists.scopes import ListScope
from ...answers import address_of_next
from ...parameters import FILTERS, read_filters, read_limit, read_offset
from ...scopes import NAMES, PROGRAMME, scope_asked_for
from ...values.hosts import listed_host
from . import schemas
from .documented import documented
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
    hosts = _hosts(scope_asked_for(request), request)
    if filters.q:
        hosts = found_hosts(hosts, filters.q)
    shown = hosts.select_related("photo", "locale").prefetch_related("photo__renditions")
    items = [listed_host(host, request) for host in shown[start : start + limit]]
    return {"count": hosts.count(), "items": items}


@router.get(
    "hosts/{slug}/",
    response=answers_of(schemas.HostEvents),
    url_name="lift_host_events",
    operation_id="lift_host_events",
    summary="A public host with their events",
    openapi_extra=documented((*OF_A_HOST, *NAMES, "limit")),
)
def read_host(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Return a host and their events, which the list of events goes on with."""
    now = timezone.now()
    filters = read_filters(request.GET, filters=OF_A_HOST, beside=(*NAMES, "limit"))
    limit = read_limit(request.GET)
    scope = scope_asked_for(request)
    host = host_named(_hosts(scope, request), slug, scope.root.locale_id)
    if host is None:
        raise Http404("No such host.")
    filters = replace(filters, host=(str(host.translation_key),))
    page = list_cards(scope, request, now, filters, limit=limit)
    note_changes(request, [page.next_change], now)
    events = reverse("wagtailapi_v3:lift_events")
    follow = address_of_next(request, page.last, path=events, host=filters.host[0])
    return {"host": listed_host(host, request), "events": list_values(page, scope, follow)}


def _hosts(scope: ListScope, request: HttpRequest) -> Any:
    return hosts_in(scope, request, is_whole_site=PROGRAMME not in request.GET)
