"""The meetings of an event as a page shows them: built here, stored by the projection.

The same builder serves drafts and previews (``events.drafts``), which are never stored.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from ..domain.location import Location
from ..domain.packs import PackFacts, covering_opens_at
from ..domain.people import NamedHost, write_people
from ..enums import AttendanceMode, FacetKind, HostRole
from ..formats.languages import label_in, language_of
from ..models.kinds import EventKind, PackKind
from ..models.meetings import Meeting
from ..models.occurrences import EventFacet, EventOccurrence
from .date_names import name_dates
from .facets import roles_of
from .translated_locations import location_on

_COLUMNS = [(field, field.get_default()) for field in EventOccurrence._meta.concrete_fields]
_MEETING = EventOccurrence._meta.get_field("meeting")


def build_occurrences(
    page: EventKind,
    source: EventKind,
    meetings: Iterable[Meeting],
    packs: Sequence[tuple[PackKind, PackFacts]] = (),
    facets: Iterable[EventFacet] = (),
    *,
    is_public: bool = True,
) -> list[EventOccurrence]:
    """Return unsaved occurrences of ``page``, one for each meeting, sorted by start."""
    shared = _shared_columns(page, source, is_public, facets)
    there = source.location
    occurrences = [_occurrence(shared, page, there, meeting) for meeting in meetings]
    if packs:
        _show_packs(occurrences, packs, page)
    name_dates(occurrences)
    return in_order(occurrences)


def _show_packs(
    occurrences: Sequence[EventOccurrence],
    packs: Sequence[tuple[PackKind, PackFacts]],
    page: EventKind,
) -> None:
    known = [occurrence.facts() for occurrence in occurrences]
    for occurrence, facts in zip(occurrences, known, strict=True):
        covering = [(pack, pf) for pack, pf in packs if pf.date_key in (None, facts.key)]
        occurrence.pack_opens_at = covering_opens_at([pf for _, pf in covering], facts, known)
        if occurrence.pack_opens_at is not None:
            pack = _pack_to_show(covering, page)
            occurrence.pack_id = pack.pk
            expiries = filter(None, (occurrence.expires_at, pack.expire_at))
            occurrence.expires_at = min(expiries, default=None)


def _shared_columns(
    page: EventKind, source: EventKind, is_public: bool, facets: Iterable[EventFacet]
) -> dict[str, Any]:
    """Return the columns that all dates of an event on a page share."""
    roles = roles_of(page)
    people = [
        NamedHost(facet.label, roles.get(facet.value, HostRole.HOST))
        for facet in facets
        if facet.kind == FacetKind.HOST
    ]
    return {
        "page_id": page.pk,
        "is_public": is_public,
        "title": page.title,
        "summary": page.summary,
        "lead_image_id": page.lead_image_id,
        "lead_image_alt_text": page.lead_image_alt_text,
        "host_names": write_people(people),
        "attendance_mode": page.attendance_mode,
        "place": page.place,
        "expires_at": page.expire_at,
    }


def _occurrence(
    shared: dict[str, Any], page: EventKind, there: Location, meeting: Meeting
) -> EventOccurrence:
    columns = {
        **shared,
        **_elsewhere(page, there, meeting),
        "meeting_id": meeting.pk,
        "date_key": meeting.date_key,
        "state": meeting.state,
        "public_note": meeting.public_note,
        "starts_at": meeting.current_starts_at,
        "ends_at": meeting.current_ends_at,
        "previous_starts_at": meeting.previous_starts_at,
        "hours": meeting.current_hours,
        "previous_hours": meeting.previous_hours,
        "timezone": meeting.timezone,
        "booking_opens_at": meeting.booking_opens_at,
        "booking_closes_at": meeting.booking_closes_at,
        "booking_mode": meeting.booking_mode,
        "places": meeting.places,
    }
    # Positional arguments take Django half the time.
    occurrence = EventOccurrence(*[columns.get(f.attname, default) for f, default in _COLUMNS])
    _MEETING.set_cached_value(occurrence, meeting)
    return occurrence


def _elsewhere(page: EventKind, there: Location, meeting: Meeting) -> dict[str, Any]:
    """Return the location of a meeting if it is not what the page says.

    An action moved it, or the page has changed since it began. ``there`` is what the source says.
    """
    location = meeting.location
    if not meeting.has_own_location:
        location = location_on(page, meeting) or (page.location if location == there else location)
        if location == page.location:
            return {}
    online = label_in(language_of(page).code, AttendanceMode.ONLINE)
    return {
        "location": location,
        "attendance_mode": location.attendance_mode,
        "place": location.in_one_line(online),
    }


def _pack_to_show(covering: Sequence[tuple[PackKind, PackFacts]], page: EventKind) -> PackKind:
    """Prefer a public pack in the reader's language, then one about this very date."""
    public = [(pack, pf) for pack, pf in covering if pf.is_public]
    return min(
        public, key=lambda p: (p[0].locale_id != page.locale_id, p[1].date_key is None, p[0].pk)
    )[0]


def in_order(occurrences: Iterable[EventOccurrence]) -> list[EventOccurrence]:
    """Return occurrences by start, undated ones last."""
    return sorted(
        occurrences,
        key=lambda o: (o.starts_at is None, o.starts_at and o.starts_at.timestamp(), o.date_key),
    )
