"""The rolling horizon: dates of rules without a near end are worked out as time goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..conf import settings
from ..domain.recurrence import horizon_end
from ..models import Event, Meeting
from .events import project_event


@dataclass(frozen=True, slots=True)
class ExtendedEvent:
    """An event whose dates were worked out further: how many are new; ``False`` if it failed."""

    event_id: int
    new_dates: int
    is_projected: bool


def extend_horizons(now: datetime) -> Iterator[ExtendedEvent]:
    """Work out the dates that have come within the horizon, one event after the other.

    Run as often as you like: an event is due only once its next date lies within the horizon,
    wherever on earth it is. Each is a transaction of its own, so that a fault in one stops no
    other.
    """
    latest = horizon_end(now.date() - timedelta(days=1), settings.HORIZON_MONTHS)
    due = Event.objects.filter(next_date__lte=latest, source__live=True).order_by("next_date", "pk")
    for event_id in list(due.values_list("pk", flat=True)):
        before = Meeting.objects.filter(event=event_id).count()
        is_projected = project_event(event_id)
        new_dates = Meeting.objects.filter(event=event_id).count() - before
        if new_dates or not is_projected:
            yield ExtendedEvent(event_id, new_dates, is_projected)
