"""Keep the site's search index to what packs tell: their text once they are open."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from wagtail.search.index import insert_or_update_object

from ..packs.openness import opened_between
from .pack_openings import note_openings

LOOKED_BACK = timedelta(days=7)
"""How far back is looked where nobody remembers when it was done last; it does no harm twice."""

_DONE_UNTIL = "wagtail_lift.packs_indexed_until"


def index_packs(packs: Iterable[Any]) -> None:
    """Index packs anew as they are open or closed now: call it after whatever decides that."""
    for pack in packs:
        insert_or_update_object(pack)


def index_opened_packs(now: datetime) -> int:
    """Follow the packs that the clock has opened since the last time; return how many.

    Nobody saves a pack at the moment at which it opens: its text comes into the index of the site's
    search, and since when it has been open is noted.
    """
    since = cache.get(_DONE_UNTIL) or now - LOOKED_BACK
    opened = opened_between(min(since, now), now)
    note_openings(opened, now)
    index_packs(opened)
    cache.set(_DONE_UNTIL, now, None)
    return len(opened)
