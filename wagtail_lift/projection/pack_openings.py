"""What has been open to all stays open: noted before a change at its event is applied."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ..domain.lifecycle import ALWAYS
from ..models import EventOccurrence, PackOpening
from ..packs.lookup import original_of, packs_about
from ..packs.openness import openings


def keep_packs_open(pages: Iterable[Any], now: datetime) -> bool:
    """Note since when the packs about the event of these pages have been open, if they are.

    Returns whether there are live packs at all.

    Call it before anything that has changed is projected: the stored rows still show whether a
    pack was open, even if an action has changed the meeting by now. A pack that was open early only
    is closed by taking back the tick. One query where there are no packs.
    """
    packs = packs_about([page.pk for page in pages])
    if not packs:
        return False
    opened = _opened_by_rows(packs, now)
    for pack, opening in zip(packs, openings(packs), strict=True):
        if opening.opens_at is not None and ALWAYS < opening.opens_at <= now:
            opened.setdefault(_key(pack), opening.opens_at)
    known = set(PackOpening.objects.filter(pack__in=opened).values_list("pack", flat=True))
    PackOpening.objects.bulk_create(
        [PackOpening(pack_id=key, opened_at=at) for key, at in opened.items() if key not in known]
    )
    return True


def _opened_by_rows(packs: Sequence[Any], now: datetime) -> dict[int, datetime]:
    """Return since when packs are open by what is stored of the dates that show them."""
    original_by_key: Mapping[int, int] = {pack.pk: _key(pack) for pack in packs}
    shown = EventOccurrence.objects.filter(
        pack__in=original_by_key, pack_opens_at__lte=now, pack_opens_at__gt=ALWAYS
    )
    return {
        original_by_key[pack]: opens_at
        for pack, opens_at in shown.order_by("-pack_opens_at").values_list("pack", "pack_opens_at")
    }


def _key(pack: Any) -> int:
    return original_of(pack) or pack.pk
