"""API values of the agenda: what the page shows of it at one of its dates."""

from typing_extensions import TypedDict

from ...blocks.rich_text import TEXT_FEATURES
from ...events.date_lists import asked_for
from ...events.date_names import choose_occurrence
from ...lists.agenda import AgendaSpeaker as ShownSpeaker
from ...lists.agenda import ShownDay, ShownPart, shown_agenda
from ...lists.cards import hosts_url_of
from ...models.kinds import EventKind
from ..fields import APIRequest, in_its_zone
from ..rich_text import rich_text
from ..schema_words import HostId, Instant


class AgendaSpeaker(TypedDict):
    """Who speaks; ``id`` is null and ``url`` empty for a name without a profile."""

    id: HostId | None
    name: str
    url: str


class AgendaSession(TypedDict):
    """A part of an agenda at the date shown; the id is that of its block.

    ``kind`` is ``session``, ``break`` or ``parallel``. Times are in the event's zone, null where
    they are not known. ``local_`` ones are null as long as the event has no date.
    """

    id: str
    kind: str
    title: str
    start_time: str | None
    end_time: str | None
    local_starts_at: Instant | None
    local_ends_at: Instant | None
    minutes: int | None
    room: str
    description: str
    speakers: list[AgendaSpeaker]


class AgendaPart(AgendaSession):
    """A part of an agenda; ``sessions`` are those that begin together."""

    sessions: list[AgendaSession]


class AgendaDay(TypedDict):
    """A day of an agenda; ``date`` is null as long as the event has none."""

    number: int
    date: str | None
    title: str
    parts: list[AgendaPart]


def agenda_times(page: EventKind, request: APIRequest | None) -> list[AgendaDay]:
    """Return the agenda with times, at the date asked for with ``date``, else that of ``status``.

    An address that a program looks up may ask for a date, too: ``page.asked_date``.
    """
    asked: APIRequest | None = getattr(request, "_request", request)
    chosen = choose_occurrence(page.occurrences, page.asked_date or asked_for(asked))
    date = chosen or page.headline_occurrence
    agenda = shown_agenda(page, date, hosts_url_of(page) if page.agenda else "", asked)
    return [_day(day, request) for day in agenda.days]


def _day(day: ShownDay, request: APIRequest | None) -> AgendaDay:
    return {
        "number": day.number,
        "date": day.day.isoformat() if day.day else None,
        "title": day.title,
        "parts": [_part(part, request) for part in day.parts],
    }


def _part(part: ShownPart, request: APIRequest | None) -> AgendaPart:
    return {
        **_session(part, request),
        "sessions": [_session(session, request) for session in part.sessions],
    }


def _session(part: ShownPart, request: APIRequest | None) -> AgendaSession:
    return {
        "id": part.id,
        "kind": part.kind,
        "title": part.title,
        "start_time": part.starts.isoformat() if part.starts else None,
        "end_time": part.ends.isoformat() if part.ends else None,
        "local_starts_at": in_its_zone(part.starts_at),
        "local_ends_at": in_its_zone(part.ends_at),
        "minutes": part.minutes,
        "room": part.room,
        "description": rich_text(part.description.source, request, TEXT_FEATURES),
        "speakers": [_speaker(speaker) for speaker in part.speakers],
    }


def _speaker(speaker: ShownSpeaker) -> AgendaSpeaker:
    key = speaker.host.pk if speaker.host else None
    return {"id": key, "name": speaker.name, "url": speaker.url}
