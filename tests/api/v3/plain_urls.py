"""The suite's addresses and, at ``/plain/``, version 3 as it is without the package."""

from django.urls import path
from ninja import NinjaAPI
from wagtail.api.v3.errors import register_exception_handlers
from wagtail.api.v3.urls import api

from tests.urls import urlpatterns as of_the_suite

plain = NinjaAPI(title="Plain", urls_namespace="plain", docs_url=None)
register_exception_handlers(plain)
for prefix, router in api._routers:
    if prefix not in ("", "/lift/"):
        plain.add_router(prefix, router)

urlpatterns = [path("plain/", plain.urls), *of_the_suite]
