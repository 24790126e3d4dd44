"""Addresses of the suite: the admin, both APIs as a site mounts them, and the pages."""

from django.apps import apps
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents import urls as wagtaildocs_urls

from wagtail_lift.api.v2 import LiftPagesAPIViewSet, PreviewsAPIViewSet, register_endpoints
from wagtail_lift.webhooks.api.v2 import ChangesAPIViewSet

api_router = WagtailAPIRouter("wagtailapi")
register_endpoints(api_router)
api_router.register_endpoint("pages", LiftPagesAPIViewSet)
api_router.register_endpoint("page_preview", PreviewsAPIViewSet)
api_router.register_endpoint("changes", ChangesAPIViewSet)

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api_router.urls),
]

if apps.is_installed("wagtail.api.v3"):
    from wagtail.api.v3.urls import api

    urlpatterns += [path("api/v3/", api.urls)]

urlpatterns += [path("", include("wagtail_lift.urls")), path("", include(wagtail_urls))]
