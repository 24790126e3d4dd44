"""The watchdog: find events whose rows are wrong, and project them.

Pages and meetings are committed first; the rows that readers see follow. If that second step did
not happen (the process was killed, a projection failed), nothing else would notice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ..access.privacy import closed_to
from ..calendars.icalendar import FORMAT_VERSION
from ..domain.places import is_at_venue
from ..enums import FacetKind, Problem
from ..events.identity import event_ids_of, link_pages, pages_of
from ..events.plans import stored_plan
from ..events.venues import pages_at, prefetch_venues
from ..models import (
    Event,
    EventFacet,
    EventOccurrence,
    EventPageLink,
    Meeting,
    Venue,
    get_host_model,
)
from ..models.kinds import EventKind, PackKind, page_types
from ..models.located import LOCATION_FIELDS
from ..packs.openness import openings
from .events import project_event
from .leftovers import tidy_events

AT_ONCE = 200
"""How many events with stale calendar entries one run renders: after an upgrade, all are stale."""

RECENTLY = timedelta(hours=1)
"""How far back to look for a publish whose plan did not reach the meetings."""


@dataclass(frozen=True, slots=True)
class RepairedEvent:
    """An event that did not match, and whether it does now."""

    event_id: int
    is_projected: bool


def repair_events(now: datetime) -> Iterator[RepairedEvent]:
    """Project the events whose stored rows do not match their pages and meetings.

    It finds, in a few queries whatever the size of the site: live pages without a row; rows of
    pages that are not live; rows that are public though their page is not, or the other way round;
    rows that name a host who is not public or show a pack that is not live; rows whose title
    differs from the page's, or whose time, place, state, note or availability of places differs
    from the meeting's; and plans, places and packs published in the last hour that the event and
    its rows lack. ``rebuild_occurrences`` repairs everything else a page says.
    """
    link_pages()
    tidy_events()
    for event_id in sorted(mismatched_events(now) | _unknown_sources(now)):
        yield RepairedEvent(event_id, project_event(event_id))


def mismatched_events(now: datetime) -> set[int]:
    """Return the keys of the events whose rows do not match."""
    rows = EventOccurrence.objects.filter(page=OuterRef("page"))
    links = EventPageLink.objects.alias(has_rows=Exists(rows))
    without = links.filter(event__source__live=True, page__live=True, has_rows=False)
    leftover = links.filter(page__live=False, has_rows=True)
    return {
        *without.values_list("event", flat=True),
        *leftover.values_list("event", flat=True),
        *_wrong_rows().values_list("meeting__event", flat=True),
        *_wrong_locations(now),
        *_wrongly_shown(),
        *_unknown_packs(now),
        *_stale_entries(),
    }


def _stale_entries() -> set[int]:
    """Return events with calendar entries that are missing or that older code rendered, a few."""
    dated = EventOccurrence.objects.filter(starts_at__isnull=False)
    stale = dated.filter(Q(entry_version=None) | ~Q(entry_version=FORMAT_VERSION))
    return set(stale.order_by().values_list("meeting__event", flat=True).distinct()[:AT_ONCE])


def _wrongly_shown() -> set[int]:
    """Return the events whose rows show what is not public, or hide what is."""
    rows, closed = EventOccurrence.objects.order_by(), closed_to(None)
    leaking = rows.filter(closed.inside("page", "page__path"), is_public=True)
    hidden = rows.filter(closed.outside("page", "page__path"), is_public=False, page__live=True)
    gone = rows.filter(pack__live=False)
    pages = {
        key for found in (leaking, hidden, gone) for key in found.values_list("page", flat=True)
    }
    facets = EventFacet.objects.filter(kind=FacetKind.HOST).order_by()
    public = get_host_model()._default_manager.public()
    known = {str(key) for key in public.values_list("translation_key", flat=True)}
    unknown = {*facets.values_list("value", flat=True).distinct()} - known
    if unknown:
        pages |= {*facets.filter(value__in=unknown).values_list("page", flat=True)}
    return set(event_ids_of(pages).values())


def _unknown_packs(now: datetime) -> set[int]:
    """Return the events whose rows do not show a recently published pack."""
    packs = [
        pack
        for model in page_types(PackKind)
        for pack in model._default_manager.live().filter(
            event__isnull=False, last_published_at__gte=now - RECENTLY
        )
    ]
    opens = zip(packs, openings(packs), strict=True) if packs else ()
    asked = {pack.event_id for pack, opening in opens if opening.opens_at is not None}
    shown = EventOccurrence.objects.filter(page__in=asked, pack__isnull=False)
    rows = EventOccurrence.objects.filter(page__in=asked).exclude(page__in=shown.values("page"))
    return set(rows.order_by().values_list("meeting__event", flat=True))


def _wrong_rows() -> QuerySet[EventOccurrence]:
    rows = EventOccurrence.objects.order_by().alias(
        true_start=Coalesce("meeting__moved_starts_at", "meeting__starts_at"),
        true_end=Coalesce("meeting__moved_ends_at", "meeting__ends_at"),
    )
    same = ("state", "public_note", "places", "timezone", "booking_mode")
    wrong = ~Q(title=F("page__title")) | Q(meeting__is_withdrawn=True)
    for name in same:
        wrong |= ~Q(**{name: F(f"meeting__{name}")})
    as_planned, moved = F("meeting__planned_hours"), F("meeting__moved_hours")
    wrong |= Q(meeting__moved_starts_at=None) & ~Q(hours=as_planned)
    wrong |= Q(meeting__moved_starts_at__isnull=False) & ~Q(hours=moved)
    found: QuerySet[EventOccurrence] = rows.filter(
        wrong
        | _differ("starts_at", "true_start")
        | _differ("ends_at", "true_end")
        | _differ("previous_starts_at", "meeting__previous_starts_at")
        | _differ("booking_opens_at", "meeting__booking_opens_at")
        | _differ("booking_closes_at", "meeting__booking_closes_at")
    )
    return found


def _wrong_locations(now: datetime) -> set[int]:
    """Return the events whose rows miss a change of location, or show one that was undone."""
    rows = EventOccurrence.objects.order_by().select_related("meeting")
    to_come = Q(ends_at__gt=now) | Q(ends_at=None)
    elsewhere = rows.filter(to_come, meeting__has_own_location=True)
    back = rows.filter(
        meeting__has_own_location=False,
        meeting__event__source__live=True,
        meeting__problem="",
        location__isnull=False,
        starts_at__gt=now,
    )
    wrong = [row for row in elsewhere if row.location != row.meeting.location]
    return {row.meeting.event_id for row in (*wrong, *back)}


def _differ(column: str, other: str) -> Q:
    """Match rows where two nullable columns differ: in SQL, comparing with NULL is unknown."""
    are_dated = Q(**{f"{column}__isnull": False, f"{other}__isnull": False})
    one_is = Q(**{f"{column}__isnull": True, f"{other}__isnull": False})
    other_is = Q(**{f"{column}__isnull": False, f"{other}__isnull": True})
    return (are_dated & ~Q(**{column: F(other)})) | one_is | other_is


def _unknown_sources(now: datetime) -> set[int]:
    """Return the events that miss the plan or location of a recently published source or venue."""
    recently = now - RECENTLY
    venues = Venue.objects.filter(last_published_at__gte=recently)
    at_these = {key for venue in venues for keys in pages_at(venue).values() for key in keys}
    published = Event.objects.filter(
        Q(source__last_published_at__gte=recently) | Q(source__in=at_these), source__live=True
    )
    events = {event.pk: event for event in published}
    sources: dict[int, EventKind] = {
        key: pages[0]
        for key, pages in pages_of(events.values()).items()
        if pages and isinstance(pages[0], EventKind)
    }
    prefetch_venues(sources.values())
    unknown = {key for key, page in sources.items() if stored_plan(page) != events[key].plan}
    to_come = Meeting.objects.shown().to_begin(now).filter(event__in=sources)
    to_come = to_come.filter(has_own_location=False).exclude(problem=Problem.DATE_NOT_PLANNED)
    to_come = to_come.only("event", *LOCATION_FIELDS)
    elsewhere = {m.event_id for m in to_come if m.location != sources[m.event_id].location}
    return unknown | elsewhere | _dates_behind_their_venue(venues, now)


def _dates_behind_their_venue(venues: QuerySet[Venue], now: datetime) -> set[int]:
    """Return the events with a date to come that does not tell what its own venue says."""
    theirs = Meeting.objects.shown().to_begin(now).filter(venue__in=venues, venue__live=True)
    theirs = theirs.exclude(problem=Problem.DATE_NOT_PLANNED).select_related("venue")
    at_venue = [meeting for meeting in theirs if is_at_venue(meeting.location)]
    return {meeting.event_id for meeting in at_venue if meeting.shown_venue is None}
