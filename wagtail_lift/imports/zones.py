"""From the name of a time zone in a calendar to its IANA name."""

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from ..domain.instants import is_timezone

_UTC = frozenset(("utc", "etc/utc", "gmt", "etc/gmt", "z"))


def zone_called(name: str) -> str:
    """Return the IANA name of a TZID, empty if it names no zone that is known.

    Outlook gives the names of Windows; others put an address before the IANA name, as in
    ``/example.org/20240101/Europe/Berlin``.
    """
    plain = name.strip().strip('"')
    if plain.lower() in _UTC:
        return "UTC"
    if is_timezone(plain):
        return plain
    if plain in WINDOWS_TO_OLSON:
        known = WINDOWS_TO_OLSON[plain]
        return known if is_timezone(known) else ""
    parts = plain.split("/")
    tails = ("/".join(parts[-length:]) for length in (3, 2) if len(parts) > length)
    return next((tail for tail in tails if is_timezone(tail)), "")
