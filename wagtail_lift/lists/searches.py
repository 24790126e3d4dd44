"""Text search in lists: the site's search backend only decides which pages match."""

import unicodedata

from django.db.models import Q
from wagtail.models import AbstractPage
from wagtail.search.backends import get_search_backend

from ..models.kinds import EventKind, page_types
from .scopes import ListScope

MOST_FOUND = 1000
"""Pages of each type that a search considers, best matches first."""

MOST_WORDS = 30
"""Words that a search looks for: search engines reject longer queries."""


def found_in_scope(scope: ListScope, text: str) -> set[int]:
    """Return the keys of event pages in the branches of a scope; one query per page type.

    It does not affect the order, filters or privacy of a list.
    """
    found = (found_pages(model, text, scope.within()) for model in page_types(EventKind))
    return set().union(*found)


def found_pages(model: type[AbstractPage], text: str, *narrowing: Q) -> set[int]:
    """Return the keys of live pages of one type that match all words of ``text``; one query."""
    words = words_of(text)
    if not words:
        return set()
    pages = model._default_manager.filter(*narrowing, live=True).only("pk")
    return {page.pk for page in get_search_backend().search(words, pages)[:MOST_FOUND]}


def words_of(text: str) -> str:
    """Return the first words of ``text``, in any script, separated by spaces.

    Other characters are dropped: they are operators in one search engine and an error in another.
    """
    letters = (sign if _is_of_a_word(sign) else " " for sign in text)
    return " ".join("".join(letters).split()[:MOST_WORDS])


def _is_of_a_word(sign: str) -> bool:
    """Accept letters, numbers, and the marks that some scripts use for vowels."""
    return sign == "_" or unicodedata.category(sign)[0] in "LMN"
