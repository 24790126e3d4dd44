"""A page type with everything an event can have, and more; the how-to guides show it."""

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

from wagtail_lift.models import EventHostMixin, EventPageMixin
from wagtail_lift.routes import EventRoutes

from ..blocks import PlainStreamBlock, WorkshopStreamBlock


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


class WorkshopHost(EventHostMixin):
    """A host of a workshop."""

    page = ParentalKey(Workshop, on_delete=models.CASCADE, related_name="event_hosts")


class WorkshopTopic(TaggedItemBase):
    """A topic of a workshop."""

    content_object = ParentalKey(Workshop, on_delete=models.CASCADE, related_name="tagged_topics")
