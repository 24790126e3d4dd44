"""Addresses of the benchmark: the example site's, and Wagtail's own endpoint for the floor."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from benchmarks.floor.models import FloorEventPage
from example_site.urls import urlpatterns as of_site

FIELDS = [
    "summary",
    "place",
    "mode",
    "hosts",
    "draft_title",
    "live",
    "expired",
    "go_live_at",
    "expire_at",
    "locked",
    "last_published_at",
    "has_unpublished_changes",
]
"""As many as our endpoint lists beside Wagtail's own, all of them plain columns."""


class FloorEventsAPIViewSet(PagesAPIViewSet):
    """Events of the floor, as Wagtail lists pages."""

    model = FloorEventPage
    body_fields = [*PagesAPIViewSet.body_fields, *FIELDS]
    listing_default_fields = [*PagesAPIViewSet.listing_default_fields, *FIELDS]


plain_router = WagtailAPIRouter("plain")
plain_router.register_endpoint("events", FloorEventsAPIViewSet)

urlpatterns = [path("api/plain/", plain_router.urls), *of_site]
