"""Which insights packs are open, asked for many at once."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..enums import MeetingState
from .kinds import PackKind, page_types
from .occurrences import EventOccurrence


def find_pack(pk: int | None) -> Any | None:
    """Return the insights pack with that key, whichever page type it is; ``None`` if there is none.

    One query for each pack type of the site at most.
    """
    found = (model._default_manager.filter(pk=pk).first() for model in page_types(PackKind) if pk)
    return next((pack for pack in found if pack is not None), None)


def find_open_pack(pk: int | None, now: datetime) -> Any | None:
    """Return the insights pack with that key if it is open at ``now``, else ``None``."""
    known = EventOccurrence.objects.filter(pack=pk).values_list("pack_opens_at", flat=True)
    instants = list(known) if pk else []
    if instants:
        return find_pack(pk) if min(instants) <= now else None
    packs = (model._default_manager.filter(pk=pk) for model in page_types(PackKind) if pk)
    found = (only_open(pack, now).first() for pack in packs)
    return next((pack for pack in found if pack is not None), None)


def only_open(packs: QuerySet, now: datetime) -> QuerySet:
    """Keep the packs of one page type that are open at ``now``.

    It is what ``is_open_at()`` says of each: in the database where the event's dates are stored,
    one by one for the few packs whose event is not published and for aliases.
    """
    public = packs.live().public()
    dates = EventOccurrence.objects.filter(page=OuterRef("event"))
    asked = public.filter(~Q(alias_of=None) | Q(opens_early=False) & ~Exists(dates))
    opened = [pack.pk for pack in asked.select_related("event", "meeting") if pack.is_open_at(now)]
    ended = Q(meeting=None) & _has_ended(dates, now)
    about_one = dates.filter(date_key=OuterRef("meeting__date_key"))
    ended |= Q(meeting__isnull=False) & _has_ended(about_one, now)
    return public.filter(Q(alias_of=None) & (Q(opens_early=True) | ended) | Q(pk__in=opened))


def _has_ended(dates: QuerySet, now: datetime) -> Q:
    """Say as ``domain.packs.event_ends_at`` that the last of those that go ahead has ended."""
    going_ahead = dates.filter(state=MeetingState.SCHEDULED)
    to_come = going_ahead.filter(Q(ends_at=None) | Q(ends_at__gt=now))
    return Q(Exists(going_ahead)) & ~Q(Exists(to_come))
