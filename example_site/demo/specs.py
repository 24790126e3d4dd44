"""The words in which the demo content is written down: plain values, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from wagtail_lift.enums import BookingPlaces, HostKind, HostRole, Hours, MeetingState, Status

ZONE = "Europe/London"
"""The zone of every demo event; "today" is its today, wherever the server stands."""

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

Stream = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Ref:
    """Stands for something the demo makes, by its key, where a value needs its id."""

    key: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day counted from today; with ``weekday``, the first such day from there on."""

    offset: int
    weekday: int | None = None

    def on(self, today: date) -> date:
        """Return the date that is meant on the day ``today``."""
        day = today + timedelta(days=self.offset)
        if self.weekday is None:
            return day
        return day + timedelta(days=(self.weekday - day.weekday()) % 7)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When an event is, on whichever day the demo is loaded; the names are the page's fields.

    The further dates in ``added_dates`` have the times and the length of the first.
    """

    start_date: Day
    start_time: time | None = None
    end_time: time | None = None
    hours: Hours = Hours.START_AND_END
    end_date: Day | None = None
    booking_opens_date: Day | None = None
    booking_opens_time: time | None = None
    booking_closes_date: Day | None = None
    booking_closes_time: time | None = None
    added_dates: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A move of the meeting to another time on another day."""

    day: Day
    start_time: time
    end_time: time


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is drawn for the demo, and what it shows in words."""

    motif: str
    alt_text: str


@dataclass(frozen=True, slots=True)
class HostSpec:
    """A host profile."""

    key: str
    name: str
    biography: str
    kind: HostKind = HostKind.PERSON
    is_listed: bool = True
    picture: Picture | None = None
    links: Stream = field(default_factory=list)
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VenueSpec:
    """A venue, with a photo or none."""

    key: str
    name: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    picture: Picture | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class HostLine:
    """A host at an event."""

    key: str
    role: HostRole = HostRole.HOST
    line: str = ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page that has no dates: the home page, a programme, a pack."""

    key: str
    title: str
    slug: str
    parent: str = ""
    is_published: bool = True
    fields: Mapping[str, Any] = field(default_factory=dict)
    streams: Mapping[str, Stream] = field(default_factory=dict)
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class EventSpec:
    """An event page, what was done to its meeting, and the status it shows on any day.

    ``status`` is ``None`` where the hour decides. With a ``rule`` (RFC 5545) the event begins on
    the first day that the rule gives from its schedule's day on, when it is made, and is never
    shifted: the rule keeps it current. ``cancels_a_date`` is the public note with which one of its
    dates is cancelled. ``places`` are the words on places of its dates to come, in order.
    """

    key: str
    title: str
    slug: str
    parent: str
    status: Status | None
    schedule: Schedule | None
    hosts: tuple[HostLine, ...]
    topics: tuple[str, ...]
    audiences: tuple[str, ...]
    fields: Mapping[str, Any]
    streams: Mapping[str, Stream]
    picture: Picture | None = None
    state: MeetingState = MeetingState.SCHEDULED
    public_note: str = ""
    moved_to: Move | None = None
    rule: str = ""
    cancels_a_date: str = ""
    places: tuple[BookingPlaces, ...] = ()
    pack: PageSpec | None = None
