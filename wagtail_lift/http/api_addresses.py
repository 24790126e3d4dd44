"""Where a site's content API shows pages, as far as that can be known: for purging."""

from collections.abc import Iterable

from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from wagtail.models import Site

LISTS = (
    "wagtailapi:events:listing",
    "wagtailapi:insights:listing",
    "wagtailapi:hosts:listing",
    "wagtailapi_v3:lift_events",
    "wagtailapi_v3:lift_facets",
    "wagtailapi_v3:lift_month_now",
    "wagtailapi_v3:lift_packs",
    "wagtailapi_v3:lift_hosts",
)
DETAILS = (
    "wagtailapi:pages:detail",
    "wagtailapi:events:detail",
    "wagtailapi:insights:detail",
    "wagtailapi_v3:detail_page",
    "wagtailapi_v3:lift_page_head",
    "wagtailapi_v3:lift_event_dates",
)
HOST_DETAIL, SNIPPET_DETAIL = "wagtailapi:hosts:detail", "wagtailapi_v3:detail_snippet"
HOST_EVENTS = "wagtailapi_v3:lift_host_events"
"""Names of addresses, where they are mounted as Wagtail's documentation mounts them."""


def addresses_in_api(page_ids: Iterable[int], hosts: Iterable[Model]) -> set[str]:
    """Return the URLs, on every site, that show these pages and hosts, and plain lists."""
    paths = {path for name in DETAILS for key in page_ids for path in _path(name, key)}
    for host in hosts:
        paths |= {*_path(HOST_DETAIL, host.pk)}
        paths |= {*_path(SNIPPET_DETAIL, host._meta.label, host.pk)}
        paths |= {*_path(HOST_EVENTS, host.slug)}
    paths |= {path for name in LISTS for path in _path(name)} if paths else set()
    roots = {site.root_url for site in Site.objects.all()} if paths else set()
    return {f"{root}{path}" for root in roots for path in paths}


def _path(name: str, *words: object) -> list[str]:
    """Return the path of this name, none where the site has not mounted it."""
    try:
        return [reverse(name, args=words)]
    except NoReverseMatch:
        return []
