"""The endpoint of host profiles."""

from typing import Any

from django.db.models import QuerySet
from wagtail.api.v2.filters import FieldsFilter, LocaleFilter, OrderingFilter, SearchFilter
from wagtail.api.v2.views import BaseAPIViewSet

from ...access.site_hosts import has_several_sites, held_on
from ...models import AbstractHostProfile, get_host_model
from ..rich_text import PARAMETER
from .filters import carefully
from .pages import CarefulMixin, LiftPagesAPIViewSet


class HostsAPIViewSet(CarefulMixin, BaseAPIViewSet):
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
    listing_default_fields = [
        *BaseAPIViewSet.listing_default_fields,
        "kind",
        "name",
        "slug",
        "display_name",
        "position",
        "organisation",
    ]
    nested_default_fields = [*BaseAPIViewSet.nested_default_fields, "name"]

    def get_queryset(self) -> QuerySet:
        """Return the public hosts, with the related rows that a list needs."""
        hosts = self.model._default_manager.public().order_by("pk")
        if has_several_sites() or "site" in self.request.GET:
            pages = LiftPagesAPIViewSet(request=self.request).get_base_queryset()
            hosts = held_on(hosts, pages)
        return hosts.select_related("photo").prefetch_related("tags", "photo__renditions")


def hosts_endpoint(
    host_model: type[AbstractHostProfile] | None = None, **attributes: Any
) -> type[HostsAPIViewSet]:
    """Return the endpoint of the site's host profiles; ``attributes`` override its own."""
    attributes = {"model": host_model or get_host_model(), **attributes}
    return type("HostProfilesAPIViewSet", (HostsAPIViewSet,), attributes)
