"""An API of the site's own page type; ``docs/how-to/extend-a-page-type.md`` shows it."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter

from wagtail_lift.api.v2 import LiftPagesAPIViewSet, events_endpoint, register_endpoints

from .models import Workshop

api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("workshops", events_endpoint(Workshop, name="workshops"))
register_endpoints(api_router)
api_router.register_endpoint("pages", LiftPagesAPIViewSet)

urlpatterns = [path("api/v2/", api_router.urls)]
