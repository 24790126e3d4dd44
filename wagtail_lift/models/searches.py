"""Free text in lists: the site's own search backend says which pages match, and nothing else."""

import re
from typing import Any

from wagtail.search.backends import get_search_backend

from ..querysets import OccurrenceQuerySet
from .kinds import EventKind, page_types

MOST_FOUND = 1000
"""How many pages of each type a search considers, the best ones first."""


def only_found(rows: OccurrenceQuerySet, programme: Any, text: str) -> OccurrenceQuerySet:
    """Keep the rows of pages below ``programme`` that match ``text``; one query for a page type.

    Order, filters and privacy stay those of the rows. Only the words of the text are looked for:
    what else a reader types means something to one search engine and is an error to another.
    """
    words = " ".join(re.findall(r"\w+", text))
    return rows.filter(page_id__in=_found_pages(programme, words) if words else ())


def _found_pages(programme: Any, words: str) -> set[int]:
    backend = get_search_backend()
    keys: set[int] = set()
    for model in page_types(EventKind):
        pages = model._default_manager.filter(path__startswith=programme.path, live=True)
        found = backend.search(words, pages.only("pk"))[:MOST_FOUND]
        keys.update(page.pk for page in found)
    return keys
