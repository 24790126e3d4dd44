"""API values of hosts in a list, ready for JSON."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from ...lists.hosts import urls_of_hosts
from ...lists.scopes import ListScope
from ..rich_text import rich_text
from .hosts import photo, tags


def listed_hosts(
    hosts: Iterable[Any], scope: ListScope, request: HttpRequest
) -> list[dict[str, Any]]:
    """Return public hosts by each of their identities, with their pages in a scope.

    The number of queries does not grow with the hosts.
    """
    listed = list(hosts)
    urls = urls_of_hosts(listed, scope, request)
    return [_listed(host, there, request) for host, there in zip(listed, urls, strict=True)]


def host_in_full(host: Any, scope: ListScope, request: HttpRequest) -> dict[str, Any]:
    """Return a public host with all that their own page shows."""
    (listed,) = listed_hosts([host], scope, request)
    return {
        **listed,
        "honorific": host.honorific,
        "pronouns": host.pronouns,
        "biography": rich_text(host.biography, request),
        "website": host.website,
        "links": [{"label": link.value["label"], "url": link.value["url"]} for link in host.links],
        "tags": tags(host, request),
    }


def _listed(host: Any, urls: list[str], request: HttpRequest) -> dict[str, Any]:
    return {
        "id": host.pk,
        "slug": host.slug or "",
        "translation_key": str(host.translation_key),
        "locale": host.locale.language_code,
        "kind": host.kind,
        "name": host.name,
        "display_name": host.display_name,
        "initials": host.initials,
        "position": host.position,
        "organisation": host.organisation,
        "photo": photo(host, request),
        "urls": urls,
    }
