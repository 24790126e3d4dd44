"""The answers of both versions to: what is this address, and what stands around this page."""

from contextlib import nullcontext
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import AbstractPage

from ...http.caching import note_changes
from ...models.page_model import get_page_model
from ...page_types.page_type import LiftPageMixin
from ...seo.sharing import canonical_url
from ..values.found import date_asked_for, named_page
from ..values.heads import head_of
from .finding import FoundPage, FoundRedirect, find, find_on_page


def found_at(address: str, request: HttpRequest, *, with_head: bool = False) -> dict[str, Any]:
    """Return the page and sub-route at an address, or the redirect there; raise as ``find``."""
    found = find(address, request)
    if isinstance(found, FoundRedirect):
        return {"kind": "redirect", "status": found.status, "location": found.location}
    page, asked = found.page, found.asked
    route = {"name": found.route, "path": found.path, "arguments": dict(found.arguments)}
    return {
        "kind": "page",
        "page": named_page(page, asked),
        "url": canonical_url(page, asked),
        "locale": page.locale.language_code,
        "route": route if found.route else None,
        "date": date_asked_for(page, asked),
        "head": _head(found, request) if with_head else None,
    }


def head_of_page(page_id: int, path: str, request: HttpRequest) -> dict[str, Any]:
    """Return what stands around a page of ours, or a sub-route of it by path and query below it.

    Raise as ``find_on_page``, and ``Http404`` for other pages and for routes that are no HTML.
    """
    rows = get_page_model()._default_manager.filter(pk=page_id, live=True)
    page: AbstractPage | None = rows.first()
    if page is None:
        raise Http404
    head = _head(find_on_page(page.specific_deferred, request, path), request)
    if head is None:
        raise Http404
    return head


def _head(found: FoundPage, request: HttpRequest) -> dict[str, Any] | None:
    """Return the values from the context of the page's own response, and note until when."""
    if not isinstance(found.page, LiftPageMixin):
        return None
    now = timezone.now()
    with override(found.language) if found.language else nullcontext():
        context = getattr(found.served(), "context_data", None)
        if context is None:  # a calendar or a feed
            return None
        note_changes(request, [found.page.get_cache_until(found.asked, context, now)], now)
        return head_of(found.page, found.asked, context)
