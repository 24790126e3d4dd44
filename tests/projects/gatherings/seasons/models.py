"""Page types that state nothing: no lists, no template, no sub-routes."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from wagtail_lift.models import (
    EventHostMixin,
    EventIndexPageMixin,
    EventPageMixin,
    InsightsPackMixin,
)


class Season(EventIndexPageMixin, Page):
    """A programme."""


class Gathering(EventPageMixin, Page):
    """An event without hosts or tags."""


class Supper(EventPageMixin, Page):
    """An event with hosts."""


class SupperHost(EventHostMixin):
    """A host of a supper."""

    page = ParentalKey(Supper, on_delete=models.CASCADE, related_name="event_hosts")


class Findings(InsightsPackMixin, Page):
    """What was learnt."""
