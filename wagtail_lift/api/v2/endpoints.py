"""Registers the endpoints of the package's own page types and of the site's hosts."""

from django.apps import apps
from wagtail.api.v2.router import WagtailAPIRouter

from .events import events_endpoint
from .hosts import hosts_endpoint
from .insights import insights_endpoint


def register_endpoints(router: WagtailAPIRouter) -> None:
    """Add ``events``, ``hosts`` and ``insights`` to a router, before the endpoint ``pages``.

    A site without ``wagtail_lift.pages`` gets only ``hosts``; it adds endpoints for its own page
    types with the factories.
    """
    if apps.is_installed("wagtail_lift.pages"):
        events = apps.get_model("wagtail_lift_pages", "EventPage")
        packs = apps.get_model("wagtail_lift_pages", "InsightsPack")
        router.register_endpoint("events", events_endpoint(events, name="events"))
        router.register_endpoint("insights", insights_endpoint(packs, name="insights"))
    router.register_endpoint("hosts", hosts_endpoint(name="hosts"))
