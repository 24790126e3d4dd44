"""The language in which a page is written, whichever language is active.

What is stored of a page in words is in this language, whoever publishes it.
"""

from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import get_language, override


class PageLanguage(NamedTuple):
    """A language as markup names it: its code, and ``ltr`` or ``rtl``."""

    code: str
    direction: str


def language_of(page: Any) -> PageLanguage:
    """Return the language of a page; where there is none, the one that is active.

    It is that of the page's locale as it is stored: a process remembers none, because nobody would
    tell it that a locale was given another code. One query, unless the locale came with the page.
    """
    locale = getattr(page, "locale", None)
    code = getattr(locale, "language_code", "") or get_language() or settings.LANGUAGE_CODE
    is_right_to_left = code.split("-")[0] in settings.LANGUAGES_BIDI
    return PageLanguage(code, "rtl" if is_right_to_left else "ltr")


def label_in(code: str, word: TextChoices) -> str:
    """Return the label of a word of a closed set in a language, whichever is active."""
    with override(code):
        return str(word.label)
