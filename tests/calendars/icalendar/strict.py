"""The rules by which strict readers validate a calendar: those of ical4j and sabre/vobject.

They are restated here, as those programs need Java and PHP. A calendar that keeps them is taken
whole; most of these programs refuse it whole for one entry that does not.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.calendars.icalendar.reading import unfolded

ONCE = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}
AT_MOST_ONCE = {
    "VCALENDAR": {"CALSCALE", "METHOD"},
    "VEVENT": {
        *("CLASS", "CREATED", "DESCRIPTION", "DTEND", "DURATION", "GEO", "LAST-MODIFIED"),
        *("LOCATION", "ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL"),
    },
    "VTIMEZONE": {"LAST-MODIFIED", "TZURL"},
    "STANDARD": {"RRULE"},
    "DAYLIGHT": {"RRULE"},
}
STATUSES = {"CONFIRMED", "TENTATIVE", "CANCELLED"}
DAY, LOCAL, INSTANT = r"\d{8}", r"\d{8}T\d{6}", r"\d{8}T\d{6}Z"


@dataclass
class Component:
    """A component: its properties as (name, parameters, value), and the components in it."""

    name: str
    properties: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    inner: list["Component"] = field(default_factory=list)

    def values(self, name: str) -> list[tuple[dict[str, str], str]]:
        """Return parameters and value of each property of that name."""
        return [(words, value) for known, words, value in self.properties if known == name]

    def walk(self) -> Iterator["Component"]:
        """Yield the component and all in it."""
        yield self
        for component in self.inner:
            yield from component.walk()


def complaints(text: str) -> list[str]:
    """Return what is wrong with a calendar, nothing if it is valid."""
    calendar = _read(text)
    found = [] if calendar.inner else ["RFC 5545 3.4: no component"]
    for component in calendar.walk():
        found += _wrong_counts(component)
    zones = {value for zone in calendar.inner for _, value in zone.values("TZID")}
    has_method = bool(calendar.values("METHOD"))
    events = [component for component in calendar.inner if component.name == "VEVENT"]
    for event in events:
        found += _wrong_in_event(event, zones, has_method=has_method)
    uids = Counter(value for event in events for _, value in event.values("UID"))
    return found + [f"UID twice: {uid}" for uid, count in uids.items() if count > 1]


def _read(text: str) -> Component:
    root = Component("")
    path = [root]
    for line in unfolded(text):
        head, value = re.fullmatch(r'((?:[^":]|"[^"]*")*):(.*)', line, re.DOTALL).groups()
        name, *words = re.findall(r'(?:[^";]|"[^"]*")+', head)
        if name == "BEGIN":
            component = Component(value)
            path[-1].inner.append(component)
            path.append(component)
        elif name == "END":
            assert path.pop().name == value
        else:
            parameters = dict(word.split("=", 1) for word in words)
            path[-1].properties.append((name, parameters, value))
    (calendar,) = root.inner
    return calendar


def _wrong_counts(component: Component) -> Iterator[str]:
    counts = Counter(name for name, _, _ in component.properties)
    for name in ONCE[component.name]:
        if counts[name] != 1:
            yield f"{component.name}: {counts[name]} times {name}"
    for name in AT_MOST_ONCE[component.name]:
        if counts[name] > 1:
            yield f"{component.name}: {counts[name]} times {name}"
    if component.name == "VTIMEZONE" and not component.inner:
        yield "VTIMEZONE: neither STANDARD nor DAYLIGHT"


def _wrong_in_event(event: Component, zones: set[str], *, has_method: bool) -> Iterator[str]:
    if has_method and not event.values("ORGANIZER"):
        yield "RFC 5546 3.2.1: METHOD without ORGANIZER"
    if not {value for _, value in event.values("STATUS")} <= STATUSES:
        yield "VEVENT: unknown STATUS"
    kinds = set()
    for name in ("DTSTART", "DTEND"):
        for words, value in event.values(name):
            kinds.add(words.get("VALUE", "DATE-TIME"))
            form = DAY if words.get("VALUE") == "DATE" else LOCAL if "TZID" in words else INSTANT
            if not re.fullmatch(form, value):
                yield f"{name}: {value} is no {form}"
            if words.get("TZID", "") not in {"", *zones}:
                yield f"{name}: zone {words['TZID']} is not told"
    if len(kinds) != 1:
        yield f"VEVENT: starts and ends as {sorted(kinds)}"
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        if not all(re.fullmatch(INSTANT, value) for _, value in event.values(name)):
            yield f"{name}: not in UTC"
