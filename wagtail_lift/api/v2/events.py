"""The endpoint of an event page type."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.functional import cached_property
from wagtail.api.v2.utils import BadRequestError, parse_fields_parameter
from wagtail.fields import StreamField

from ...models.kinds import EventKind
from ...models.occurrences import FACT_COLUMNS, EventOccurrence
from .listing import CARD, EventListMixin
from .pages import PageTypeAPIViewSet
from .views import EventViewsMixin

_FROM_DATES = {
    "status",
    "status_label",
    "status_until",
    "stage",
    "booking_state",
    "starts_at",
    "ends_at",
}
"""Fields that need the dates of an event."""

_PLAIN = {
    "id",
    "type",
    "detail_url",
    "html_url",
    "slug",
    "title",
    "first_published_at",
    "locale",
    "summary",
    "timezone",
    "attendance_mode",
    CARD,
}
"""Fields that need nothing beside the page itself; a card brings its own."""

_COLUMNS = {
    "content_type",
    "url_path",
    "slug",
    "title",
    "first_published_at",
    "locale",
    "live",
    "summary",
    "timezone",
    "attendance_mode",
}
"""Columns that are enough for these fields and those from dates."""

_NEEDS = {
    "hosts": ("event_hosts__host",),
    "event_hosts": ("event_hosts__host",),
    "topics": ("topics",),
    "audiences": ("audiences",),
    "lead_image": ("lead_image__renditions",),
}
"""What else is fetched for a field."""


class EventsAPIViewSet(EventViewsMixin, EventListMixin):
    """Events; a list includes the status and dates of each."""

    listing_default_fields = [
        *PageTypeAPIViewSet.listing_default_fields,
        "summary",
        "status",
        "status_label",
        "status_until",
        "stage",
        "booking_state",
        "starts_at",
        "ends_at",
        "timezone",
        "attendance_mode",
    ]
    nested_default_fields = [*PageTypeAPIViewSet.nested_default_fields, "status", "starts_at"]

    def get_queryset(self) -> QuerySet:
        """Return the events; a list has what its fields need, in a few queries."""
        pages = super().get_queryset()
        return self.with_shown(pages) if self.action == "listing_view" else pages

    def with_shown(self, pages: QuerySet) -> QuerySet:
        """Return pages with the dates, hosts, tags and images that the request shows.

        Streams are left out if only fields of ours are shown that need none.
        """
        pages = pages.select_related("locale")
        needed = {name for field in self.shown_fields for name in _NEEDS.get(field, ())}
        there: list[Any] = [
            name for name in sorted(needed) if hasattr(self.model, name.partition("__")[0])
        ]
        if "lead_image" in self.shown_fields:
            pages = pages.select_related("lead_image")
        if not self._is_known:
            return pages.prefetch_related("lift_occurrences__meeting", *there)
        if self.shown_fields & _FROM_DATES:
            dates = EventOccurrence.objects.only("page", "date_key", *FACT_COLUMNS)
            there.append(Prefetch("lift_occurrences", queryset=dates))
        if self.shown_fields <= _FROM_DATES | _PLAIN:
            names = {field.name for field in self.model._meta.concrete_fields}
            return pages.only("pk", *sorted(_COLUMNS & names)).prefetch_related(*there)
        return pages.defer(*_streams_of(self.model)).prefetch_related(*there)

    def get_renderer_context(self) -> dict[str, Any]:
        """Write JSON without indenting it, which takes longer than anything else in a list."""
        return {**super().get_renderer_context(), "indent": None}

    @cached_property
    def shown_fields(self) -> frozenset[str]:
        """Return the names of the fields that the request shows."""
        return frozenset(self._listing_serializer_class.Meta.fields)

    def get_serializer_class(self) -> type:
        """Return the serialiser of the fields that the request shows; of a list, made once."""
        if self.action != "listing_view":
            return super().get_serializer_class()
        return self._listing_serializer_class

    @cached_property
    def _listing_serializer_class(self) -> type:
        try:
            fields = parse_fields_parameter(self.request.GET.get("fields", ""))
        except ValueError as error:
            raise BadRequestError(f"fields error: {error}") from error
        router = self.request.wagtailapi_router
        return self._get_serializer_class(router, self.model, fields)

    @property
    def _is_known(self) -> bool:
        return self.shown_fields <= _FROM_DATES | _PLAIN | _NEEDS.keys()


def _streams_of(model: type[EventKind]) -> list[str]:
    return [f.name for f in model._meta.concrete_fields if isinstance(f, StreamField)]


EventsAPIViewSet.plain = EventsAPIViewSet


def events_endpoint(page_type: type[EventKind], **attributes: Any) -> type[EventsAPIViewSet]:
    """Return an endpoint for an event page type of the site; ``attributes`` override its own."""
    return type(
        f"{page_type.__name__}APIViewSet", (EventsAPIViewSet,), {"model": page_type, **attributes}
    )
