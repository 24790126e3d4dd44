"""The endpoint of an event page type."""

from typing import Any

from django.db.models import QuerySet
from wagtail.fields import StreamField
from wagtail.models import AbstractPage

from ...events.venues import prefetch_venues
from ...lists.lifecycles import lifecycles_of
from ...models.kinds import EventKind
from .listing import CARD, EventListMixin
from .pages import PageTypeAPIViewSet
from .shown_fields import ShownFieldsMixin
from .views import EventViewsMixin

_FROM_DATES = {
    "status",
    "status_label",
    "status_until",
    "stage",
    "booking_state",
    "date_key",
    "starts_at",
    "ends_at",
    "date_hours",
}
"""Fields that need where an event stands."""

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
"""Columns that are enough for these fields and those about where the event stands."""

_NEEDS = {
    "hosts": ("event_hosts__host",),
    "event_hosts": ("event_hosts__host",),
    "topics": ("topics",),
    "audiences": ("audiences",),
    "lead_image": ("lead_image__renditions",),
}
"""What else is fetched for a field."""


class EventsAPIViewSet(EventViewsMixin, ShownFieldsMixin, EventListMixin):
    """Events; a list includes the status and dates of each."""

    listing_default_fields = [
        *PageTypeAPIViewSet.listing_default_fields,
        "summary",
        "status",
        "status_label",
        "status_until",
        "stage",
        "booking_state",
        "date_key",
        "starts_at",
        "ends_at",
        "date_hours",
        "timezone",
        "attendance_mode",
    ]
    nested_default_fields = [*PageTypeAPIViewSet.nested_default_fields, "status", "starts_at"]

    def get_queryset(self) -> QuerySet:
        """Return the events; a list has what its fields need, in a few queries."""
        pages = super().get_queryset()
        return self.with_shown(pages) if self.action == "listing_view" else pages

    def with_shown(self, pages: QuerySet) -> QuerySet:
        """Return pages with the hosts, tags and images that the request shows.

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
        if self.shown_fields <= _FROM_DATES | _PLAIN:
            names = {field.name for field in self.model._meta.concrete_fields}
            return pages.only("pk", *sorted(_COLUMNS & names)).prefetch_related(*there)
        return pages.defer(*_streams_of(self.model)).prefetch_related(*there)

    def paginate_queryset(self, queryset: QuerySet) -> list[AbstractPage]:
        """Return one page of the list, each event with where it stands if that is shown."""
        pages = super().paginate_queryset(queryset)
        if not self._is_known:
            prefetch_venues(pages)
        if self._is_known and self.shown_fields & _FROM_DATES:
            stand = lifecycles_of({page.pk for page in pages}, self.now)
            for page in pages:
                if page.pk in stand:
                    page.lifecycle = stand[page.pk]
        return pages

    def get_renderer_context(self) -> dict[str, Any]:
        """Write JSON without indenting it, which takes longer than anything else in a list."""
        return {**super().get_renderer_context(), "indent": None}

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
