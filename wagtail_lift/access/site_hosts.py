"""Which people belong to which site, where several sites share a database.

A host profile belongs to no site by itself. With one site, all public hosts are that site's. With
several, a site shows the hosts of the events that its readers may see, and nobody else's.
"""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import AbstractPage, Site

from ..enums import FacetKind
from ..models.occurrences import EventFacet
from ..models.page_model import get_page_model
from ..models.querysets import HostProfileQuerySet
from .privacy import closed_to


def has_several_sites() -> bool:
    """Return whether there is more than one site; usually answered from Wagtail's cache."""
    return len({root.site_id for root in Site.get_site_root_paths()}) > 1


def held_on(hosts: HostProfileQuerySet, pages: QuerySet[AbstractPage]) -> HostProfileQuerySet:
    """Keep the hosts named on at least one of these live pages."""
    facets = EventFacet.objects.filter(kind=FacetKind.HOST, page__in=pages.order_by().values("pk"))
    keys = {UUID(value) for value in facets.values_list("value", flat=True).distinct()}
    return hosts.filter(translation_key__in=keys)


def only_of_this_site(
    hosts: HostProfileQuerySet, page: AbstractPage, request: HttpRequest | None
) -> HostProfileQuerySet:
    """Keep the hosts that the site of ``page`` may show to this reader."""
    if not has_several_sites():
        return hosts
    site = page.get_site()
    roots = [root for root in Site.get_site_root_paths() if site and root.site_id == site.pk]
    there = Q(pk__in=())
    for root in roots:  # one for each language
        there |= Q(url_path__startswith=root.root_path)
    pages = get_page_model()._default_manager.live().filter(there, closed_to(request).outside())
    return held_on(hosts, pages)
