"""Events as schema.org ``Event``, as search engines read them.

https://developers.google.com/search/docs/appearance/structured-data/event names what is needed.
"""

from typing import Any

from ...domain.descriptions import DescribedDate, DescribedEvent, DescribedPack, Price
from ...domain.location import Location
from ...enums import AttendanceMode, HostRole, Status
from .hosts import host_properties
from .parts import filled, image_properties, instant

SCHEMA = "https://schema.org/"

_MODES = {
    AttendanceMode.IN_PERSON: "OfflineEventAttendanceMode",
    AttendanceMode.ONLINE: "OnlineEventAttendanceMode",
    AttendanceMode.BOTH: "MixedEventAttendanceMode",
}
_PERFORM = (HostRole.FACILITATOR, HostRole.SPEAKER)


def event_properties(event: DescribedEvent) -> dict[str, Any]:
    """Return an event with its date; one with several dates has each as a ``subEvent``."""
    sub_events = [_sub_event(event, date) for date in event.dates] if len(event.dates) > 1 else []
    return {
        **filled(
            {
                "@type": "Event",
                "@id": event.url,
                **_core(event, event.date, event.url),
                "description": event.description,
                "inLanguage": event.language,
                "image": image_properties(event.image),
                "isAccessibleForFree": event.price.amount == 0 if event.price else None,
                "organizer": _organiser(event),
                "performer": [host_properties(h) for h in event.hosts if h.role in _PERFORM],
                "recordedIn": _pack(event.pack),
                "subEvent": sub_events,
            }
        ),
        **event.more,
    }


def _core(event: DescribedEvent, date: DescribedDate | None, url: str) -> dict[str, Any]:
    """Return what the event and each of its dates say alike."""
    location = (date and date.location) or event.location
    return {
        "name": event.name,
        "url": url,
        "eventAttendanceMode": f"{SCHEMA}{_MODES[location.attendance]}",
        "location": _location(location, url),
        **(_when(date, url, event.price) if date else {}),
    }


def _sub_event(event: DescribedEvent, date: DescribedDate) -> dict[str, Any]:
    return filled({"@type": "Event", "@id": date.url, **_core(event, date, date.url)})


def _when(date: DescribedDate, url: str, price: Price | None) -> dict[str, Any]:
    status = date.status.schema_event_status
    is_moved = status == "EventScheduled" and date.previous_starts_at is not None
    return {
        "eventStatus": f"{SCHEMA}{'EventRescheduled' if is_moved else status}",
        "startDate": instant(date.starts_at),
        "endDate": instant(date.ends_at),
        "previousStartDate": instant(date.previous_starts_at) if is_moved else "",
        "offers": _offer(date, url, price),
    }


def _offer(date: DescribedDate, url: str, price: Price | None) -> dict[str, Any] | None:
    """Return the place that is on offer, with the window in which it can be booked.

    It has a price only if somebody named one.
    """
    availability = Status(date.status).schema_availability
    if not availability:
        return None
    return filled(
        {
            "@type": "Offer",
            "price": str(price.amount) if price else "",
            "priceCurrency": price.currency if price else "",
            "availability": f"{SCHEMA}{availability}",
            "validFrom": instant(date.booking_opens_at),
            "validThrough": instant(date.booking_closes_at),
            "url": url,
        }
    )


def _location(location: Location, url: str) -> Any:
    """Return the venue, the page for an online room, or both; never the link for joining."""
    room = {"@type": "VirtualLocation", "url": url}
    street = " ".join(location.venue_address.split())
    address = {"@type": "PostalAddress", "streetAddress": street}
    place = filled(
        {
            "@type": "Place",
            "name": location.venue_name,
            "address": address if street else location.venue_name,
        }
    )
    if location.attendance is AttendanceMode.ONLINE:
        return room
    known = [place] if len(place) > 1 else []
    if location.attendance is AttendanceMode.BOTH:
        return [*known, room]
    return known[0] if known else None


def _organiser(event: DescribedEvent) -> Any:
    """Return the hosts who invite; without any the programme."""
    hosts = [host_properties(host) for host in event.hosts if host.role not in _PERFORM]
    if hosts or not event.organiser:
        return hosts
    return filled({"@type": "Organization", "name": event.organiser, "url": event.organiser_url})


def _pack(pack: DescribedPack | None) -> dict[str, Any] | None:
    if pack is None:
        return None
    return {"@type": "CreativeWork", "@id": pack.url, "name": pack.name, "url": pack.url}
