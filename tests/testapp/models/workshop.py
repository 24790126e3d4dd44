"""A page type with everything an event can have, and more; the how-to guides show it."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from wagtail_lift.domain.caching import first_change
from wagtail_lift.models import EventHostMixin, EventPageMixin
from wagtail_lift.routes import EventRoutes
from wagtail_lift.seo.sharing import Sharing
from wagtail_lift.seo.structured_data import with_price

from ..blocks import PlainStreamBlock, WorkshopStreamBlock

DOORS_OPEN = timedelta(minutes=30)


class Workshop(EventRoutes, EventPageMixin, Page):
    """An event at which something is made together."""

    what_to_bring = models.TextField(blank=True)
    body = StreamField(WorkshopStreamBlock(required=False), blank=True)
    after_body = StreamField(PlainStreamBlock(required=False), blank=True)
    topics = ClusterTaggableManager(
        through="testapp.WorkshopTopic", blank=True, related_name="workshops"
    )

    content_panels = [*EventPageMixin.content_panels, FieldPanel("what_to_bring")]
    search_fields = [
        *Page.search_fields,
        *EventPageMixin.search_fields,
        index.SearchField("what_to_bring"),
    ]
    api_fields = [*EventPageMixin.api_fields, APIField("what_to_bring")]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the template lists under “Bring with you”."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "things_to_bring": self.what_to_bring.splitlines()}

    def get_structured_data(self, request: Any, context: dict[str, Any]) -> list[dict[str, Any]]:
        """Tell search engines that something is made, and that it costs nothing."""
        return [
            {**with_price(item, Decimal(0), "GBP"), "keywords": "craft"}
            if item["@type"] == "Event"
            else item
            for item in super().get_structured_data(request, context)
        ]

    def get_sharing(self, request: Any, context: dict[str, Any]) -> Sharing:
        """Invite where a link is shared."""
        return replace(super().get_sharing(request, context), title=f"Come and make: {self.title}")

    def get_cache_until(self, request: Any, context: Any, now: datetime) -> datetime | None:
        """End when the doors open: the template says so from then on."""
        doors_open = {o.starts_at - DOORS_OPEN for o in self.occurrences if o.starts_at}
        return first_change({super().get_cache_until(request, context, now), *doors_open}, now)


class WorkshopHost(EventHostMixin):
    """A host of a workshop."""

    page = ParentalKey(Workshop, on_delete=models.CASCADE, related_name="event_hosts")


class WorkshopTopic(TaggedItemBase):
    """A topic of a workshop."""

    content_object = ParentalKey(Workshop, on_delete=models.CASCADE, related_name="tagged_topics")
