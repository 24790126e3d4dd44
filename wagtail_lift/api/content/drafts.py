"""Where a draft will be found once it is published."""

from contextlib import nullcontext

from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.translation import get_language, override
from wagtail.models import AbstractPage, Site

from .finding import FoundPage, parts_of, path_of, site_at
from .page_requests import languages_of, page_request


def find_draft(page: AbstractPage, request: HttpRequest) -> FoundPage:
    """Return a draft at the address that it has once it is published, and in its language there.

    One that is on no site is asked at the root of this one.
    """
    parts = parts_of(page.get_full_url(request) or get_script_prefix())
    site = site_at(parts, request)
    asked = page_request(request, site, path_of(parts), "")
    languages = (_language_of(page, site, each) for each in languages_of(asked))
    return FoundPage(page, asked, language=next(filter(None, languages), ""))


def _language_of(page: AbstractPage, site: Site | None, language: str | None) -> str:
    """Return the active language where the site would find the page in it, empty otherwise."""
    with override(language) if language else nullcontext():
        root = site.root_page.localized if site else None
        is_there = root is not None and page.path.startswith(root.path)
        return (get_language() or "") if is_there else ""
