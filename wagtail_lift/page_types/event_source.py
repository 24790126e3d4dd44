"""Which page of an event its dates are read from, and what revisions of the others leave out."""

from typing import Any, Self

from django.utils.functional import cached_property

from ..events.identity import source_of
from ..models.event import Event
from ..models.kinds import EventKind

SOURCE_FIELDS = (
    "start_date",
    "start_time",
    "end_date",
    "end_time",
    "hours",
    "timezone",
    "recurrence_rule",
    "skipped_dates",
    "added_dates",
    "booking_mode",
    "booking_opens_date",
    "booking_opens_time",
    "booking_opens_before",
    "booking_opens_unit",
    "booking_closes_date",
    "booking_closes_time",
    "booking_closes_before",
    "booking_closes_unit",
    "booking_places",
    "join_url",
    "join_link_rule",
    "join_link_minutes",
)
"""Fields read only from the event's source; on its translations they are read-only."""


class EventSourceMixin:
    """Reads the plan from the source of the event; revisions of its other pages hold none."""

    source_fields = SOURCE_FIELDS

    @cached_property
    def source(self) -> EventKind:
        """Return the page from which dates, zone and booking window are read."""
        return source_of(self) if self.pk else self

    @property
    def lift_event(self) -> Event | None:
        """Return the event that this page shows, or ``None`` before the first save."""
        link = getattr(self, "lift_event_link", None) if self.pk else None
        return link.event if link else None

    @property
    def is_source(self) -> bool:
        """Return whether the dates of the event are edited on this page."""
        return self.source.pk == self.pk

    def serializable_data(self) -> dict[str, Any]:
        """Return the content of a revision; only the source's includes the plan."""
        content = super().serializable_data()
        if self.pk and not self.is_source:
            content = {name: v for name, v in content.items() if name not in self.source_fields}
        return content

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Return the page as in a revision; a page that is not the source keeps its current plan.

        A revision from before the page became the source keeps it too: publishing it changes no
        date.
        """
        page = super().with_content_json(content)
        for name in self.source_fields:
            if name not in content or not self.is_source:
                setattr(page, name, getattr(self, name))
        if content.get("venue") and page.venue_id is None:
            page.take_words_of_lost_venue(self)
        return page

    def take_over_what_no_revision_holds(self) -> None:
        """Take the stored plan if this page is not the source, whose revisions alone contain it."""
        super().take_over_what_no_revision_holds()
        stored = None if self.pk is None or self.is_source else type(self).objects.get(pk=self.pk)
        for name in self.source_fields if stored else ():
            setattr(self, name, getattr(stored, name))
