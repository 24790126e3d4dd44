"""API values of the times of a date: which of them count, and the end that is told."""

from typing import Any

from ...models.occurrences import EventOccurrence
from ..fields import in_its_zone, in_utc


def hours_values(occurrence: EventOccurrence) -> dict[str, Any]:
    """Return which times a date has, now and before it was moved, and its end.

    An end that is open is ``None``: what is stored is when it counts as over.
    """
    when = occurrence.when
    ends = when.ends if when else None
    return {
        "hours": str(occurrence.hours),
        "ends_at": in_utc(ends),
        "local_ends_at": in_its_zone(ends),
        "previous_hours": str(occurrence.previous_hours) if occurrence.previous_starts_at else None,
    }
