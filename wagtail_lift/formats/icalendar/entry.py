"""One date of an event as an entry of a calendar (VEVENT), to be stored.

What is known only when a calendar is asked for stands in the stored text as a character that no
text may hold: the address of the date and the time of its last change.
"""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from uuid import UUID

from icalendar import Event, vCalAddress

from ...domain.schedule import zone
from ...domain.timezones import can_be_told_locally
from ...enums import MeetingState
from ..text import one_line, plain

FORMAT_VERSION = 1
"""To be raised with each change of what this module writes: older entries are rendered again."""

ADDRESS, STAMP = "\x1a", "\x1b"
"""Stand for the address of the date, and for when the entry was changed last."""

UID_SUFFIX = "@wagtail-lift"
"""Never changes, whatever the site's domain."""

NO_EMAIL = "invalid:nomail"
"""The address of an organiser who has none: RFC 5546 section 3.2.1 asks for an organiser."""

_STATUSES = {
    MeetingState.SCHEDULED: "CONFIRMED",
    MeetingState.POSTPONED: "TENTATIVE",
    MeetingState.CANCELLED: "CANCELLED",
}


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What an entry says in words: the same for all dates of an event with the same note."""

    title: str
    description: str
    location: str
    organiser_name: str = ""
    organiser_email: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """When the entry is: ``starts_at`` and ``ends_at`` are aware.

    ``query`` is the ``?date=`` of its address, which is content, but filled in with the address.
    """

    uid: UUID
    sequence: int
    state: str
    starts_at: datetime
    ends_at: datetime
    timezone: str
    query: str = ""

    @property
    def told_timezone(self) -> str:
        """Return the zone in which calendars are told the times, empty for UTC."""
        instants = (self.starts_at, self.ends_at)
        is_told = self.timezone != "UTC" and zone(self.timezone).key == self.timezone
        if is_told and all(can_be_told_locally(at, self.timezone) for at in instants):
            return self.timezone
        return ""


_DATE = attrgetter(*(field.name for field in fields(CalendarDate)))
_WORDS = attrgetter(*(field.name for field in fields(CalendarWords)))


def content_hash(date: CalendarDate, words: CalendarWords) -> str:
    """Return what changes with each change of the content, and with nothing else."""
    return sha256(f"({_DATE(date)!r}, {_WORDS(words)!r})".encode()).hexdigest()


def render_entry(date: CalendarDate, words: CalendarWords) -> str:
    """Return the VEVENT, to be filled in by ``EntryFiller``; every line ends with CRLF."""
    told = date.told_timezone
    lines = (
        "BEGIN:VEVENT",
        f"UID:{date.uid}{UID_SUFFIX}",
        f"SEQUENCE:{date.sequence}",
        f"DTSTAMP:{STAMP}",
        f"LAST-MODIFIED:{STAMP}",
        _time("DTSTART", date.starts_at, told),
        _time("DTEND", date.ends_at, told),
        f"STATUS:{_STATUSES[MeetingState(date.state)]}",
        f"URL:{ADDRESS}",
        f"{_render_words(words)}END:VEVENT",
    )
    return "".join(f"{line}\r\n" for line in lines)


def _time(name: str, instant: datetime, timezone: str) -> str:
    if not timezone:
        return f"{name}:{instant.astimezone(UTC):%Y%m%dT%H%M%S}Z"
    return f"{name};TZID={timezone}:{instant.astimezone(zone(timezone)):%Y%m%dT%H%M%S}"


@lru_cache(maxsize=32)
def _render_words(words: CalendarWords) -> str:
    """Return the lines in words; an event with many dates renders them once."""
    event = Event()
    event.add("SUMMARY", one_line(words.title))
    event.add("DESCRIPTION", f"{plain(words.description)}\n\n{ADDRESS}".lstrip("\n"))
    if words.location:
        event.add("LOCATION", one_line(words.location))
    email = words.organiser_email
    organiser = vCalAddress(f"mailto:{email}" if email else NO_EMAIL)
    if words.organiser_name:
        organiser.params["CN"] = one_line(words.organiser_name).replace('"', "'")
    if words.organiser_name or email:
        event.add("ORGANIZER", organiser)
    if words.categories:
        event.add("CATEGORIES", [one_line(name) for name in words.categories])
    lines = str(event.to_ical(), "utf-8")
    inner = lines.removeprefix("BEGIN:VEVENT\r\n").removesuffix("END:VEVENT\r\n")
    return _fold_before_address(inner)


def _fold_before_address(lines: str) -> str:
    """Begin a new line before the address, which is as long as it is."""
    return lines.replace(f"\r\n {ADDRESS}", ADDRESS).replace(ADDRESS, f"\r\n {ADDRESS}")
