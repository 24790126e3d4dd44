"""The rolling horizon: work out the dates of open-ended rules as time passes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..conf import settings
from ..domain.recurrence import horizon_end
from ..models import Event, Meeting
from .events import project_event


@dataclass(frozen=True, slots=True)
class ExtendedEvent:
    """An event whose dates were extended: how many are new, and whether projecting it worked."""

    event_id: int
    new_dates: int
    is_projected: bool


def extend_horizons(now: datetime) -> Iterator[ExtendedEvent]:
    """Make the dates that have come within the horizon, one event after the other.

    Idempotent: an event is due only once its next date is within the horizon in every time zone.
    Each event has its own transaction, so that a fault in one stops no other.
    """
    latest = horizon_end(now.date() - timedelta(days=1), settings.HORIZON_MONTHS)
    due = Event.objects.filter(next_date__lte=latest, source__live=True).order_by("next_date", "pk")
    for event_id in list(due.values_list("pk", flat=True)):
        before = Meeting.objects.filter(event=event_id).count()
        is_projected = project_event(event_id)
        new_dates = Meeting.objects.filter(event=event_id).count() - before
        if new_dates or not is_projected:
            yield ExtendedEvent(event_id, new_dates, is_projected)
