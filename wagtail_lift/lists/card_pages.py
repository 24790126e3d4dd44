"""Lists of events for separate front ends: complete cards, from a cursor on, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Subquery
from django.http import HttpRequest

from ..domain.caching import first_change
from ..domain.cursors import Position
from ..domain.filters import UPCOMING, ListFilters
from ..models.page_model import get_page_model
from .card_facts import CardFacts, facts_of_cards
from .cards import EventCard, event_cards
from .events import SUGGESTED, rows_in
from .lead_images import fetch_lead_images
from .rows import ListRows
from .scopes import ListScope
from .walks import ListedRow, walk


@dataclass(frozen=True, slots=True)
class CompleteCard:
    """A listed event with everything that a front end shows of it, and the part that lists it."""

    part: str
    card: EventCard
    facts: CardFacts


@dataclass(frozen=True, slots=True)
class CardPage:
    """Some cards of a list; ``last`` is where it goes on, ``None`` at its end.

    ``next_change`` is the earliest instant at which the clock may change the list or its cards.
    If nothing is found, ``suggestions`` holds what the page of the list suggests.
    """

    items: Sequence[CompleteCard]
    last: Position | None
    next_change: datetime | None
    suggestions: Sequence[CompleteCard] = ()


def list_cards(
    scope: ListScope,
    request: HttpRequest | None,
    now: datetime,
    filters: ListFilters,
    *,
    after: Position | None = None,
    limit: int,
) -> CardPage:
    """Return up to ``limit`` cards of a list, in the order in which its pages show them."""
    rows = rows_in(scope, request, now, filters)
    walked = walk(rows, after, limit)
    cards = complete_cards(walked.rows, rows, scope)
    offered: Sequence[CompleteCard] = ()
    if not cards and after is None and (filters.when or filters.from_day or filters.to_day):
        next_ones = replace(rows, filters=filters.without_dates().on_page(1, UPCOMING))
        offered = complete_cards(walk(next_ones, None, SUGGESTED).rows, next_ones, scope)
    instants = {listed.card.lifecycle.status_until for listed in (*cards, *offered)}
    until = first_change({*instants, *_changes(rows)}, now)
    return CardPage(cards, walked.last, until, offered)


def complete_cards(
    listed: Sequence[ListedRow], rows: ListRows, scope: ListScope
) -> list[CompleteCard]:
    """Return the complete cards of rows; the number of queries does not grow with them."""
    occurrences = [row.occurrence for row in listed]
    fetch_lead_images(occurrences)
    cards = event_cards(occurrences, scope.addresses, rows)
    facts = facts_of_cards(cards, scope.addresses, rows.now)
    return [
        CompleteCard(row.part, card, facts[card.page_id])
        for row, card in zip(listed, cards, strict=True)
    ]


def _changes(rows: ListRows) -> set[datetime | None]:
    """Return when a row of the list next ends or expires, or may get another status; one query."""
    now = rows.now
    matching = rows.matching().order_by()
    columns = ["ends_at", "expires_at"]
    if rows.filters.status:
        columns += ["starts_at", "booking_opens_at", "booking_closes_at", "pack_opens_at"]
    instants = [
        Subquery(matching.filter(**{f"{name}__gt": now}).order_by(name).values(name)[:1])
        for name in columns
    ]
    pages = get_page_model()._default_manager.order_by()
    found: set[datetime | None] = set(pages.values_list(*instants)[:1].get())
    return found
