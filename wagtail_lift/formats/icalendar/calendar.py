"""The calendar around its entries."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, vDuration, vText

from ...domain.timezones import years_around
from ..text import one_line
from .vtimezone import vtimezone

PRODUCT = "-//wagtail_lift//wagtail_lift//EN"
REFRESH = timedelta(hours=1)
"""How often a calendar is asked to look again (RFC 7986 section 5.7)."""


def calendar_start(*, name: str, url: str, zones: Iterable[tuple[str, datetime, datetime]]) -> str:
    """Return the calendar up to its first entry: how it is called, and the clocks of its zones.

    ``zones`` are IANA names, each with the start of its first entry and the end of its last.
    """
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("URL", url)
    for title in ("NAME", "X-WR-CALNAME"):
        calendar[title] = vText(one_line(name))
    calendar["REFRESH-INTERVAL"] = vDuration(REFRESH, {"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vDuration(REFRESH)
    start = str(calendar.to_ical(), "utf-8").removesuffix(calendar_end())
    return start + "".join(vtimezone(tz, *years_around(a, b)) for tz, a, b in zones)


def calendar_end() -> str:
    """Return the end of a calendar."""
    return "END:VCALENDAR\r\n"
