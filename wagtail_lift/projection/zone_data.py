"""New time zone data: meetings that have not ended keep their wall-clock time; instants move."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from ..domain.instants import is_timezone
from ..events.identity import lock_events
from ..models import Meeting
from .events import project_event

CHUNK = 500
"""Meetings fetched at once."""

_CLOCK = (
    "date_key",
    "planned_end",
    "moved_start",
    "moved_end",
    "previous_start",
    "timezone",
    "starts_at",
    "ends_at",
    "moved_starts_at",
    "moved_ends_at",
    "previous_starts_at",
)
_DERIVED = _CLOCK[6:]


@dataclass(frozen=True, slots=True)
class CorrectedEvent:
    """An event with corrected instants: how many meetings, and in which time zones."""

    event_id: int
    meetings: int
    timezones: tuple[str, ...]
    is_projected: bool


def follow_zone_data(now: datetime) -> Iterator[CorrectedEvent]:
    """Recalculate the instants of meetings that have not ended where zone data has changed.

    Wall-clock times are the truth, even for moved meetings. Meetings that have ended are history
    and keep their instants. Each event has its own transaction; idempotent.
    """
    meetings = _clocks(now).iterator(chunk_size=CHUNK)
    wrong = {meeting.event_id for meeting in meetings if _derive(meeting)}
    for event_id in sorted(wrong):
        with transaction.atomic():
            lock_events([event_id])
            corrected = [m for m in _clocks(now).filter(event=event_id) if _derive(m)]
            for meeting in corrected:
                meeting.sequence += 1
                meeting.modified_at = max(now, meeting.modified_at)
                meeting.save(update_fields=[*_DERIVED, "sequence", "modified_at"])
        timezones = tuple(sorted({meeting.timezone for meeting in corrected}))
        yield CorrectedEvent(event_id, len(corrected), timezones, project_event(event_id))


def unknown_timezones(now: datetime) -> list[str]:
    """Return the time zones of future meetings that this process's zone data does not know."""
    zones = Meeting.objects.to_begin(now).order_by().values_list("timezone", flat=True).distinct()
    return sorted(name for name in zones if not is_timezone(name))


def _clocks(now: datetime) -> QuerySet[Meeting]:
    found = Meeting.objects.to_end(now).order_by("pk")
    return found.only("event", "sequence", "modified_at", *_CLOCK)


def _derive(meeting: Meeting) -> bool:
    """Derive the instants of a meeting, without saving; return whether they changed.

    A time zone that this process does not know changes nothing.
    """
    if not is_timezone(meeting.timezone):
        return False
    before = [getattr(meeting, name) for name in _DERIVED]
    meeting.derive_instants()
    return before != [getattr(meeting, name) for name in _DERIVED]
