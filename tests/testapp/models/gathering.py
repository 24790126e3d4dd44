"""The smallest page type: nothing but the mixin. ``docs/how-to/extend-a-page-type.md`` shows it."""

from wagtail.models import Page

from wagtail_lift.models import EventPageMixin


class Gathering(EventPageMixin, Page):
    """An event without hosts, tags or sub-routes."""
