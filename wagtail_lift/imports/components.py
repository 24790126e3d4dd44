"""The events of an iCalendar file as text (RFC 5545 sections 3.1, 3.4 and 3.6), each bounded.

Lines are unfolded and sorted here, before a parser sees them: only properties that an event takes
over are kept, so that no file makes the parser work for long.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from .limits import (
    LONGEST_TEXT,
    MOST_COMPONENTS,
    MOST_LINES,
    TOO_FULL,
    TOO_LONG,
    TOO_MANY,
    Deadline,
    FileRefused,
)
from .zones import zone_called

NO_CALENDAR = _("This is no iCalendar file: it does not begin with BEGIN:VCALENDAR.")
BROKEN = _("The iCalendar file is cut off or damaged: line %(number)d ends what nothing began.")
UNENDED = _("The iCalendar file is cut off: something that it begins does not end.")

EVENT = ["VCALENDAR", "VEVENT"]
"""Where an event is; what is inside it, as an alarm, is left out."""

KEPT = frozenset(
    (
        *("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "CATEGORIES", "STATUS", "CLASS"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
    )
)
PERSONAL = frozenset(("ORGANIZER", "ATTENDEE"))
"""People who were not asked; they are counted and not read."""

_NAME = re.compile(r"[A-Za-z0-9-]+")
_ZONE = re.compile(r'^([^":]{1,100};TZID=)(?:"([^"]*)"|([^;:"]*))', re.IGNORECASE)
_EVERY = 2_000
"""After so many lines the clock is asked."""


@dataclass(slots=True)
class Component:
    """One VEVENT: its lines, unfolded, and the properties in it that are not taken."""

    number: int
    lines: list[str] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)

    @property
    def text(self) -> str:
        """Return the component as a parser takes it."""
        return "\r\n".join(("BEGIN:VEVENT", *self.lines, "END:VEVENT", ""))


@dataclass(slots=True)
class Calendar:
    """The events of a file, the zone that it names for all of them, and what else is in it."""

    events: list[Component] = field(default_factory=list)
    zone: str = ""
    others: Counter[str] = field(default_factory=Counter)


def read_components(text: str, deadline: Deadline) -> Calendar:
    """Return the events of an iCalendar text; raise ``FileRefused``."""
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        raise FileRefused(NO_CALENDAR)
    calendar, stack, begun = Calendar(), list[str](), 0
    for number, line in enumerate(_unfolded(text), 1):
        if number % _EVERY == 0:
            deadline.check()
        found = _NAME.match(line)
        name = found[0].upper() if found else ""
        if name == "BEGIN":
            begun += 1
            if begun > MOST_COMPONENTS:
                raise FileRefused(TOO_MANY)
            stack.append(line[6:].strip().upper())
            _begin(calendar, stack)
        elif name == "END":
            if not stack or stack.pop() != line[4:].strip().upper():
                raise FileRefused(BROKEN % {"number": number})
        else:
            _take(calendar, stack, name, line)
    if stack:
        raise FileRefused(UNENDED)
    return calendar


def _begin(calendar: Calendar, stack: list[str]) -> None:
    if stack == EVENT:
        calendar.events.append(Component(len(calendar.events) + 1))
    elif len(stack) == len(EVENT):
        calendar.others[stack[-1]] += 1


def _take(calendar: Calendar, stack: list[str], name: str, line: str) -> None:
    if stack == EVENT:
        _keep(calendar.events[-1], name, line)
    elif stack == EVENT[:1] and name == "X-WR-TIMEZONE":
        calendar.zone = line.partition(":")[2]


def _keep(component: Component, name: str, line: str) -> None:
    if name in KEPT and len(component.lines) >= MOST_LINES:
        raise FileRefused(TOO_FULL)
    if name in KEPT:
        component.lines.append(_ZONE.sub(_known_zone, line, count=1))
    elif name in PERSONAL:
        component.left[name] += 1


def _known_zone(found: re.Match[str]) -> str:
    """Return the zone of a line under its IANA name: a parser would guess it, and warn."""
    name = found[2] or found[3]
    return f"{found[1]}{zone_called(name) or name.strip('/') or 'none'}"


def _unfolded(text: str) -> Iterator[str]:
    """Yield the lines, each folded one as a whole (RFC 5545 section 3.1), without empty ones."""
    parts: list[str] = []
    length = 0
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        is_more = line[:1] in (" ", "\t") and parts
        if not is_more and parts:
            yield "".join(parts)
            parts, length = [], 0
        if is_more or line.strip():
            parts.append(line[1:] if is_more else line)
            length += len(line)
            if length > LONGEST_TEXT:
                raise FileRefused(TOO_LONG)
    if parts:
        yield "".join(parts)
