"""API values of the events that an event points to, ready for JSON."""

from ...lists.cards import EventCard
from ...lists.related import related_events
from ...lists.scopes import full_addresses
from ...models.kinds import EventKind
from ..fields import APIRequest, in_its_zone, in_utc
from ..shapes import RelatedEvent
from .hours import hours_values


def related(page: EventKind, request: APIRequest | None) -> list[RelatedEvent]:
    """Return the events that the page shows as related, in order."""
    cards = related_events([page], full_addresses(), page.shown_at)[page.pk]
    return [related_event(card) for card in cards]


def related_event(card: EventCard) -> RelatedEvent:
    """Return one of them."""
    date = card.occurrence
    hours = hours_values(date)
    return {
        "id": card.page_id,
        "title": card.title,
        "url": card.url,
        "summary": card.summary,
        "status": card.lifecycle.status.value,
        "status_label": str(card.lifecycle.status.label),
        "starts_at": in_utc(date.starts_at),
        "local_starts_at": in_its_zone(date.local_starts_at),
        "hours": hours["hours"],
        "ends_at": hours["ends_at"],
        "local_ends_at": hours["local_ends_at"],
        "timezone": date.timezone,
        "place": date.place,
    }
