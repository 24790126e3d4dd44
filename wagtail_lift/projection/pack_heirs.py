"""Keep packs attached to their event when one of its pages is deleted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import AbstractPage, Revision

from ..events.identity import pages_of
from ..models import Event
from ..models.kinds import PackKind, page_types
from .pack_openings import note_openings


@dataclass(frozen=True, slots=True)
class Bereaved:
    """Packs that outlive the page they name, and what they are about from then on.

    ``heir`` is another page of their event. If there is none, ``meeting`` is the event's last
    meeting that has ended: being named by a pack keeps it from deletion.
    """

    packs: Collection[PackKind]
    page_id: int
    heir: int | None
    meeting: int | None


def bereaved_packs(
    page: AbstractPage, leaving: QuerySet[AbstractPage], now: datetime
) -> Bereaved | None:
    """Note which packs about a page to be deleted are open, and find what they can be about then.

    ``leaving`` is the queryset of all pages being deleted. Returns ``None`` if no pack stays.
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
    note_openings(packs, now)
    gone = set(leaving.order_by().values_list("pk", flat=True))
    heirs = [other.pk for other in pages_of([event])[event.pk] if other.pk not in gone]
    ended = [meeting for meeting in event.meetings.shown() if meeting.has_ended(now)]
    last = max(ended, key=lambda m: m.current_ends_at, default=None)
    return Bereaved(packs, page.pk, next(iter(heirs), None), last.pk if last else None)


def settle_bereaved(bereaved: Bereaved) -> None:
    """Attach the packs to what is left of their event, in the draft too unless it names another."""
    for pack in bereaved.packs:
        meeting = pack.meeting_id or (bereaved.meeting if bereaved.heir is None else None)
        draft = pack.latest_revision
        is_drafted = draft is not None and draft.content.get("event") != bereaved.page_id
        write_about(pack, bereaved.heir, meeting, draft=None if is_drafted else draft)


def write_about(
    pack: PackKind, event: int | None, meeting: int | None, *, draft: Revision | None
) -> None:
    """Store the event page and meeting of a pack, in its row and in a draft if given."""
    type(pack)._default_manager.filter(pk=pack.pk).update(event=event, meeting=meeting)
    if draft is not None:
        draft.content = {**draft.content, "event": event, "meeting": meeting}
        draft.save(update_fields=["content"])
