"""What an event page says in a calendar: only public information."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ...domain.location import Location
from ...domain.places import in_degrees, is_at_venue
from ...enums import AttendanceMode, FacetKind
from ...events.facets import roles_of
from ...formats.languages import label_in, language_of
from ...models import EventFacet, EventOccurrence
from ...models.kinds import EventKind
from .content import CalendarDate, CalendarWords


def date_of(occurrence: EventOccurrence) -> CalendarDate:
    """Return the calendar date of a dated occurrence."""
    assert occurrence.starts_at is not None
    assert occurrence.ends_at is not None
    return CalendarDate(
        uid=occurrence.meeting.uid,
        sequence=occurrence.meeting.sequence,
        state=str(occurrence.state),
        starts_at=occurrence.starts_at,
        ends_at=occurrence.ends_at,
        timezone=occurrence.timezone,
        previous_starts_at=occurrence.previous_starts_at,
        query=occurrence.query,
        hours=occurrence.hours,
        previous_hours=occurrence.previous_hours,
    )


def words_of(
    page: EventKind, facets: Sequence[EventFacet], location: Location, note: str = ""
) -> CalendarWords:
    """Return the texts of a page's dates with that location and public note.

    ``facets`` are those of the page. Who only speaks, facilitates or gives is no organiser.
    """
    inviting = {host for host, role in roles_of(page).items() if role.organises}
    hosts = [
        facet.label for facet in facets if facet.kind == FacetKind.HOST and facet.value in inviting
    ]
    code = language_of(page).code
    topics = [facet.label for facet in facets if facet.kind == FacetKind.TOPIC]
    return CalendarWords(
        title=page.title,
        description="\n\n".join(filter(None, (note, page.summary))),
        location=location_in_words(location, code),
        organiser_name=page.contact_name or next(iter(hosts), ""),
        organiser_email=_public_email(page),
        categories=tuple(topics),
        geo=_geo(location),
        language=code,
    )


def location_in_words(location: Location, language: str) -> str:
    """Return the venue with its address, or that it is online; never the join link."""
    mode = location.attendance
    lines = [location.venue_name, *location.venue_address.splitlines()]
    venue = ", ".join(filter(None, (line.strip(" \t,") for line in lines)))
    if mode == AttendanceMode.IN_PERSON:
        return venue
    online = label_in(language, AttendanceMode.ONLINE)
    return " · ".join(filter(None, (venue, online))) if mode == AttendanceMode.BOTH else online


def _geo(location: Location) -> str:
    """Return the coordinates, empty without them or if nobody goes there."""
    if location.latitude is None or location.longitude is None or not is_at_venue(location):
        return ""
    return f"{in_degrees(location.latitude)};{in_degrees(location.longitude)}"


def _public_email(page: EventKind) -> str:
    """Return the contact's e-mail address if valid: the calendar contains it unescaped."""
    if not page.contact_email:
        return ""
    try:
        validate_email(page.contact_email)
    except ValidationError:
        return ""
    return str(page.contact_email)
