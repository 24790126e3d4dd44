"""Addresses of the site: each of its event types has an endpoint of its own."""

from tests.projects.gatherings.seasons.models import Findings, Gathering, Supper
from tests.projects.urls import site_urls
from wagtail_lift.api.v2 import events_endpoint, insights_endpoint

urlpatterns = site_urls(
    gatherings=events_endpoint(Gathering, name="gatherings"),
    suppers=events_endpoint(Supper, name="suppers"),
    insights=insights_endpoint(Findings, name="insights"),
)
