"""Rich text in the format that a request asks for, with links that a front end can use.

A link to a page has the address of the page's site, which may be the front end's. A document or a
picture is at the CMS. A link whose page, document or address is gone leads nowhere.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import escape
from rest_framework.request import Request
from wagtail.models import Site
from wagtail.rich_text import features as registry
from wagtail.rich_text.rewriters import EmbedRewriter, LinkRewriter, MultiRuleRewriter

from ..formats.markdown import markdown_of

try:
    from wagtail.api.rich_text import APIRichText
except ImportError:  # before Wagtail 8
    APIRichText = None

DB_HTML, HTML, MARKDOWN = "db_html", "html", "markdown"
FORMATS = (DB_HTML, HTML, MARKDOWN)
"""The formats that every version of Wagtail gives here."""

PARAMETER = "rich_text_format"

_LOCAL = re.compile(r'\b(href|src)="(/(?!/)[^"]*)"')

Rows = list[dict[str, Any]]
Expand = Callable[[Rows], list[str]]


def rich_text(
    source: str, request: HttpRequest | Request | None, features: list[str] | None = None
) -> str:
    """Return rich text in the requested format: as stored, as HTML or as Markdown.

    An unknown format raises Wagtail's ``RichTextFormatError``; before Wagtail 8 it is as stored.
    """
    asked_for = request.GET.get(PARAMETER) if request else None
    if APIRichText is not None:
        asked_for = APIRichText.resolve_format(asked_for)
    if asked_for == HTML:
        return as_html(source, request)
    if asked_for == MARKDOWN:
        return as_markdown(source, request)
    if APIRichText is None:
        return source
    return str(APIRichText.serialize(source, format=asked_for, features=features))


def as_html(source: str, request: HttpRequest | Request | None) -> str:
    """Return rich text as HTML with full addresses."""
    if "<a " not in source and "<embed" not in source:
        return source
    rules = registry.get_link_types(), registry.get_embed_types()
    links, embeds = (
        {kind: _rule(handler, request) for kind, handler in known.items()} for known in rules
    )
    rewrite = MultiRuleRewriter([LinkRewriter(bulk_rules=links), EmbedRewriter(bulk_rules=embeds)])
    return str(rewrite(source)).replace('<a href="None">', "<a>")


def as_markdown(source: str, request: HttpRequest | Request | None) -> str:
    """Return rich text as Markdown with full addresses."""
    return markdown_of(as_html(source, request))


def cms_url(request: HttpRequest | Request | None) -> str:
    """Return where the CMS serves its files: ``WAGTAILAPI_BASE_URL``, else the site asked for."""
    site = Site.find_for_request(request)
    return files_base() or (str(site.root_url) if site else "")


def files_base() -> str:
    """Return ``WAGTAILAPI_BASE_URL``, where files are if the pages are on another origin."""
    return str(getattr(settings, "WAGTAILAPI_BASE_URL", None) or "")


def full_file_url(url: str, request: HttpRequest | Request | None) -> str:
    """Return the full address of a document; as it is if nothing is known of where the CMS is."""
    if files_base():
        return urljoin(files_base(), url)
    return str(request.build_absolute_uri(url)) if request else url


def _rule(handler: Any, request: HttpRequest | Request | None) -> Expand:
    """Return what expands the tags of one kind, in one query; a site's own handler is kept."""
    from wagtail.rich_text.pages import PageLinkHandler  # needs the models

    if handler is PageLinkHandler:
        return lambda rows: [_page_link(page, request) for page in handler.get_many(rows)]
    if handler.identifier == "media":
        return lambda rows: [_film(row.get("url", "")) for row in rows]
    return lambda rows: [
        _at_the_cms(tag, request) for tag in handler.expand_db_attributes_many(rows)
    ]


def _page_link(page: Any, request: HttpRequest | Request | None) -> str:
    url = page.localized.get_full_url(getattr(request, "_request", request)) if page else None
    return f'<a href="{escape(url)}">' if url else "<a>"


def _at_the_cms(tag: str, request: HttpRequest | Request | None) -> str:
    base = cms_url(request)
    return _LOCAL.sub(lambda found: f'{found[1]}="{urljoin(base, found[2])}"', str(tag))


def _film(url: str) -> str:
    """Return a link in place of a film, which would ask another website."""
    return f'<p><a href="{escape(url)}">{escape(url)}</a></p>' if url else ""
