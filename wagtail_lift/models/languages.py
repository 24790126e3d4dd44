"""The language in which a page is written, known without asking the database for its locale.

What is stored of a page in words is in this language, whoever publishes it.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import get_language, override
from wagtail.models import Locale

_codes: dict[int, str] = {}


class PageLanguage(NamedTuple):
    """A language as markup names it: its code, and ``ltr`` or ``rtl``."""

    code: str
    direction: str


def language_of(page: Any) -> PageLanguage:
    """Return the language of a page; where there is none, the one that is active.

    The codes of all locales are asked for once in a process, and again for a locale that was not
    among them.
    """
    code = _code_of(getattr(page, "locale_id", None)) or get_language() or settings.LANGUAGE_CODE
    is_right_to_left = code.split("-")[0] in settings.LANGUAGES_BIDI
    return PageLanguage(code, "rtl" if is_right_to_left else "ltr")


def label_in(code: str, word: TextChoices) -> str:
    """Return the label of a word of a closed set in a language, whichever is active."""
    return _label_in(code, word)


# Words of two sets may be equal, so their types count.
@lru_cache(maxsize=512, typed=True)
def _label_in(code: str, word: TextChoices) -> str:
    with override(code):
        return str(word.label)


def _code_of(locale_id: int | None) -> str:
    if locale_id is not None and locale_id not in _codes:
        _codes.update(Locale.all_objects.values_list("pk", "language_code"))
    return _codes.get(locale_id, "") if locale_id is not None else ""


def forget_languages() -> None:
    """Ask for the codes anew: a locale was added, changed or removed."""
    _codes.clear()
