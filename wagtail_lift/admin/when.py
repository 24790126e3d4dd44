"""Tells how dates and times are understood while an editor types them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from ..http.caching import keep_private
from ..page_types.when import tell_when


def when_urls() -> list[URLPattern]:
    """Return the URL of the sentence, for everybody who may use the admin."""
    return [path("lift/when/", show_when, name="lift_when")]


@require_safe
def show_when(request: HttpRequest) -> HttpResponse:
    """Show how the values in the query are understood, as HTML to put beside the fields.

    ``typing`` names the field that somebody is typing in; with ``needs_end`` no end is filled in.
    It reads no page: all that it tells is in the query.
    """
    told = tell_when(
        request.GET.dict(),
        typing=request.GET.get("typing", ""),
        needs_end="needs_end" in request.GET,
    )
    return keep_private(render(request, "wagtail_lift/admin/when.html", {"told": told}))
