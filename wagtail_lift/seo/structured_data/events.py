"""Events as schema.org ``Event``, as search engines read them.

https://developers.google.com/search/docs/appearance/structured-data/event lists what is required.
It contains nothing that the page itself does not show.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from wagtail.models import AbstractPage
from wagtail.rich_text import get_text_for_indexing

from ...domain.instants import zone
from ...domain.lifecycle import MeetingFacts, booking_closes_at, meeting_status
from ...domain.location import Location
from ...domain.when import When
from ...enums import AttendanceMode, BookingMode, HostRole, Status, word_or
from ...formats.languages import language_of
from ...http.addresses import at_date
from ...lists.agenda import ShownAgenda, ShownPart
from ...lists.cards import ListedHost
from ...models.kinds import EventKind, PackKind
from ...models.occurrences import EventOccurrence
from ..sharing import SHARED_IMAGE, preview_image
from ..texts import own_description, plain
from .costs import with_cost
from .hosts import named_speaker, presented_host
from .parts import SCHEMA, filled, image_properties, instant
from .recordings import recordings

MAX_DATES = 20
"""Most dates described for a repeating event: future ones, else the latest."""

_MODES = {
    AttendanceMode.IN_PERSON: "OfflineEventAttendanceMode",
    AttendanceMode.ONLINE: "OnlineEventAttendanceMode",
    AttendanceMode.BOTH: "MixedEventAttendanceMode",
}


def event_properties(
    page: EventKind, request: HttpRequest | None, context: dict[str, Any]
) -> dict[str, Any] | None:
    """Return an event at its headline date, ``None`` without a date or a place.

    If it has several dates, each is a ``subEvent``. If the URL asks for one of them, the result is
    that date alone, with its own URL. One date has the sessions of its agenda as ``subEvent``.
    """
    url, now = page.get_full_url(request) or "", context["now"]
    dated = [o for o in page.occurrences if o.starts_at and o.location_on(page).is_named]
    headline = context["lifecycle"].headline.key
    known_by = next((o for o in dated if o.date_key == headline), None)
    if known_by is None:
        return None
    is_one = getattr(context.get("dates"), "is_one_asked_for", False)
    to_come = [o for o in dated if not o.facts().has_ended(now)]
    shown = to_come[:MAX_DATES] or dated[-MAX_DATES:]
    several = shown if len(dated) > 1 and len(shown) > 1 and not is_one else []
    hosts = context.get("hosts", ())
    described = _described(page, known_by, at_date(url, known_by.query) if is_one else url, now)
    dates = [_event(page, o, at_date(url, o.query), now) for o in several]
    event = filled(
        {
            **described,
            "image": image_properties(
                preview_image(page.lead_image, page.lead_image_alt, SHARED_IMAGE, url)
            ),
            **_people(hosts, url, request, context.get("programme")),
            "recordedIn": _recorded_in(context, request),
            "subEvent": dates or _sessions(context.get("agenda"), described),
        }
    )
    return with_cost(event, page.cost)


def event_of_pack(request: HttpRequest | None, context: dict[str, Any]) -> dict[str, Any] | None:
    """Return the event that a pack came from, if it is public."""
    event, occurrence = context.get("event"), context.get("occurrence")
    if event is None or occurrence is None or occurrence.starts_at is None:
        return None
    if not occurrence.location_on(event).is_named:
        return None
    return filled(_described(event, occurrence, event.get_full_url(request) or "", context["now"]))


def _described(
    page: EventKind, occurrence: EventOccurrence, url: str, now: datetime
) -> dict[str, Any]:
    return {
        **_event(page, occurrence, url, now),
        "description": plain(own_description(page) or page.summary),
        "inLanguage": language_of(page).code,
    }


def _event(page: EventKind, occurrence: EventOccurrence, url: str, now: datetime) -> dict[str, Any]:
    """Return the properties that an event and each of its dates share."""
    location = occurrence.location_on(page)
    facts = occurrence.facts()
    status = meeting_status(facts, now)
    is_scheduled = status.schema_event_status == "EventScheduled"
    is_moved = is_scheduled and occurrence.previous_starts_at is not None
    event_status = "EventRescheduled" if is_moved else status.schema_event_status
    return filled(
        {
            "@type": "Event",
            "@id": url,
            "name": page.title,
            "url": url,
            "eventAttendanceMode": f"{SCHEMA}{_MODES[location.attendance]}",
            "location": _location(location, url),
            "eventStatus": f"{SCHEMA}{event_status}",
            **_dates(occurrence),
            "previousStartDate": start_date(occurrence.previous_when) if is_moved else "",
            "offers": _offer(status, facts, occurrence.timezone, url),
        }
    )


def _sessions(agenda: ShownAgenda | None, event: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the sessions whose start and end are both known; an event says what they share."""
    sessions = agenda.sessions if agenda else ()
    return [_session(part, event) for part in sessions if part.starts_at and part.ends_at]


def _session(part: ShownPart, event: dict[str, Any]) -> dict[str, Any]:
    url = event["url"]
    shared = ("url", "eventAttendanceMode", "eventStatus", "inLanguage")
    return filled(
        {
            "@type": "Event",
            "@id": f"{url}#session-{part.id}" if part.id else "",
            "name": part.title,
            "description": plain(get_text_for_indexing(part.description.source)),
            **{name: event.get(name) for name in shared},
            "startDate": instant(part.starts_at),
            "endDate": instant(part.ends_at),
            "location": _room(part.room, event.get("location")),
            "performer": [named_speaker(speaker, url) for speaker in part.speakers],
        }
    )


def _room(room: str, location: Any) -> Any:
    """Return a room within the place of the event; the place itself if there is none."""
    if not room or not isinstance(location, dict) or location["@type"] != "Place":
        return location
    address = location.get("address")
    return filled(
        {"@type": "Place", "name": room, "address": address, "containedInPlace": location}
    )


def _dates(occurrence: EventOccurrence) -> dict[str, str]:
    """Return start and end: days alone if it lasts all day, and no end that is open."""
    when = occurrence.when
    if when is None:
        return {}
    if when.is_all_day:
        return {"startDate": start_date(when), "endDate": when.last_day.isoformat()}
    return {"startDate": start_date(when), "endDate": instant(when.ends)}


def start_date(when: When | None) -> str:
    """Return a start as schema.org takes it, empty without one."""
    if when is None:
        return ""
    return when.first_day.isoformat() if when.is_all_day else instant(when.starts)


def _offer(status: Status, facts: MeetingFacts, timezone: str, url: str) -> dict[str, Any] | None:
    """Return a place as an offer, with its booking window."""
    if not status.schema_availability:
        return None
    is_bookable = facts.booking_mode != BookingMode.NOT_NEEDED

    def local(at: datetime | None) -> str:
        return instant(at.astimezone(zone(timezone)) if at and is_bookable else None)

    return filled(
        {
            "@type": "Offer",
            "availability": f"{SCHEMA}{status.schema_availability}",
            "validFrom": local(facts.booking_opens_at),
            "validThrough": local(booking_closes_at(facts)),
            "url": url,
        }
    )


def _location(location: Location, url: str) -> Any:
    """Return the venue, the page URL for an online event, or both; never the join link."""
    room = filled({"@type": "VirtualLocation", "url": url})
    street = " ".join(location.venue_address.split())
    address = {"@type": "PostalAddress", "streetAddress": street}
    place = filled(
        {
            "@type": "Place",
            "name": location.venue_name,
            "address": address if street else location.venue_name,
            "geo": _geo(location),
            "hasMap": location.map_url,
        }
    )
    if location.attendance is AttendanceMode.ONLINE:
        return room
    known = [place] if location.venue_name or street else []
    if location.attendance is AttendanceMode.BOTH:
        return [*known, room]
    return known[0] if known else None


def _geo(location: Location) -> dict[str, Any] | None:
    if location.latitude is None or location.longitude is None:
        return None
    degrees = {"latitude": location.latitude, "longitude": location.longitude}
    return {"@type": "GeoCoordinates", **degrees}


def _people(
    hosts: Iterable[ListedHost],
    url: str,
    request: HttpRequest | None,
    programme: AbstractPage | None,
) -> dict[str, Any]:
    """Return everybody by what they do; the programme organises what nobody else does."""
    people: dict[str, Any] = {"organizer": []}
    for item in hosts:
        known_as = word_or(HostRole.HOST, item.role).schema_property
        people.setdefault(known_as, []).append(presented_host(item, url))
    if programme and not people["organizer"]:
        address = programme.get_full_url(request) or ""
        organisation = {"@type": "Organization", "name": programme.title, "url": address}
        people["organizer"] = filled(organisation)
    return people


def _recorded_in(context: dict[str, Any], request: HttpRequest | None) -> Any:
    """Return the open pack and the recordings that the page shows; one alone not as a list."""
    pack = _pack(context.get("pack"), request)
    found = [*([pack] if pack else []), *recordings(context.get("materials", ()))]
    return found[0] if len(found) == 1 else found


def _pack(pack: PackKind | None, request: HttpRequest | None) -> dict[str, Any] | None:
    if pack is None:
        return None
    url = pack.get_full_url(request) or ""
    return filled({"@type": "CreativeWork", "@id": url, "name": pack.title, "url": url})
