"""Shows a draft to somebody who has its link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import PreviewableMixin

from ..access.share_links import shared_draft
from ..http.caching import keep_private
from ..http.odd_characters import refusal
from ..page_types.headless import front_end_url


@require_safe
def show_shared_draft(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show the draft of a page, or lead to the front end that shows it; 404 without a valid link.

    No cache keeps it, no search engine lists it, and no link on it gives the token away.
    """
    draft = shared_draft(token, timezone.now())
    if draft is None:
        raise Http404("No such draft.")
    refused = refusal(request)  # what a page shows may depend on the query
    if refused is not None:
        return refused
    request.is_preview = True
    request.preview_mode = ""
    url = front_end_url(draft, request, token)
    if url:
        response: HttpResponseBase = HttpResponse(status=302, headers={"Location": url})
    else:
        response = PreviewableMixin.serve_preview(draft, request, "")
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return keep_private(response)
