"""What a site's own search finds an event by."""

from typing import Any, Self

from django.db import models
from wagtail.search import index

from ..enums import FacetKind
from ..events.speakers import speaker_names
from ..models.occurrences import EventOccurrence

NAMED = frozenset({FacetKind.TOPIC.value, FacetKind.AUDIENCE.value, FacetKind.HOST.value})
"""The facets whose labels are searched. The others would match half of a site: "in person"."""


class EventSearchMixin(models.Model):
    """The search fields of an event: nothing private, and no host who is not public."""

    search_fields = [
        index.SearchField("summary", boost=2),
        index.SearchField("body"),
        index.SearchField("after_body"),
        index.SearchField("updates"),
        index.SearchField("materials"),
        index.SearchField("conversation"),
        index.SearchField("agenda"),
        index.SearchField("reading"),
        index.SearchField("audience"),
        index.SearchField("get_search_words"),
        index.FilterField("start_date"),
        index.FilterField("attendance_mode"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet[Self]:
        """Return the events to index, with what ``get_search_words`` reads."""
        objects: models.QuerySet[Self] = super().get_indexed_objects()
        return objects.select_related("venue").prefetch_related("lift_facets")

    def get_search_words(self) -> str:
        """Return the place, the names of hosts, speakers and tags, and where dates were moved to.

        Extend it to add more.

        It reads stored rows: what readers do not see, a draft's host or one without consent, is not
        found. The projection indexes the page again when these rows change.
        """
        names = [facet.label for facet in self.lift_facets.all() if facet.kind in NAMED]
        there = self.location
        place = [text for text in (there.venue_name, there.venue_address) if text]
        names += speaker_names(self)
        return "\n".join(dict.fromkeys([*place, *names, *self._places_of_dates()]))

    def _places_of_dates(self) -> list[str]:
        """Return venues and addresses of dates that are not where the page says."""
        rows: Any = EventOccurrence.objects.filter(page=self.pk, location__isnull=False)
        found = rows.order_by("pk").values_list("location", flat=True)
        return [text for at in found for text in (at.venue_name, at.venue_address) if text]
