"""The language of a page, whichever language is active.

Text stored for a page is in this language, whoever publishes it.
"""

from typing import NamedTuple

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import get_language, override
from wagtail.models import AbstractPage


class PageLanguage(NamedTuple):
    """A language as in HTML's ``lang`` and ``dir``: its code, and ``ltr`` or ``rtl``."""

    code: str
    direction: str


def language_of(page: AbstractPage | None) -> PageLanguage:
    """Return the language of a page, or the active language if it has none.

    It is read from the page's stored locale and never cached in the process, which would not notice
    that a locale's code changed. One query, unless the locale was fetched with the page.
    """
    locale = getattr(page, "locale", None)
    code = getattr(locale, "language_code", "") or get_language() or settings.LANGUAGE_CODE
    is_right_to_left = code.split("-")[0] in settings.LANGUAGES_BIDI
    return PageLanguage(code, "rtl" if is_right_to_left else "ltr")


def label_in(code: str, word: TextChoices) -> str:
    """Return the label of an enum member in a language, whichever is active."""
    with override(code):
        return str(word.label)
