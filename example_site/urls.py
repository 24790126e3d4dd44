"""Addresses of the example site: the admin, both APIs, the sitemap and the pages."""

from django.apps import apps
from django.conf import settings
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from wagtail_lift.api.v2 import LiftPagesAPIViewSet, register_endpoints

api_router = WagtailAPIRouter("wagtailapi")
register_endpoints(api_router)
api_router.register_endpoint("pages", LiftPagesAPIViewSet)

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api_router.urls),
    path("sitemap.xml", sitemap),
]

if getattr(settings, "SERVE_MEDIA", settings.DEBUG):  # the tests have settings of their own
    media = {"document_root": settings.MEDIA_ROOT}
    urlpatterns += [path(f"{settings.MEDIA_URL.lstrip('/')}<path:path>", serve, media)]

if apps.is_installed("wagtail.api.v3"):
    from wagtail.api.v3.urls import api

    urlpatterns += [path("api/v3/", api.urls)]

urlpatterns += [path("", include(wagtail_urls))]
