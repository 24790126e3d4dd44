"""The concrete page types, composed like a site's own: routes, a mixin and ``Page``."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TaggedItemBase
from wagtail.models import Page

from ..conf import settings
from ..models import (
    Audience,
    EventHostMixin,
    EventIndexPageMixin,
    EventPageMixin,
    InsightsPackMixin,
)
from ..page_types.headless import shipped_bases
from ..routes import EventIndexRoutes, EventRoutes, InsightsPackRoutes


def _page_link(related_name: str) -> models.OneToOneField:
    """Return the parent link to ``Page``, named so that it does not clash with a site's types."""
    return models.OneToOneField(
        Page,
        parent_link=True,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name=related_name,
    )


HEADLESS = shipped_bases(settings.HEADLESS)
"""The mixin of wagtail-headless-preview that ``WAGTAIL_LIFT_HEADLESS`` asks for, if any."""


class EventIndexPage(*HEADLESS, EventIndexRoutes, EventIndexPageMixin, Page):
    """A programme of events."""

    page_ptr = _page_link("lift_eventindexpage")

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")


class EventPage(*HEADLESS, EventRoutes, EventPageMixin, Page):
    """A community-led event, from invitation to insights pack."""

    page_ptr = _page_link("lift_eventpage")
    topics = ClusterTaggableManager(
        through="wagtail_lift_pages.EventTag",
        blank=True,
        verbose_name=_("topics"),
        related_name="lift_events",
    )
    audiences = ClusterTaggableManager(
        through="wagtail_lift_pages.EventAudience",
        blank=True,
        verbose_name=_("audience tags"),
        related_name="lift_events",
        help_text=_("For example health, social care, voluntary sector."),
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")


class EventTag(TaggedItemBase):
    """A topic of an event."""

    content_object = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="tagged_topics")


class EventAudience(ItemBase):
    """An audience of an event."""

    tag = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="event_items")
    content_object = ParentalKey(
        EventPage, on_delete=models.CASCADE, related_name="tagged_audiences"
    )


class EventHost(EventHostMixin):
    """A host of an event page."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="event_hosts")


class InsightsPack(*HEADLESS, InsightsPackRoutes, InsightsPackMixin, Page):
    """What was learnt at an event, with a guide to run it again."""

    page_ptr = _page_link("lift_insightspack")

    class Meta:
        verbose_name = _("insights pack")
        verbose_name_plural = _("insights packs")
