"""The value of ``?date=`` that selects one date of an event: one rule to write and to read it.

Page, ``ics/``, lists, API and structured data use the same values.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from ..domain.instants import wall_clock_of, wall_clock_text
from ..models.meetings import Meeting
from ..models.occurrences import EventOccurrence

UNDATED = "undated"
"""Selects the undated date of an event."""


def name_dates(occurrences: Sequence[EventOccurrence]) -> None:
    """Set the ``?date=`` value of each date of an event, empty for an only date.

    It is the local day; if that selects another date, the day with the time; else the UID. No two
    dates share a value.
    """
    if len(occurrences) < 2:
        return
    owners = _owners(occurrences)
    for occurrence in occurrences:
        mine = (word for word in _now(occurrence) if owners[word] is occurrence)
        occurrence.date_param = next(mine, "") or str(occurrence.meeting.uid)


def choose_occurrence(occurrences: Sequence[EventOccurrence], word: str) -> EventOccurrence | None:
    """Return the date that ``?date=`` selects, ``None`` if the event has no such date.

    Old values keep working: the day, or the day with the time, at which the date is planned, was
    before it was moved, or is now; and its UID. A time that no date has selects the only date of
    its day, in case its hour was changed.
    """
    if not word:
        return None
    return (
        _owners(occurrences).get(word)
        or _with_uid(occurrences, word)
        or _only_one_on_day(occurrences, word)
    )


def _owners(occurrences: Iterable[EventOccurrence]) -> dict[str, EventOccurrence]:
    """Return the date that each value selects.

    If several dates match, the planned time wins over the time before a move, and that over the
    current time; then the date that was created first.
    """
    by_age = sorted(occurrences, key=lambda o: (o.meeting_id is None, o.meeting_id or 0))
    owners: dict[str, EventOccurrence] = {}
    for words_of in (_planned, _before, _now):
        for occurrence in by_age:
            for word in words_of(occurrence):
                owners.setdefault(word, occurrence)
    return owners


def _planned(occurrence: EventOccurrence) -> Iterator[str]:
    return _words(wall_clock_of(occurrence.date_key))


def _before(occurrence: EventOccurrence) -> Iterator[str]:
    moved_from = occurrence.local_previous_starts_at
    return _words(moved_from) if moved_from else iter(())


def _now(occurrence: EventOccurrence) -> Iterator[str]:
    return _words(occurrence.local_starts_at)


def _words(local: datetime | None) -> Iterator[str]:
    """Yield the values for a wall-clock time, the shortest first."""
    if local is None:
        yield UNDATED
        return
    yield local.date().isoformat()
    yield wall_clock_text(local.replace(tzinfo=None))


def _with_uid(occurrences: Iterable[EventOccurrence], word: str) -> EventOccurrence | None:
    """Return the date with that UID, with or without the ``@`` suffix it has in calendars."""
    try:
        uid = UUID(word.partition("@")[0])
    except ValueError:
        return None
    meeting_id = Meeting.objects.filter(uid=uid).values_list("pk", flat=True).first()
    return next((o for o in occurrences if meeting_id and o.meeting_id == meeting_id), None)


def _only_one_on_day(occurrences: Iterable[EventOccurrence], word: str) -> EventOccurrence | None:
    try:
        day = datetime.fromisoformat(word).date().isoformat()
    except ValueError:
        return None
    known = [o for o in occurrences if day in {*_planned(o), *_before(o), *_now(o)}]
    return known[0] if len(known) == 1 else None
