"""Keep packs in the site's search index: their text only once they are open."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.cache import cache
from wagtail.search.index import insert_or_update_object

from ..models.kinds import PackKind
from ..packs.openness import opened_between
from .pack_openings import note_openings

LOOKED_BACK = timedelta(days=7)
"""How far to look back when the cache has no last run; indexing twice does no harm."""

_DONE_UNTIL = "wagtail_lift.packs_indexed_until"


def index_packs(packs: Iterable[PackKind]) -> None:
    """Reindex packs; call it after anything that opens or closes them."""
    for pack in packs:
        insert_or_update_object(pack)


def index_opened_packs(now: datetime) -> int:
    """Index the packs that have opened since the last run; return how many.

    Nobody saves a pack at the moment it opens, so this adds its text to the site's search index and
    records since when it has been open.
    """
    since = cache.get(_DONE_UNTIL) or now - LOOKED_BACK
    opened = opened_between(min(since, now), now)
    note_openings(opened, now)
    index_packs(opened)
    cache.set(_DONE_UNTIL, now, None)
    return len(opened)
