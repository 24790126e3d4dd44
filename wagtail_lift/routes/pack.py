"""The routes of an insights pack: the pack, and its printable guide."""

from datetime import time

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_time
from wagtail.contrib.routable_page.models import path

from ..http.addresses import GUIDE_MARKDOWN_ROUTE, GUIDE_ROUTE, MARKDOWN_ROUTE
from ..models.occurrences import EventOccurrence
from .markdown import MarkdownRoutes, as_markdown

DEFAULT_STARTS = time(19, 0)


class InsightsPackRoutes(MarkdownRoutes):
    """The pack and its guide; a closed pack says when it opens and shows nothing else."""

    redirected_routes = (MARKDOWN_ROUTE, GUIDE_ROUTE, GUIDE_MARKDOWN_ROUTE)
    conditional_routes = ("guide", "guide_markdown")
    markdown_routes = ("index_route", "guide")

    class Meta:
        abstract = True

    @path(GUIDE_ROUTE, name="guide")
    def serve_guide(self, request: HttpRequest) -> HttpResponse:
        """Show the guide as one page to print, with clock times from ``?starts=HH:MM``."""
        context = self.get_context(request)
        if not context["is_open"] or not self.guide:
            raise Http404("This guide is not open.")
        starts = starting_time(request, context["occurrence"])
        context["starts"] = starts
        context["run_sheet"] = self.get_run_sheet(starts)
        context["total_minutes"] = self.guide_minutes
        return TemplateResponse(request, "wagtail_lift/guide.html", context)

    @path(GUIDE_MARKDOWN_ROUTE, name="guide_markdown")
    def serve_guide_markdown(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the guide as Markdown."""
        return as_markdown(self, request, self.serve_guide(request))


def starting_time(request: HttpRequest, occurrence: EventOccurrence | None) -> time:
    """Return when a run sheet starts: the requested time, else that of a date, else 19:00."""
    local = occurrence.local_starts_at if occurrence else None
    return requested_start(request) or (local.time() if local else DEFAULT_STARTS)


def requested_start(request: HttpRequest) -> time | None:
    """Return the requested starting time, ``None`` if it is missing or invalid."""
    try:
        return parse_time(request.GET.get("starts", ""))
    except ValueError:
        return None
