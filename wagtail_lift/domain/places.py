"""What an event shows of a venue that is chosen for it, and of a place that is typed.

A venue that readers can see takes the place of what is typed. Whatever has a place of its own, such
as one date of an event, shows nothing of the venue.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..enums import AccessFeature, AttendanceMode, Problem
from .location import Location

_MAP = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}"
"""The map of coordinates, where a venue names no map of its own."""


@dataclass(frozen=True, slots=True)
class VenueFacts:
    """A venue as far as a location tells of it; degrees are those of WGS 84."""

    name: str
    address: str = ""
    map_url: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def shown_map_url(self) -> str:
        """Return the address of its own map, else that of a map of its coordinates."""
        return self.map_url or map_of(self.latitude, self.longitude)


def location_at(typed: Location, venue: VenueFacts | None) -> Location:
    """Return the location of an event: the venue if there is one, else what is typed."""
    if venue is None:
        return typed
    return replace(
        typed,
        venue_name=venue.name,
        venue_address=venue.address,
        map_url=venue.shown_map_url,
        latitude=venue.latitude,
        longitude=venue.longitude,
    )


def is_at_venue(location: Location) -> bool:
    """Return whether people come to the place of a location, and do not only join online."""
    return location.attendance is not AttendanceMode.ONLINE


def access_at(
    promised: Iterable[AccessFeature], of_venue: Iterable[AccessFeature]
) -> list[AccessFeature]:
    """Return what an event and its venue promise together, in the order of the vocabulary."""
    known = {*promised, *of_venue}
    return [feature for feature in AccessFeature if feature in known]


def map_of(latitude: float | None, longitude: float | None) -> str:
    """Return the address of a map of these coordinates, empty without them."""
    if latitude is None or longitude is None:
        return ""
    return _MAP.format(in_degrees(latitude), in_degrees(longitude))


def in_degrees(degree: float) -> str:
    """Return a degree as RFC 5545 section 3.8.1.6 asks for it: six decimal places, no exponent."""
    return f"{degree:.6f}"


def coordinate_problems(latitude: float | None, longitude: float | None) -> dict[str, Problem]:
    """Return what is wrong with coordinates, by field: one is of no use without the other."""
    if (latitude is None) == (longitude is None):
        return {}
    missing = "latitude" if latitude is None else "longitude"
    return {missing: Problem.COORDINATE_MISSING}
