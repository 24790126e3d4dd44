"""Addresses of the site: both APIs, with the endpoint for previews."""

from tests.projects.urls import site_urls
from wagtail_lift.api.v2 import PreviewsAPIViewSet

urlpatterns = site_urls(page_preview=PreviewsAPIViewSet)
