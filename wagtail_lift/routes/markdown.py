"""A page as Markdown: at a sub-route and, from Wagtail 8.1 on, by ``Accept`` at its own address."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import path
from wagtail.models import AbstractPage

from ..formats.page_markdown import page_markdown
from ..http.addresses import MARKDOWN_ROUTE
from .lift_routes import LiftRoutes

HTML, MARKDOWN = "text/html", "text/markdown"


class MarkdownResponse(TemplateResponse):
    """The response of a page, rendered as HTML and then written as Markdown."""

    def __init__(self, response: TemplateResponse, url: str) -> None:
        self._url = url
        super().__init__(
            response._request,
            response.template_name,
            response.context_data,
            content_type=f"{MARKDOWN}; charset=utf-8",
        )
        if url:
            self.headers["Link"] = f'<{url}>; rel="canonical"'

    @property
    def rendered_content(self) -> str:
        """Return the content of the page as Markdown."""
        return page_markdown(super().rendered_content, self._url)


class MarkdownRoutes(LiftRoutes):
    """``markdown/``, and ``Accept: text/markdown`` where Wagtail asks for a page's types."""

    response_media_types = [HTML, MARKDOWN]
    markdown_routes: tuple[str, ...] = ("index_route",)
    """Names of the sub-routes that ``Accept`` may ask for as Markdown."""

    class Meta:
        abstract = True

    @path(MARKDOWN_ROUTE, name="markdown")
    def serve_markdown(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the page as Markdown."""
        return as_markdown(self, request, self.index_route(request))

    def as_asked_for(self, response: HttpResponseBase, request: HttpRequest) -> HttpResponseBase:
        """Return the response as Markdown if the request prefers that."""
        match = getattr(request, "routable_resolver_match", None)
        is_offered = match is not None and match.url_name in self.markdown_routes
        choose: Any = getattr(self, "get_response_media_type", None)  # new in Wagtail 8.1
        if is_offered and choose is not None and choose(request) == MARKDOWN:
            return as_markdown(self, request, response)
        return response


def as_markdown(
    page: AbstractPage, request: HttpRequest, response: HttpResponseBase
) -> HttpResponseBase:
    """Return a page's response as Markdown; one that is not made of a template as it is."""
    if not isinstance(response, TemplateResponse):
        return response
    return MarkdownResponse(response, page.get_full_url(request) or "")
