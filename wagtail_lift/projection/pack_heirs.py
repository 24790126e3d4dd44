"""What packs are about once a page of their event is deleted: never less than before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..events.identity import pages_of
from ..models import Event
from ..page_types.kinds import PackKind, page_types
from .pack_openings import note_openings


@dataclass(frozen=True, slots=True)
class Bereaved:
    """Packs that stay although the page that they name goes, and what they are about from then on.

    ``heir`` is another page of their event; where there is none, ``meeting`` is the last of its
    dates that has ended: somebody relies on it.
    """

    packs: Collection[Any]
    page_id: int
    heir: int | None
    meeting: int | None


def bereaved_packs(page: Any, leaving: Any, now: datetime) -> Bereaved | None:
    """Note that packs about a page which is about to go are open, and find what is left to them.

    ``leaving`` are the pages that go at once, as a query set. ``None`` where no pack is left.
    """
    packs = [
        pack
        for model in page_types(PackKind)
        for pack in model._default_manager.filter(event=page.pk).exclude(
            pk__in=leaving.order_by().values("pk")
        )
    ]
    event = Event.objects.filter(page_links__page=page.pk).first() if packs else None
    if event is None:
        return None
    note_openings([pack for pack in packs if pack.live], now)
    gone = set(leaving.order_by().values_list("pk", flat=True))
    heirs = [other.pk for other in pages_of([event])[event.pk] if other.pk not in gone]
    ended = [meeting for meeting in event.meetings.shown() if meeting.has_ended(now)]
    last = max(ended, key=lambda m: m.current_ends_at, default=None)
    return Bereaved(packs, page.pk, next(iter(heirs), None), last.pk if last else None)


def settle_bereaved(bereaved: Bereaved) -> None:
    """Let the packs be about what is left to them."""
    for pack in bereaved.packs:
        meeting = pack.meeting_id or (bereaved.meeting if bereaved.heir is None else None)
        draft = pack.latest_revision
        is_drafted = draft is not None and draft.content.get("event") != bereaved.page_id
        write_about(pack, bereaved.heir, meeting, draft=None if is_drafted else draft)


def write_about(pack: Any, event: int | None, meeting: int | None, *, draft: Any | None) -> None:
    """Let a pack and a draft of it be about the event of a page, and perhaps about one date."""
    type(pack)._default_manager.filter(pk=pack.pk).update(event=event, meeting=meeting)
    if draft is not None:
        draft.content = {**draft.content, "event": event, "meeting": meeting}
        draft.save(update_fields=["content"])
