"""What has been open to all stays open: noted before a change at its event is applied."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models.functions import Coalesce

from ..domain.lifecycle import ALWAYS
from ..models import EventOccurrence, PackOpening
from ..packs.lookup import original_of, packs_about
from ..packs.openness import openings


def keep_packs_open(page_ids: Iterable[int], now: datetime) -> bool:
    """Note since when the packs about the event of these pages have been open, if they are.

    Returns whether there are live packs at all. Call it before anything that has changed is
    projected, and before an action changes a meeting: the stored rows still show which packs were
    open, those that have been hidden meanwhile too. A pack that was open early only is closed by
    taking back the tick. One query where there are no packs.
    """
    packs = packs_about(page_ids, live_only=False)
    live = [pack for pack in packs if pack.live]
    if packs:
        _note({**_opened_by_dates(live, now), **_shown_as_open(packs, now)})
    return bool(live)


def keep_open(pack: Any, now: datetime) -> None:
    """Note since when a pack has been open that may be about another event from now on."""
    _note(_shown_as_open([pack], now))


def note_openings(packs: Sequence[Any], now: datetime) -> None:
    """Note since when these packs have been open to all, if their dates have opened them."""
    _note(_opened_by_dates(packs, now))


def _shown_as_open(packs: Iterable[Any], now: datetime) -> dict[int, datetime]:
    """Return since when packs have been open by what is stored of dates, by their originals."""
    shown = EventOccurrence.objects.filter(
        pack__in=[pack.pk for pack in packs], pack_opens_at__lte=now, pack_opens_at__gt=ALWAYS
    )
    rows = shown.annotate(original=Coalesce("pack__alias_of", "pack")).order_by("-pack_opens_at")
    return dict(rows.values_list("original", "pack_opens_at"))


def _opened_by_dates(packs: Sequence[Any], now: datetime) -> dict[int, datetime]:
    """Return since when packs have been open, by their originals; an editor's tick says nothing."""
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
    PackOpening.objects.bulk_create(
        [PackOpening(pack_id=key, opened_at=at) for key, at in opened.items() if key not in known]
    )
