"""What the site had before: every model has the name of one of the package's."""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TagBase, TaggedItemBase
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    Page,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.snippets.models import register_snippet


class EventIndexPage(Page):
    """The site's own list of events."""


class EventPage(Page):
    """The site's own event."""

    day = models.DateField(null=True, blank=True)
    topics = ClusterTaggableManager(through="events.EventTag", blank=True)
    hosts = models.ManyToManyField("events.HostProfile", blank=True)


class InsightsPack(Page):
    """The site's own pack."""


class Event(Page):
    """A page whose name is a field of the package's pack."""

    page_ptr = models.OneToOneField(
        Page,
        parent_link=True,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="site_event",
    )


class EventTag(TaggedItemBase):
    """A tag of the site's own event."""

    content_object = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="tagged_items")


class Audience(TagBase):
    """An audience of the site's own."""


class EventHost(Orderable):
    """A host of the site's own event."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="event_hosts")


class Meeting(models.Model):
    """A meeting of the site's own event."""

    event = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="meetings")


@register_snippet
class HostProfile(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, TranslatableMixin, models.Model
):
    """The site's own host."""

    name = models.CharField(max_length=100)

    class Meta(TranslatableMixin.Meta):
        pass
