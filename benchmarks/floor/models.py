"""A bare page type for events, as somebody writes it who needs no more than this.

No drafts of dates, no states, no booking, no translations: what is left is what lists, months,
feeds and pages of events cost at least.
"""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.fields import RichTextField
from wagtail.models import Page

from .routes import FloorRoutes


def _page_link() -> models.OneToOneField:
    return models.OneToOneField(
        Page, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )


class FloorIndexPage(FloorRoutes, Page):
    """Lists the events right below it."""

    page_ptr = _page_link()
    introduction = RichTextField(blank=True)

    subpage_types = ["floor.FloorEventPage"]


class FloorEventPage(Page):
    """An event with one or more dates."""

    page_ptr = _page_link()
    summary = models.TextField(blank=True)
    body = RichTextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    mode = models.CharField(max_length=20, db_index=True)
    hosts = models.CharField(max_length=200, blank=True)
    topics = ClusterTaggableManager(through="floor.FloorTopic", blank=True, related_name="+")

    parent_page_types = ["floor.FloorIndexPage"]
    subpage_types = []
    template = "floor/event.html"

    def get_context(self, request, *args, **kwargs):
        """Add the dates of the event and the names of its topics."""
        context = super().get_context(request, *args, **kwargs)
        dates = list(self.dates.order_by("starts_at"))
        return {**context, "dates": dates, "topics": [tag.name for tag in self.topics.all()]}


class FloorTopic(TaggedItemBase):
    """A topic of an event."""

    content_object = ParentalKey(
        FloorEventPage, on_delete=models.CASCADE, related_name="tagged_topics"
    )


class FloorDate(models.Model):
    """A date of an event, in UTC."""

    page = models.ForeignKey(FloorEventPage, on_delete=models.CASCADE, related_name="dates")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["starts_at", "ends_at"], name="floor_date_starts"),
            models.Index(fields=["page", "starts_at"], name="floor_date_page_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.page} ({self.starts_at:%Y-%m-%d})"
