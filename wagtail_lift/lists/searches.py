"""Free text in lists: the site's own search backend says which pages match, and nothing else."""

import unicodedata
from typing import Any

from wagtail.search.backends import get_search_backend

from ..page_types.kinds import EventKind, page_types

MOST_FOUND = 1000
"""How many pages of each type a search considers, the best ones first."""

MOST_WORDS = 30
"""How many words a search looks for: engines refuse endless ones."""


def found_below(programme: Any, text: str) -> set[int]:
    """Return the keys of event pages below ``programme`` that match; one query for a page type.

    Of a list it decides no more than that: order, filters and privacy stay those of its rows.
    """
    below = {"path__startswith": programme.path}
    found = (found_pages(model, text, **below) for model in page_types(EventKind))
    return set().union(*found)


def found_pages(model: Any, text: str, **narrowing: Any) -> set[int]:
    """Return the keys of the live pages of one type that match all words of ``text``; one query."""
    words = words_of(text)
    if not words:
        return set()
    pages = model._default_manager.filter(live=True, **narrowing).only("pk")
    return {page.pk for page in get_search_backend().search(words, pages)[:MOST_FOUND]}


def words_of(text: str) -> str:
    """Return the first words of ``text``, in whatever script, with blanks between them.

    Only words are looked for: what else somebody types means something to one search engine and is
    an error to another.
    """
    letters = (sign if _is_of_a_word(sign) else " " for sign in text)
    return " ".join("".join(letters).split()[:MOST_WORDS])


def _is_of_a_word(sign: str) -> bool:
    """Letters, numbers, and the marks that some scripts write vowels with."""
    return sign == "_" or unicodedata.category(sign)[0] in "LMN"
