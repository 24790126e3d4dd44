"""Find the insights packs of an event, of any page type."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import AbstractPage, Revision

from ..access.privacy import restricted_among
from ..domain.packs import PackFacts
from ..events.identity import event_ids_of, lock_events, pages_beside
from ..models.kinds import EventKind, PackKind, page_types
from ..models.meetings import Meeting
from ..models.pack_openings import PackOpening


def packs_about(page_ids: Iterable[int], *, live_only: bool = True) -> list[PackKind]:
    """Return the packs about these event pages, earliest published first."""
    asked = {"event__in": list(page_ids), **({"live": True} if live_only else {})}
    packs = [
        pack
        for model in page_types(PackKind)
        for pack in model._default_manager.filter(**asked).select_related("meeting")
    ]
    return sorted(packs, key=lambda p: (p.first_published_at is None, p.first_published_at, p.pk))


def pack_facts_of(
    pages: Mapping[int, Sequence[EventKind]],
) -> dict[int, list[tuple[PackKind, PackFacts]]]:
    """Return the live packs of each event, with the facts that decide whether they are open.

    ``pages`` are the pages that show each event, by event key.
    """
    event_of = {page.pk: key for key, shown in pages.items() for page in shown}
    found: dict[int, list[tuple[PackKind, PackFacts]]] = {key: [] for key in pages}
    packs = packs_about(event_of)
    for pack, facts in zip(packs, pack_facts(packs), strict=True):
        found[event_of[pack.event_id]].append((pack, facts))
    return found


def packs_of(event: EventKind) -> list[PackKind]:
    """Return the packs about an event, including drafts but not aliases, its language first.

    A pack may name any of the event's pages.
    """
    shown_by = pages_beside(event)
    packs = [
        pack
        for model in page_types(PackKind)
        for pack in model._default_manager.filter(event__in=shown_by, alias_of=None)
    ]
    return sorted(packs, key=lambda pack: (pack.locale_id != event.locale_id, pack.pk))


def has_rival(pack: PackKind, *, also: Iterable[PackKind] = ()) -> bool:
    """Return whether another pack for this event, date and language is live or scheduled.

    A pack may name any of the event's pages. A pack about the whole event and one about a date are
    rivals unless there are several dates; aliases of one pack are not. Inside a transaction, as
    when a pack is published, a lock makes a second pack wait for the first. ``also`` are packs
    about to be published before this one.
    """
    event_id = event_ids_of([pack.event_id]).get(pack.event_id)
    is_locking = transaction.get_connection().in_atomic_block
    if is_locking and event_id:
        lock_events([event_id])
    shown_by = pages_beside(pack.event)
    others = [other for other in also if other.event_id in shown_by]
    for model in page_types(PackKind):
        others += _published(model, is_locking=is_locking).filter(event__in=shown_by)
    others = [
        other for other in others if other.locale_id == pack.locale_id and not _is_same(other, pack)
    ]
    if Meeting.objects.shown().filter(event=event_id).count() > 1:
        others = [other for other in others if other.meeting_id == pack.meeting_id]
    return bool(others)


def _published(model: type[PackKind], *, is_locking: bool) -> QuerySet[PackKind]:
    """Return live and scheduled packs; locking reads them as of now, not of a snapshot."""
    scheduled = Revision.objects.filter(
        pk=OuterRef("latest_revision"), approved_go_live_at__isnull=False
    )
    found = model._default_manager.filter(Q(live=True) | Exists(scheduled)).order_by("pk")
    return found.select_for_update() if is_locking else found


def _is_same(other: PackKind, pack: PackKind) -> bool:
    return original_of(other) == original_of(pack)


def delete_packs_below(page: AbstractPage) -> int:
    """Delete every pack below a page and return how many; a page that is itself a pack stays.

    It is not an action because ``copy()`` of our page types calls it, and a model imports nothing
    from a higher layer. Wagtail sends no signal for a copy.
    """
    packs = [
        pack
        for model in page_types(PackKind)
        for pack in model._default_manager.descendant_of(page)
    ]
    for pack in packs:
        pack.delete()
    return len(packs)


def pack_facts(packs: Sequence[PackKind]) -> list[PackFacts]:
    """Return the facts that decide whether each pack is open, in a few queries for all."""
    restricted = restricted_among(packs) if packs else set()
    opened = opened_at_of(packs)
    return [
        PackFacts(
            is_public=pack.live and pack.pk not in restricted,
            is_opened_early=pack.opens_early,
            date_key=pack.meeting.date_key if pack.meeting else None,
            opened_at=opened.get(original_of(pack)),
            is_standalone=is_standalone(pack),
        )
        for pack in packs
    ]


def is_standalone(pack: PackKind) -> bool:
    """Return whether a pack is a guide that was made without an event and is about none."""
    is_about_nothing = pack.event_id is None and pack.meeting_id is None
    return pack.stands_alone and is_about_nothing and bool(pack.guide)


def standalone_packs() -> Q:
    """Return a ``Q`` for the packs that are guides without an event, as in ``is_standalone()``."""
    return Q(stands_alone=True, event=None, meeting=None, guide__0__isnull=False)


def original_of(pack: PackKind) -> int | None:
    """Return the key of the pack's original: an alias is open while its original is."""
    return pack.alias_of_id or pack.pk


def opened_at_of(packs: Iterable[PackKind]) -> dict[int, datetime]:
    """Return when packs opened to everybody, by key of their original; one query."""
    keys = {original_of(pack) for pack in packs} - {None}
    found = PackOpening.objects.filter(pack__in=keys) if keys else PackOpening.objects.none()
    return dict(found.values_list("pack", "opened_at"))
