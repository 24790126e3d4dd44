"""The address of the document, public wherever Wagtail's own is."""

import json
from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router

from . import openapi_document

router = Router(tags=["lift"])


@router.get("openapi.json", url_name="lift_openapi", include_in_schema=False)
def read_document(request: HttpRequest) -> HttpResponse:
    """Return the document of this site's API; ``WAGTAILAPI_DOCS_ENABLED`` turns both off."""
    if not getattr(settings, "WAGTAILAPI_DOCS_ENABLED", True):
        raise Http404("This site does not publish the document of its API.")
    return HttpResponse(_written(reverse("wagtailapi_v3:api-root")), "application/json")


@lru_cache(maxsize=4)
def _written(path_prefix: str) -> bytes:
    """Return the document as text: making it takes as long as a page, and it never changes."""
    return json.dumps(openapi_document(path_prefix), ensure_ascii=False).encode()
