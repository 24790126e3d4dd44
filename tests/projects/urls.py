"""Addresses of a test project: the admin, both APIs and the pages."""

from typing import Any

from django.apps import apps
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents import urls as wagtaildocs_urls

from wagtail_lift.api.v2 import LiftPagesAPIViewSet, register_endpoints


def site_urls(**endpoints: type) -> list[Any]:
    """Return the addresses of a site; ``endpoints`` are those of its own page types, by name."""
    router = WagtailAPIRouter("wagtailapi")
    for name, endpoint in endpoints.items():
        router.register_endpoint(name, endpoint)
    register_endpoints(router)
    router.register_endpoint("pages", LiftPagesAPIViewSet)
    patterns = [
        path("admin/", include(wagtailadmin_urls)),
        path("documents/", include(wagtaildocs_urls)),
        path("api/v2/", router.urls),
    ]
    if apps.is_installed("wagtail.api.v3"):
        from wagtail.api.v3.urls import api  # here, because Wagtail 7.4 lacks it

        patterns.append(path("api/v3/", api.urls))
    return [*patterns, path("", include(wagtail_urls))]


urlpatterns = site_urls()
