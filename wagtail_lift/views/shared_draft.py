"""Shows a draft to somebody who has its link."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import PreviewableMixin

from ..access.share_links import shared_draft
from ..http.addresses import SHARED_DRAFT
from ..http.caching import keep_private
from ..http.odd_characters import refusal
from ..page_types.headless import front_end_url
from ..routes.pack import InsightsPackRoutes


@require_safe
def show_shared_draft(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show the draft of a page, or lead to the front end that shows it; 404 without a valid link.

    No cache keeps it, no search engine lists it, and no link on it gives the token away.
    """
    return _show(request, token, _page)


@require_safe
def show_shared_guide(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show the guide in the draft of a pack, here as every sub-route; 404 where there is none."""
    return _show(request, token, _guide)


def _show(
    request: HttpRequest, token: str, answer: Callable[[Any, HttpRequest, str], HttpResponseBase]
) -> HttpResponseBase:
    draft = shared_draft(token, timezone.now())
    if draft is None:
        raise Http404("No such draft.")
    refused = refusal(request)  # what a page shows may depend on the query
    if refused is not None:
        return refused
    request.is_preview = True
    request.preview_mode = ""
    draft.shared_url = reverse(SHARED_DRAFT, args=[token])
    response = answer(draft, request, token)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return keep_private(response)


def _page(draft: Any, request: HttpRequest, token: str) -> HttpResponseBase:
    url = front_end_url(draft, request, token)
    if url:
        return HttpResponse(status=302, headers={"Location": url})
    shown: HttpResponseBase = PreviewableMixin.serve_preview(draft, request, "")
    return shown


def _guide(draft: Any, request: HttpRequest, token: str) -> HttpResponseBase:
    if not isinstance(draft, InsightsPackRoutes):
        raise Http404("No guide.")
    return draft.serve_guide(request)
