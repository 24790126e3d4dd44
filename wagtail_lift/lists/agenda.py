"""The agenda of an event as one of its dates shows it: with times, and speakers who may be named.

Typed times are those of the planned start. Another date of the event, or one that was moved, shows
every time as much later or earlier as it starts; the clocks count, as with repeated dates.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest
from wagtail.blocks import StreamValue, StructValue
from wagtail.rich_text import RichText

from ..access.site_hosts import has_several_sites, only_of_this_site
from ..blocks import AgendaDayBlock, agenda_steps, known_hosts, other_speakers
from ..domain.agenda import NO_DAY, AgendaTime, agenda_times, ends_after
from ..domain.instants import instant_of, span_of, zone
from ..events.speakers import AGENDA, speakers_of
from ..http.addresses import host_path
from ..models.hosts import AbstractHostProfile, get_host_model
from ..models.kinds import EventKind
from ..models.occurrences import EventOccurrence
from .cards import translations_of_hosts


@dataclass(frozen=True, slots=True)
class AgendaSpeaker:
    """Somebody who speaks; ``host`` is ``None`` for a name without a profile.

    ``url`` is that of the host's page, empty if there is none.
    """

    name: str
    host: AbstractHostProfile | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of an agenda; ``kind`` is ``session``, ``break`` or ``parallel``.

    ``starts`` and ``ends`` are times of day; ``starts_at`` and ``ends_at`` the same in the event's
    zone, ``None`` as long as the event has no date. Only parallel parts have ``sessions``.
    """

    kind: str
    id: str
    title: str
    starts: time | None
    ends: time | None
    starts_at: datetime | None
    ends_at: datetime | None
    minutes: int | None
    room: str
    description: RichText
    speakers: tuple[AgendaSpeaker, ...] = ()
    sessions: tuple["ShownPart", ...] = ()


@dataclass(frozen=True, slots=True)
class ShownDay:
    """One day of an agenda; ``day`` is ``None`` as long as the event has no date."""

    number: int
    day: date | None
    title: str
    parts: tuple[ShownPart, ...]


@dataclass(frozen=True, slots=True)
class ShownAgenda:
    """The days of an agenda, in order; false if it is empty."""

    days: tuple[ShownDay, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.days)

    @property
    def has_headings(self) -> bool:
        """Return whether readers need to be told which day it is."""
        return len(self.days) > 1 or any(day.title or day.number > 1 for day in self.days)

    @property
    def has_times(self) -> bool:
        """Return whether any part has a time."""
        return any(part.starts for day in self.days for part in day.parts)

    @property
    def sessions(self) -> list[ShownPart]:
        """Return the sessions of all days in order, parallel ones too."""
        parts = [part for day in self.days for part in day.parts]
        each = [part.sessions or (part,) for part in parts]
        return [part for parts in each for part in parts if part.kind == "session"]


def shown_agenda(
    page: EventKind,
    occurrence: EventOccurrence,
    hosts_url: str = "",
    request: HttpRequest | None = None,
) -> ShownAgenda:
    """Return the agenda of an event at one of its dates; copes with any draft.

    ``hosts_url`` is the address below which the pages of hosts are, empty if there are none.
    """
    stream: StreamValue | None = getattr(page, AGENDA, None)
    if not stream:
        return ShownAgenda()
    clock = _clock_of(page, occurrence, stream)
    shown = _Shown(occurrence.timezone, clock.is_dated, _speakers(page, hosts_url, request))
    days: list[tuple[int, str, list[ShownPart]]] = []
    for child, at in zip(stream, clock.times, strict=True):
        if isinstance(child.block, AgendaDayBlock):
            days.append((at.number, child.value.get("title") or "", []))
            continue
        if not days:
            days.append((at.number, "", []))
        days[-1][2].append(shown.part(child, at))
    return ShownAgenda(
        tuple(
            ShownDay(number, clock.day_of(number), title, tuple(parts))
            for number, title, parts in days
        )
    )


@dataclass(frozen=True, slots=True)
class _Clock:
    """When the parts of an agenda are on one date; ``first_day`` is ``None`` without a date."""

    times: list[AgendaTime]
    first_day: date | None

    @property
    def is_dated(self) -> bool:
        return self.first_day is not None

    def day_of(self, number: int) -> date | None:
        return self.first_day + timedelta(days=number - 1) if self.first_day else None


def _clock_of(page: EventKind, occurrence: EventOccurrence, stream: StreamValue) -> _Clock:
    planned = page.source.typed_dates  # may query the source
    local = occurrence.local_starts_at
    steps = agenda_steps(stream)
    if local is None:
        return _Clock(agenda_times(steps, NO_DAY, planned.start_time), None)
    starts = local.replace(tzinfo=None)
    typed = starts
    if planned.start_date and planned.start_time:
        typed = datetime.combine(planned.start_date, planned.start_time)
    times = agenda_times(steps, typed.date(), typed.time())
    return _Clock([at.shifted(starts - typed) for at in times], starts.date())


@dataclass(frozen=True, slots=True)
class _Shown:
    """Makes the parts of an agenda from its blocks."""

    timezone: str
    is_dated: bool
    speakers_in: Callable[[StructValue], tuple[AgendaSpeaker, ...]]

    def part(self, child: StreamValue.StreamChild, at: AgendaTime) -> ShownPart:
        """Return what one block shows, with the sessions in it."""
        value, minutes = child.value, child.value.get("minutes") or None
        sessions = tuple(
            self._made("session", item.id, item.value, self._own_time(item.value, at, minutes))
            for item in getattr(value.get("sessions"), "bound_blocks", ())
        )
        title = child.block.title_of(value) if child.block_type == "break" else None
        return self._made(child.block_type, child.id, value, at, title, sessions)

    def _own_time(self, value: StructValue, at: AgendaTime, minutes: int | None) -> AgendaTime:
        return AgendaTime(
            at.number, at.starts, ends_after(at.starts, value.get("minutes") or minutes)
        )

    def _made(
        self,
        kind: str,
        key: str | None,
        value: StructValue,
        at: AgendaTime,
        title: str | None = None,
        sessions: tuple[ShownPart, ...] = (),
    ) -> ShownPart:
        starts_at, ends_at = self._instants(at)
        return ShownPart(
            kind=kind,
            id=key or "",
            title=title or value.get("title") or "",
            starts=at.starts.time() if at.starts else None,
            ends=at.ends.time() if at.ends else None,
            starts_at=starts_at,
            ends_at=ends_at,
            minutes=value.get("minutes") or None,
            room=value.get("room") or "",
            description=value.get("description") or RichText(""),
            speakers=self.speakers_in(value),
            sessions=sessions,
        )

    def _instants(self, at: AgendaTime) -> tuple[datetime | None, datetime | None]:
        if not self.is_dated:
            return None, None
        starts_at, ends_at = span_of(at.starts, at.ends, self.timezone)
        starts_at = starts_at or instant_of(at.starts, self.timezone)
        place = zone(self.timezone)
        return starts_at and starts_at.astimezone(place), ends_at and ends_at.astimezone(place)


def _speakers(
    page: EventKind, hosts_url: str, request: HttpRequest | None
) -> Callable[[StructValue], tuple[AgendaSpeaker, ...]]:
    """Return what names the speakers of a session: hosts who may be shown, then other names."""
    public = [host for host in speakers_of(page) if host.is_public]
    translations = translations_of_hosts(page, public)
    shown = {host.pk: translations.get(host.translation_key, host) for host in public}
    linked = _linked(page, shown.values(), request) if hosts_url else set()

    def speaker(host: AbstractHostProfile) -> AgendaSpeaker:
        url = f"{hosts_url}{host_path(host.slug)}" if host.pk in linked and host.slug else ""
        return AgendaSpeaker(host.display_name, host, url)

    def speakers_in(value: StructValue) -> tuple[AgendaSpeaker, ...]:
        hosts = [shown[host.pk] for host in known_hosts(value) if host.pk in shown]
        return (*map(speaker, hosts), *map(AgendaSpeaker, other_speakers(value)))

    return speakers_in


def _linked(
    page: EventKind, hosts: Iterable[AbstractHostProfile], request: HttpRequest | None
) -> set[Any]:
    """Return the keys of the hosts who have a page on this site."""
    keys = {host.pk for host in hosts}
    if not keys or not has_several_sites():
        return keys
    known = get_host_model()._default_manager.public().filter(pk__in=keys)
    return set(only_of_this_site(known, page, request).values_list("pk", flat=True))
