"""A page in other languages, for search engines and for a reader who changes the language.

The head of the page prints them (``hreflang``), and ``head`` of the API holds them.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..access.privacy import closed_to
from .sharing import sub_path


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one language; ``url`` is a full URL."""

    locale: str
    title: str
    url: str


def alternates_of(page: AbstractPage, request: HttpRequest | None) -> list[Alternate]:
    """Return what is shown in each language that this reader may see, by language code.

    That is a page, itself included, or the sub-route that the request asks for, where a translation
    is known to have it. Empty for what there is in one language only.
    """
    route = sub_path(page, request)
    path = f"/{route.lstrip('/')}"
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    translated = page.get_translations().live()
    # Most pages have none, and to ask costs less than to fetch nothing.
    if not translated.exists() or not page.serves_path(path):
        return []
    others = translated.select_related("locale").specific(defer=True)
    shown = [page, *(each for each in others if each.serves_path(path))]
    closed = closed_to(request)
    found = [
        Alternate(each.locale.language_code, each.title, f"{url}{route}")
        for each in shown
        if each is page or not closed.holds(each)
        if (url := each.get_full_url(request))
    ]
    return sorted(found, key=lambda each: each.locale) if len(found) > 1 else []
