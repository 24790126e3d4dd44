"""A pack that has been open to all stays open: record that before its event changes."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models.functions import Coalesce

from ..domain.lifecycle import ALWAYS
from ..models import EventOccurrence, PackOpening
from ..models.kinds import PackKind
from ..packs.lookup import original_of, packs_about
from ..packs.openness import openings


def keep_packs_open(page_ids: Iterable[int], now: datetime) -> bool:
    """Record since when the packs about these pages' event have been open; return if any is live.

    Call it before a change is projected and before an action changes a meeting: the stored rows
    still show which packs were open, including any hidden since. A pack that was only opened early
    is not recorded, so unticking closes it. One query if there are no packs.
    """
    packs = packs_about(page_ids, live_only=False)
    if packs:
        _note({**_opened_by_dates(packs, now), **_shown_as_open(packs, now)})
    return any(pack.live for pack in packs)


def keep_open(pack: PackKind, now: datetime) -> None:
    """Record since when a pack has been open, before it may move to another event."""
    _note(_shown_as_open([pack], now))


def note_openings(packs: Sequence[PackKind], now: datetime) -> None:
    """Record since when these packs have been open to all, if their dates have opened them."""
    _note(_opened_by_dates(packs, now))


def _shown_as_open(packs: Iterable[PackKind], now: datetime) -> dict[int, datetime]:
    """Return since when packs have been open according to stored rows, keyed by original."""
    shown = EventOccurrence.objects.filter(
        pack__in=[pack.pk for pack in packs], pack_opens_at__lte=now, pack_opens_at__gt=ALWAYS
    )
    rows = shown.annotate(original=Coalesce("pack__alias_of", "pack")).order_by("-pack_opens_at")
    return dict(rows.values_list("original", "pack_opens_at"))


def _opened_by_dates(packs: Sequence[PackKind], now: datetime) -> dict[int, datetime]:
    """Return since when dates have opened packs, keyed by original, ignoring the editor's tick."""
    times = zip(packs, openings(packs, early_counts=False), strict=True) if packs else ()
    return {
        original_of(pack) or pack.pk: opening.opens_at
        for pack, opening in times
        if opening.opens_at is not None and opening.opens_at <= now
    }


def _note(opened: dict[int, datetime]) -> None:
    if not opened:
        return
    known = set(PackOpening.objects.filter(pack__in=opened).values_list("pack", flat=True))
    new = [PackOpening(pack_id=key, opened_at=at) for key, at in opened.items() if key not in known]
    # ``lift_tick`` notes openings without the lock of the event: whoever comes second changes none.
    PackOpening.objects.bulk_create(new, ignore_conflicts=True)
