"""Addresses of the site: both APIs with the endpoint for previews, and links to drafts."""

from django.urls import include, path

from tests.projects.urls import site_urls
from wagtail_lift.api.v2 import PreviewsAPIViewSet

urlpatterns = [
    path("", include("wagtail_lift.urls")),
    *site_urls(page_preview=PreviewsAPIViewSet),
]
