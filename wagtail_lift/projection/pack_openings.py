"""A pack that has been open to all stays open: record that before its event changes."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from ..models import PackOpening
from ..models.kinds import PackKind
from ..packs.lookup import packs_about
from ..packs.openness import open_until_now, opened_by_dates, shown_as_open


def keep_packs_open(page_ids: Iterable[int], now: datetime) -> bool:
    """Record since when the packs about these pages' event have been open; return if any is live.

    Call it before a change is projected and before an action changes a meeting: the stored rows
    still show which packs were open, including any hidden since. A pack that was only opened early
    is not recorded, so unticking closes it. One query if there are no packs.
    """
    packs = packs_about(page_ids, live_only=False)
    if packs:
        _note(open_until_now(packs, now))
    return any(pack.live for pack in packs)


def keep_open(pack: PackKind, now: datetime) -> None:
    """Record since when a pack has been open, before it may move to another event."""
    _note(shown_as_open([pack], now))


def note_openings(packs: Sequence[PackKind], now: datetime) -> None:
    """Record since when these packs have been open to all, if their dates have opened them."""
    _note(opened_by_dates(packs, now))


def _note(opened: dict[int, datetime]) -> None:
    if not opened:
        return
    known = set(PackOpening.objects.filter(pack__in=opened).values_list("pack", flat=True))
    new = [PackOpening(pack_id=key, opened_at=at) for key, at in opened.items() if key not in known]
    # ``lift_tick`` notes openings without the lock of the event: whoever comes second changes none.
    PackOpening.objects.bulk_create(new, ignore_conflicts=True)
