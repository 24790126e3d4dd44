"""The venue that readers of an event see: live, and in the language of the page if there is one."""

from collections.abc import Iterable

from django.db.models import Q

from ..domain.places import is_at_venue
from ..models.event import EventPageLink
from ..models.kinds import EventKind, page_types
from ..models.meetings import Meeting
from ..models.venues import Venue

_SHOWN = "_lift_venue"
"""Attribute in which a page keeps its venue, beside the key for which it was looked up."""


def shown_venue(page: EventKind) -> Venue | None:
    """Return the venue of a page, ``None`` if none is chosen, or readers do not see it."""
    if page.venue_id is None or not is_at_venue(page.typed_location):
        return None
    known = page.__dict__.get(_SHOWN)
    if known is None or known[0] != page.venue_id:
        prefetch_venues([page])
    return page.__dict__[_SHOWN][1]


def prefetch_venues(pages: Iterable[EventKind]) -> None:
    """Look up the venues of pages: no query if none has one, else two at most."""
    asking = [page for page in pages if page.venue_id is not None]
    if not asking:
        return
    chosen = _chosen(asking)
    foreign = {
        (venue.translation_key, page.locale_id)
        for page in asking
        if (venue := chosen.get(page.venue_id)) and venue.locale_id != page.locale_id
    }
    translated = _live_translations(foreign)
    for page in asking:
        venue = chosen.get(page.venue_id)
        if venue is not None:
            own = venue if venue.live else None
            venue = translated.get((venue.translation_key, page.locale_id), own)
        page.__dict__[_SHOWN] = (page.venue_id, venue)


def _chosen(pages: Iterable[EventKind]) -> dict[int, Venue]:
    """Return the venues by key; no query for those that were fetched with their page."""
    fetched = [page for page in pages if page._meta.get_field("venue").is_cached(page)]
    found = {page.venue_id: page.venue for page in fetched}
    missing = {page.venue_id for page in pages} - found.keys()
    return {**found, **(Venue.objects.in_bulk(missing) if missing else {})}


def pages_at(venue: Venue) -> dict[type[EventKind], set[int]]:
    """Return the pages, by type, that have chosen a venue or one of its translations.

    Those for one of their dates are included.
    """
    family = Venue.objects.filter(translation_key=venue.translation_key).values("pk")
    dates = Meeting.objects.filter(venue__in=family, is_withdrawn=False)
    for_a_date = EventPageLink.objects.filter(event__in=dates.values("event")).values("page")
    chosen = Q(venue__in=family) | Q(pk__in=for_a_date)
    return {
        model: set(model._default_manager.filter(chosen).values_list("pk", flat=True))
        for model in page_types(EventKind)
    }


def _live_translations(wanted: set[tuple[object, int]]) -> dict[tuple[object, int], Venue]:
    if not wanted:
        return {}
    keys, locales = ({pair[n] for pair in wanted} for n in (0, 1))
    found = Venue.objects.filter(live=True, translation_key__in=keys, locale__in=locales)
    return {(venue.translation_key, venue.locale_id): venue for venue in found}
