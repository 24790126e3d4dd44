"""Lists of the public hosts of a scope."""

from django.db.models import Q
from django.http import HttpRequest
from wagtail.search.backends import get_search_backend

from ..access.privacy import closed_to
from ..access.site_hosts import has_several_sites, held_on
from ..models.hosts import AbstractHostProfile, get_host_model
from ..models.page_model import get_page_model
from ..models.querysets import HostProfileQuerySet
from .scopes import ListScope
from .searches import MOST_FOUND, words_of


def hosts_in(
    scope: ListScope, request: HttpRequest | None, *, is_whole_site: bool = False
) -> HostProfileQuerySet:
    """Return the public hosts of the events of a scope that this reader may see, by name.

    With one site, every public host is that of the whole site, whether or not they hold an event.
    """
    hosts: HostProfileQuerySet = get_host_model()._default_manager.public()
    if scope.locale_id is not None:
        hosts = hosts.filter(locale=scope.locale_id)
    if not is_whole_site or has_several_sites():
        there = scope.within(), closed_to(request).outside()
        hosts = held_on(hosts, get_page_model()._default_manager.live().filter(*there))
    return hosts.order_by("name", "pk")


def host_named(hosts: HostProfileQuerySet, slug: str, locale_id: int) -> AbstractHostProfile | None:
    """Return the host with a slug, in a language if there are several."""
    found = list(hosts.filter(slug=slug).order_by("locale_id"))
    return next((host for host in found if host.locale_id == locale_id), next(iter(found), None))


def found_hosts(hosts: HostProfileQuerySet, text: str) -> HostProfileQuerySet:
    """Keep the hosts that match all words of a text; one query."""
    words = words_of(text)
    if not words:
        return hosts.filter(Q(pk__in=()))
    among = get_host_model()._default_manager.filter(live=True, is_listed=True).only("pk")
    found = get_search_backend().search(words, among)[:MOST_FOUND]
    return hosts.filter(pk__in=[host.pk for host in found])
