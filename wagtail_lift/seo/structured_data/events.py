"""Events as schema.org ``Event``, as search engines read them.

https://developers.google.com/search/docs/appearance/structured-data/event lists what is required.
It contains nothing that the page itself does not show.
"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from wagtail.models import AbstractPage

from ...domain.lifecycle import MeetingFacts, booking_closes_at, meeting_status
from ...domain.location import Location
from ...domain.schedule import zone
from ...enums import AttendanceMode, BookingMode, HostRole, Status, word_or
from ...formats.languages import language_of
from ...http.addresses import at_date
from ...lists.cards import ListedHost
from ...models.kinds import EventKind, PackKind
from ...models.occurrences import EventOccurrence
from ..sharing import SHARED_IMAGE, preview_image
from ..texts import own_description, plain
from .hosts import presented_host
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
    that date alone, with its own URL.
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
    return filled(
        {
            **_described(page, known_by, at_date(url, known_by.query) if is_one else url, now),
            "image": image_properties(
                preview_image(page.lead_image, page.lead_image_alt, SHARED_IMAGE, url)
            ),
            **_people(hosts, url, request, context.get("programme")),
            "recordedIn": _recorded_in(context, request),
            "subEvent": [_event(page, o, at_date(url, o.query), now) for o in several],
        }
    )


def event_of_pack(request: HttpRequest | None, context: dict[str, Any]) -> dict[str, Any] | None:
    """Return the event that a pack came from, if it is public."""
    event, occurrence = context.get("event"), context.get("occurrence")
    if event is None or occurrence is None or occurrence.starts_at is None:
        return None
    if not occurrence.location_on(event).is_named:
        return None
    return filled(_described(event, occurrence, event.get_full_url(request) or "", context["now"]))


def with_price(event: dict[str, Any], amount: Decimal, currency: str) -> dict[str, Any]:
    """Return an event with the price of one place, zero if it is free.

    ``currency`` is a three-letter code (ISO 4217). Call it from your site: only a site knows its
    prices.
    """
    priced = {**event, "isAccessibleForFree": amount == 0}
    if "offers" in event:
        offer = {"price": str(amount), "priceCurrency": currency}
        priced["offers"] = {**event["offers"], **offer}
    if "subEvent" in event:
        priced["subEvent"] = [with_price(each, amount, currency) for each in event["subEvent"]]
    return priced


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
    previous = occurrence.local_previous_starts_at
    is_moved = status.schema_event_status == "EventScheduled" and previous is not None
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
            "startDate": instant(occurrence.local_starts_at),
            "endDate": instant(occurrence.local_ends_at),
            "previousStartDate": instant(previous) if is_moved else "",
            "offers": _offer(status, facts, occurrence.timezone, url),
        }
    )


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
