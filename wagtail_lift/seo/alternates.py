"""A page in other languages, for search engines and for a reader who changes the language."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..access.privacy import closed_to


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one language; ``url`` is a full URL."""

    locale: str
    title: str
    url: str


def alternates_of(page: AbstractPage, request: HttpRequest | None) -> list[Alternate]:
    """Return a page and its translations that this reader may see, by language code.

    Empty for a page in one language only.
    """
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    others = page.get_translations().live().filter(closed_to(request).outside())
    others = others.select_related("locale").specific(defer=True)
    pages = sorted([page, *others], key=lambda each: each.locale.language_code)
    found = [(each, each.get_full_url(request)) for each in pages]
    known = [Alternate(each.locale.language_code, each.title, url) for each, url in found if url]
    return known if len(known) > 1 else []
