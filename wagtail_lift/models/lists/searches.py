"""Free text in lists: the site's own search backend says which pages match, and nothing else."""

import re
from typing import Any

from wagtail.search.backends import get_search_backend

from ..kinds import EventKind, page_types

MOST_FOUND = 1000
"""How many pages of each type a search considers, the best ones first."""


def found_below(programme: Any, text: str) -> set[int]:
    """Return the keys of event pages below ``programme`` that match; one query for a page type.

    Of a list it decides no more than that: order, filters and privacy stay those of its rows.
    """
    below = {"path__startswith": programme.path}
    found = (found_pages(model, text, **below) for model in page_types(EventKind))
    return set().union(*found)


def found_pages(model: Any, text: str, **narrowing: Any) -> set[int]:
    """Return the keys of the live pages of one type that match all words of ``text``; one query.

    Only the words are looked for: what else a reader types means something to one search engine
    and is an error to another.
    """
    words = " ".join(re.findall(r"\w+", text))
    if not words:
        return set()
    pages = model._default_manager.filter(live=True, **narrowing).only("pk")
    return {page.pk for page in get_search_backend().search(words, pages)[:MOST_FOUND]}
