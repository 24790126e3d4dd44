"""The VCALENDAR around its entries."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, vDuration, vText

from ...formats.text import one_line
from .vtimezone import vtimezone

PRODUCT = "-//wagtail_lift//wagtail_lift//EN"
REFRESH = timedelta(hours=1)
"""How often calendar apps should refresh (RFC 7986 section 5.7)."""


def calendar_start(*, name: str, url: str, zones: Iterable[str]) -> str:
    """Return the calendar up to its first entry: its name and its VTIMEZONE components.

    ``zones`` are IANA names. Without any, it has UTC, so that a calendar without entries is valid:
    RFC 5545 section 3.4 requires a component. There is no METHOD: that would make it an exchange of
    invitations (section 3.7.2), for which RFC 5546 section 3.2.1 requires an organiser of each
    entry.
    """
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("URL", url)
    for title in ("NAME", "X-WR-CALNAME"):
        calendar[title] = vText(one_line(name))
    calendar["REFRESH-INTERVAL"] = vDuration(REFRESH, {"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vDuration(REFRESH)
    start = str(calendar.to_ical(), "utf-8").removesuffix(calendar_end())
    return start + "".join(vtimezone(zone) for zone in list(zones) or ["UTC"])


def calendar_end() -> str:
    """Return the end of a calendar."""
    return "END:VCALENDAR\r\n"
