"""The routes of an insights pack: the pack, its guide and question cards to print, and its PDF."""

from datetime import time
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_time
from wagtail.contrib.routable_page.models import path

from ..http.addresses import (
    CARDS_PDF_ROUTE,
    CARDS_ROUTE,
    GUIDE_MARKDOWN_ROUTE,
    GUIDE_ROUTE,
    MARKDOWN_ROUTE,
    PDF_ROUTE,
)
from ..models.occurrences import EventOccurrence
from ..page_types.pack_context import question_cards
from ..pdf.responses import PDFResponse, can_make_pdf
from .markdown import MarkdownRoutes, as_markdown

DEFAULT_STARTS = time(19, 0)


class InsightsPackRoutes(MarkdownRoutes):
    """The pack and its guide; a closed pack says when it opens and shows nothing else."""

    redirected_routes = (
        MARKDOWN_ROUTE,
        GUIDE_ROUTE,
        GUIDE_MARKDOWN_ROUTE,
        PDF_ROUTE,
        CARDS_ROUTE,
        CARDS_PDF_ROUTE,
    )
    conditional_routes = ("guide", "guide_markdown", "pdf", "cards", "cards_pdf")
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

    @path(CARDS_ROUTE, name="cards")
    def serve_cards(self, request: HttpRequest) -> HttpResponse:
        """Show the question cards as one page to print and cut."""
        return TemplateResponse(request, "wagtail_lift/cards.html", self._cards_context(request))

    @path(CARDS_PDF_ROUTE, name="cards_pdf")
    def serve_cards_pdf(self, request: HttpRequest) -> HttpResponse:
        """Serve the question cards as PDF."""
        return self._as_pdf(request, "cards", self._cards_context(request))

    @path(PDF_ROUTE, name="pdf")
    def serve_pdf(self, request: HttpRequest) -> HttpResponse:
        """Serve the pack with its guide as PDF; how long each part takes counts from 0:00."""
        context = self._open_context(request)
        context["run_sheet"] = self.get_run_sheet(time(0))
        return self._as_pdf(request, "pack", context)

    def _open_context(self, request: HttpRequest) -> dict[str, Any]:
        context = self.get_context(request)
        if not context["is_open"]:
            raise Http404("This pack is not open.")
        return context

    def _cards_context(self, request: HttpRequest) -> dict[str, Any]:
        context = self._open_context(request)
        cards = question_cards(self, context["questions"].values())
        if not cards:
            raise Http404("This pack has no questions.")
        url = context["cards_url"]
        pdf_url = f"{url}{PDF_ROUTE}" if url and can_make_pdf() else ""
        return {**context, "cards": cards, "cards_pdf_url": pdf_url}

    def _as_pdf(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        url = self.get_full_url(request) or ""
        if not (url and can_make_pdf()):
            raise Http404("There is no PDF.")
        template, file_name = f"wagtail_lift/pdf/{name}.html", f"{self.slug}-{name}"
        context = {**context, "full_url": url}
        return PDFResponse(request, template, context, url=url, name=file_name)


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
