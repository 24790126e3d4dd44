"""Addresses of the site: its own page types have endpoints of their own."""

from tests.projects.own_page_model.conversations.models import ConversationPage, PackPage
from tests.projects.urls import site_urls
from wagtail_lift.api.v2 import events_endpoint, insights_endpoint

urlpatterns = site_urls(
    events=events_endpoint(ConversationPage, name="events"),
    insights=insights_endpoint(PackPage, name="insights"),
)
