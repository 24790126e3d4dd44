"""One date of an event as a calendar entry (VEVENT), to be stored.

The URL of the date and the time of its last change are only known when a calendar is requested. In
the stored text they are placeholders: control characters that no text may contain.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter

from icalendar import Event, vCalAddress

from ...domain.instants import zone
from ...enums import Hours, MeetingState
from ...formats.text import one_line, plain
from .content import CalendarDate, CalendarWords
from .states import days_of, told_words

FORMAT_VERSION = 5
"""Increase it when this module or ``from_page`` writes something else: ``lift_tick`` re-renders."""

ADDRESS, STAMP = "\x1a", "\x1b"
"""Placeholders for the URL of the date, and for when the entry last changed."""

UID_SUFFIX = "@wagtail-lift"
"""Never changes, whatever the site's domain."""

NO_EMAIL = "invalid:nomail"
"""The address of an organiser without e-mail, as Apple's calendar writes it."""

_STATUSES = {
    MeetingState.SCHEDULED: "CONFIRMED",
    MeetingState.POSTPONED: "TENTATIVE",
    MeetingState.CANCELLED: "CANCELLED",
}

_HOURS = ("hours", "previous_hours")
_DATE = attrgetter(*(field.name for field in fields(CalendarDate) if field.name not in _HOURS))
_WORDS = attrgetter(*(f.name for f in fields(CalendarWords) if f.name != "language"))


def content_hash(date: CalendarDate, words: CalendarWords) -> str:
    """Return a hash that changes if and only if the content changes.

    A date with a start and an end has the hash that it had before dates had anything else.
    """
    told = _WORDS(told_words(date, words))
    hours = [str(getattr(date, name)) for name in _HOURS]
    others = f", {hours!r}" if set(hours) != {Hours.START_AND_END.value} else ""
    return sha256(f"({_DATE(date)!r}, {told!r}{others})".encode()).hexdigest()


def render_entry(date: CalendarDate, words: CalendarWords) -> str:
    """Return the VEVENT, to be filled in by ``EntryFiller``; every line ends with CRLF.

    TRANSP leaves people free: a subscriber to a programme comes to few of its dates.
    """
    lines = (
        "BEGIN:VEVENT",
        f"UID:{date.uid}{UID_SUFFIX}",
        f"SEQUENCE:{date.sequence}",
        f"DTSTAMP:{STAMP}",
        f"LAST-MODIFIED:{STAMP}",
        *_times(date),
        f"STATUS:{_STATUSES[MeetingState(date.state)]}",
        "TRANSP:TRANSPARENT",
        f"URL:{ADDRESS}",
        *([f"GEO:{words.geo}"] if words.geo else []),
        f"{_render_words(told_words(date, words))}END:VEVENT",
    )
    return "".join(f"{line}\r\n" for line in lines)


def _times(date: CalendarDate) -> Iterator[str]:
    """Yield DTSTART and DTEND; an open end has none (RFC 5545 section 3.6.1)."""
    if not date.has_hours:
        first, after_last = days_of(date)
        yield from (_day("DTSTART", first), _day("DTEND", after_last))
        return
    told = date.told_timezone
    yield _time("DTSTART", date.starts_at, told)
    if date.when.has_end:
        yield _time("DTEND", date.ends_at, told)


def _day(name: str, day: date) -> str:
    return f"{name};VALUE=DATE:{day:%Y%m%d}"


def _time(name: str, instant: datetime, timezone: str) -> str:
    if not timezone:
        return f"{name}:{instant.astimezone(UTC):%Y%m%dT%H%M%S}Z"
    return f"{name};TZID={timezone}:{instant.astimezone(zone(timezone)):%Y%m%dT%H%M%S}"


@lru_cache(maxsize=32)
def _render_words(words: CalendarWords) -> str:
    """Return the text properties; cached, because an event with many dates repeats them."""
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
    """Fold the line before the URL, whose length is not known yet."""
    return lines.replace(f"\r\n {ADDRESS}", ADDRESS).replace(ADDRESS, f"\r\n {ADDRESS}")
