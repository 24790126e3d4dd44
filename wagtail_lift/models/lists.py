"""Lists of events and packs below a programme; they read occurrences and facets alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet, prefetch_related_objects
from wagtail.models import PageViewRestriction

from ..conf import settings
from ..enums import FacetKind
from ..querysets import OccurrenceQuerySet
from .cards import EventCard, PackCard, event_cards, pack_cards
from .kinds import PackKind, page_types
from .occurrences import EventOccurrence
from .open_packs import only_open


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list. Nothing is counted: one row more than shown tells whether more follow."""

    items: Sequence[Any] = ()
    number: int = 1
    has_next: bool = False

    @property
    def has_previous(self) -> bool:
        """Return whether a page comes before this one."""
        return self.number > 1


@dataclass(frozen=True, slots=True)
class EventListing:
    """The events of a list: those to come, soonest first, and those past, latest first.

    ``when`` is the part that was asked for (``upcoming`` or ``past``), empty for both.
    """

    upcoming: Slice
    past: Slice
    when: str = ""


def occurrences_below(programme: Any, request: Any) -> OccurrenceQuerySet:
    """Return the occurrences below a programme that this reader may see.

    To a reader without a session only public pages exist; to others also the restricted pages
    whose restriction they have passed.
    """
    below = EventOccurrence.objects.filter(page__path__startswith=programme.path, page__live=True)
    if not _may_have_passed_a_restriction(request):
        return below.public()
    for restriction in PageViewRestriction.objects.select_related("page"):
        if not restriction.accept_request(request):
            below = below.exclude(page__path__startswith=restriction.page.path)
    return below


def _may_have_passed_a_restriction(request: Any) -> bool:
    session = getattr(request, "session", None)
    return session is not None and not session.is_empty()


def list_events(
    programme: Any, request: Any, now: datetime, *, host: Any | None = None
) -> EventListing:
    """Return the events below a programme, or those among them that ``host`` holds.

    ``?when=upcoming`` or ``?when=past`` asks for one part, ``?page=`` for one page of it; words
    and numbers that make no sense are forgiven.
    """
    rows = occurrences_below(programme, request)
    if host is not None:
        rows = rows.filter(
            page__lift_facets__kind=FacetKind.HOST,
            page__lift_facets__value=str(host.translation_key),
        )
    when = request.GET.get("when", "")
    when = when if when in ("upcoming", "past") else ""
    number = _page_number(request) if when else 1
    upcoming, past = Slice(), Slice()
    if when != "past":
        soonest_first = rows.upcoming(now).order_by(F("starts_at").asc(nulls_last=True), "pk")
        upcoming = _slice(soonest_first, number)
    if when != "upcoming":
        past = _slice(rows.past(now).order_by("-starts_at", "-pk"), number)
    return _with_cards(upcoming, past, request, now, when)


def listed_cards(listing: EventListing | None) -> list[EventCard]:
    """Return every card that a list shows, none where there is no list."""
    return [*listing.upcoming.items, *listing.past.items] if listing else []


def _page_number(request: Any) -> int:
    text = request.GET.get("page", "")
    return max(int(text), 1) if text.isdecimal() and len(text) < 7 else 1


def _slice(rows: QuerySet, number: int) -> Slice:
    size = settings.PAGE_SIZE
    start = (number - 1) * size
    found = list(rows.select_related("page", "lead_image")[start : start + size + 1])
    return Slice(found[:size], number, len(found) > size)


def _with_cards(
    upcoming: Slice, past: Slice, request: Any, now: datetime, when: str
) -> EventListing:
    occurrences = [*upcoming.items, *past.items]
    prefetch_related_objects([o for o in occurrences if o.lead_image], "lead_image__renditions")
    cards: list[EventCard] = event_cards(occurrences, request, now)
    count = len(upcoming.items)
    return EventListing(
        Slice(cards[:count], upcoming.number, upcoming.has_next),
        Slice(cards[count:], past.number, past.has_next),
        when,
    )


def open_packs(programme: Any, request: Any, now: datetime) -> list[PackCard]:
    """Return the open packs below a programme or about its events, the latest published first.

    A pack may be public where its event is not; its card then names no event.
    """
    here = Q(path__startswith=programme.path) | Q(event__path__startswith=programme.path)
    packs = [
        pack
        for model in page_types(PackKind)
        for pack in only_open(model._default_manager.filter(here), now)
    ]
    packs.sort(key=lambda p: (p.first_published_at is not None, p.first_published_at), reverse=True)
    return pack_cards(packs, request)
