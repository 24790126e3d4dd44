"""API values of the dates of one event, ready for JSON."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from ...domain.lifecycle import event_lifecycle
from ...http.addresses import at_date
from ...models.kinds import EventKind
from ...models.occurrences import EventOccurrence
from .cards import date_values, status_values


def listed_date(
    occurrence: EventOccurrence, page: EventKind, page_url: str, now: datetime
) -> dict[str, Any]:
    """Return a date of an event; its row is annotated with its UID."""
    return {
        **date_values(occurrence),
        **asdict(occurrence.location_on(page)),
        "url": at_date(page_url, occurrence.query),
        **status_values(event_lifecycle([occurrence.facts()], now)),
    }
