"""The endpoint of an event page type."""

from typing import Any

from django.db.models import QuerySet

from ...models.kinds import EventKind
from .pages import PageTypeAPIViewSet

_PREFETCHED = ("lift_occurrences", "event_hosts__host", "topics", "audiences")


class EventsAPIViewSet(PageTypeAPIViewSet):
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
        """Return the events with their dates, hosts, tags and images, in a few queries."""
        pages = super().get_queryset().select_related("lead_image")
        there = [name for name in _PREFETCHED if hasattr(self.model, name.partition("__")[0])]
        return pages.prefetch_related(*there, "lead_image__renditions")


def events_endpoint(page_type: type[EventKind], **attributes: Any) -> type[EventsAPIViewSet]:
    """Return an endpoint for an event page type of the site; ``attributes`` override its own."""
    return type(
        f"{page_type.__name__}APIViewSet", (EventsAPIViewSet,), {"model": page_type, **attributes}
    )
