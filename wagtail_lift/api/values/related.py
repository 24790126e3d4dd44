"""API values of the events that an event points to, ready for JSON."""

from typing import Any

from ...access.privacy import only_public
from ...lists.cards import EventCard
from ...lists.related import chosen_events
from ...lists.related import related_events as cards_of
from ...lists.scopes import full_addresses
from ...models.kinds import EventKind
from ...models.page_model import get_page_model
from ..fields import APIRequest, in_its_zone, in_utc, is_read_by_an_editor
from ..shapes import RelatedEvent


def related(page: EventKind, request: APIRequest | None) -> list[RelatedEvent]:
    """Return the events that the page shows as related, in order."""
    cards = cards_of([page], full_addresses(), page.shown_at)[page.pk]
    return [related_event(card) for card in cards]


def related_event(card: EventCard) -> RelatedEvent:
    """Return one of them."""
    date = card.occurrence
    return {
        "id": card.page_id,
        "title": card.title,
        "url": card.url,
        "summary": card.summary,
        "status": card.lifecycle.status.value,
        "status_label": str(card.lifecycle.status.label),
        "starts_at": in_utc(date.starts_at),
        "ends_at": in_utc(date.ends_at),
        "local_starts_at": in_its_zone(date.local_starts_at),
        "local_ends_at": in_its_zone(date.local_ends_at),
        "timezone": date.timezone,
        "place": date.place,
    }


def related_events(page: EventKind, request: APIRequest | None) -> list[dict[str, Any]]:
    """Return the chosen events as blocks: to an editor all, to others those that all may see."""
    told: list[dict[str, Any]] = [
        {"type": block["type"], "value": block["value"], "id": block.get("id")}
        for block in page.related_events.get_prep_value()
    ]
    if is_read_by_an_editor() or not told:
        return told
    live = get_page_model()._default_manager.filter(pk__in=chosen_events(page), live=True)
    public = {*only_public(live).values_list("pk", flat=True)}
    return [block for block in told if block["value"] in public]
