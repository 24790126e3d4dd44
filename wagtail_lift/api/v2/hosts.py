"""The endpoint of host profiles."""

from typing import Any

from django.db.models import QuerySet
from wagtail.api import APIField
from wagtail.api.v2.filters import FieldsFilter, LocaleFilter, OrderingFilter, SearchFilter
from wagtail.api.v2.views import BaseAPIViewSet

from ...access.site_hosts import has_several_sites, held_on
from ...lists.hosts import urls_of_hosts
from ...lists.scopes import scope_of_site
from ...models import AbstractHostProfile, get_host_model
from ..fields import APIRequest, Computed
from ..rich_text import PARAMETER
from ..scopes import site_asked_for
from .filters import carefully
from .pages import CarefulMixin, LiftPagesAPIViewSet
from .shown_fields import ShownFieldsMixin

URLS = "urls"


def read_urls(host: AbstractHostProfile, request: APIRequest | None) -> list[str]:
    """Return the pages about a host that everybody may read; a list knows them already."""
    known: list[str] | None = getattr(host, "lift_urls", None)
    if known is None and request is not None:
        (known,) = urls_of_hosts([host], scope_of_site(site_asked_for(request)), None)
    return known or []


class HostsAPIViewSet(ShownFieldsMixin, CarefulMixin, BaseAPIViewSet):
    """Public hosts: published and with the person's or organisation's consent.

    With several sites, those of the events that the site lists, like the pages of Wagtail's API.
    """

    name = "hosts"
    filter_backends = carefully([FieldsFilter, LocaleFilter, OrderingFilter, SearchFilter])
    known_query_parameters = BaseAPIViewSet.known_query_parameters | {
        "locale",
        "site",
        PARAMETER,
    }
    body_fields = [*BaseAPIViewSet.body_fields, APIField(URLS, serializer=Computed(read_urls))]
    listing_default_fields = [
        *BaseAPIViewSet.listing_default_fields,
        "kind",
        "name",
        "slug",
        "display_name",
        "position",
        "organisation",
        URLS,
    ]
    nested_default_fields = [*BaseAPIViewSet.nested_default_fields, "name"]

    @classmethod
    def get_detail_default_fields(cls, model: type) -> list[str]:
        """Return the fields of a profile, which changes only with what its editors write."""
        return [name for name in super().get_detail_default_fields(model) if name != URLS]

    def get_queryset(self) -> QuerySet:
        """Return the public hosts, with the related rows that a list needs."""
        hosts = self.model._default_manager.public().order_by("pk")
        if has_several_sites() or "site" in self.request.GET:
            pages = LiftPagesAPIViewSet(request=self.request).get_base_queryset()
            hosts = held_on(hosts, pages)
        return hosts.select_related("photo").prefetch_related("tags", "photo__renditions")

    def paginate_queryset(self, queryset: QuerySet) -> list[AbstractHostProfile]:
        """Return one page of the list, each host with the pages about them if these are shown."""
        hosts = list(super().paginate_queryset(queryset))
        if URLS in self.shown_fields:
            scope = scope_of_site(site_asked_for(self.request))
            for host, urls in zip(hosts, urls_of_hosts(hosts, scope, None), strict=True):
                host.lift_urls = urls
        return hosts


def hosts_endpoint(
    host_model: type[AbstractHostProfile] | None = None, **attributes: Any
) -> type[HostsAPIViewSet]:
    """Return the endpoint of the site's host profiles; ``attributes`` override its own."""
    attributes = {"model": host_model or get_host_model(), **attributes}
    return type("HostProfilesAPIViewSet", (HostsAPIViewSet,), attributes)
