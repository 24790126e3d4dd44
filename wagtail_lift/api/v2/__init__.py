"""Endpoints for version 2 of Wagtail's API: events, hosts and open insights packs.

from wagtail_lift.api.v2 import LiftPagesAPIViewSet, register_endpoints

api_router = WagtailAPIRouter("wagtailapi")
register_endpoints(api_router)
api_router.register_endpoint("pages", LiftPagesAPIViewSet)
"""

from .endpoints import register_endpoints
from .events import EventsAPIViewSet, events_endpoint
from .hosts import HostsAPIViewSet, hosts_endpoint
from .insights import InsightsAPIViewSet, insights_endpoint
from .pages import LiftPagesAPIViewSet
from .previews import PreviewsAPIViewSet

__all__ = [
    "EventsAPIViewSet",
    "HostsAPIViewSet",
    "InsightsAPIViewSet",
    "LiftPagesAPIViewSet",
    "PreviewsAPIViewSet",
    "events_endpoint",
    "hosts_endpoint",
    "insights_endpoint",
    "register_endpoints",
]
