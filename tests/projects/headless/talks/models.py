"""Page types with the mixins of wagtail-headless-preview, in each order of the bases."""

from wagtail.models import Page
from wagtail_headless_preview.models import (
    HeadlessMixin,
    HeadlessPreviewMixin,
    HeadlessServeMixin,
)

from wagtail_lift.models import EventPageMixin
from wagtail_lift.routes import EventRoutes


class TheirsFirst(HeadlessMixin, EventRoutes, EventPageMixin, Page):
    """Their mixin before ours."""


class OursFirst(EventRoutes, EventPageMixin, HeadlessMixin, Page):
    """Ours before theirs."""


class Between(EventRoutes, HeadlessMixin, EventPageMixin, Page):
    """Theirs between ours."""


class SitePage(HeadlessMixin, Page):
    """What a site bases all its pages on."""

    class Meta:
        abstract = True

    def get_preview_url(self, request, token):
        """Lead to a route of the front end that starts its preview."""
        return super().get_preview_url(request, token).replace("/?", "/api/preview/?")


class OnSitePage(EventRoutes, EventPageMixin, SitePage):
    """On a base of the site's."""


class Above(OnSitePage):
    """Above a type that takes theirs."""


class PreviewedOnly(EventRoutes, EventPageMixin, HeadlessPreviewMixin, Page):
    """Shown here, previewed there."""


class ShownOnly(HeadlessServeMixin, EventRoutes, EventPageMixin, Page):
    """Shown there, previewed here."""


class WithoutRoutes(EventPageMixin, HeadlessMixin, Page):
    """Without sub-routes."""
