"""All page types that the package's second app would bring, on the site's own base page."""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TaggedItemBase

from tests.projects.own_page_model.base.models import BasePage
from wagtail_lift.models import (
    Audience,
    EventHostMixin,
    EventIndexPageMixin,
    EventPageMixin,
    InsightsPackMixin,
)
from wagtail_lift.routes import EventIndexRoutes, EventRoutes, InsightsPackRoutes


class ProgrammePage(EventIndexRoutes, EventIndexPageMixin, BasePage):
    """A programme of conversations."""


class ConversationPage(EventRoutes, EventPageMixin, BasePage):
    """An event."""

    topics = ClusterTaggableManager(
        through="conversations.ConversationTopic", blank=True, related_name="conversations"
    )
    audiences = ClusterTaggableManager(
        through="conversations.ConversationAudience", blank=True, related_name="conversations"
    )


class ConversationHost(EventHostMixin):
    """A host of a conversation."""

    page = ParentalKey(ConversationPage, on_delete=models.CASCADE, related_name="event_hosts")


class ConversationTopic(TaggedItemBase):
    """A topic of a conversation."""

    content_object = ParentalKey(
        ConversationPage, on_delete=models.CASCADE, related_name="tagged_topics"
    )


class ConversationAudience(ItemBase):
    """An audience of a conversation."""

    tag = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="conversation_items")
    content_object = ParentalKey(
        ConversationPage, on_delete=models.CASCADE, related_name="tagged_audiences"
    )


class PackPage(InsightsPackRoutes, InsightsPackMixin, BasePage):
    """What was learnt."""
