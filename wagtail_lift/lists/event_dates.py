"""The dates of one event, in parts and from a cursor on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from ..domain.caching import changes_of_meeting, first_change
from ..domain.cursors import Position
from ..domain.filters import ListFilters
from ..models.kinds import EventKind, is_kind
from ..models.occurrences import EventOccurrence
from ..models.page_model import get_page_model
from .rows import ListRows
from .scopes import ListScope
from .visibility import visible_in
from .walks import walk

MOST_DATES = 20
"""How many dates of an event are told at once, unless more are asked for."""


@dataclass(frozen=True, slots=True)
class EventDates:
    """Some dates of one part: those to come, soonest first, or past ones, latest first.

    ``last`` is where they go on, ``next_change`` when the clock next changes them.
    """

    page: EventKind
    occurrences: Sequence[EventOccurrence]
    last: Position | None
    next_change: datetime | None


def dates_of_event(
    key: int,
    scope: ListScope,
    request: HttpRequest | None,
    now: datetime,
    *,
    when: str,
    after: Position | None = None,
    limit: int = MOST_DATES,
) -> EventDates | None:
    """Return dates of the event page with a key; ``None`` if this reader sees none in the scope."""
    visible = visible_in(scope, request).only_on([key])
    page = get_page_model()._default_manager.filter(scope.within(), pk=key).first()
    if not is_kind(page, EventKind) or not visible.page_by_page.exists():
        return None
    filters = ListFilters(when=when, each_date=True)
    found = walk(ListRows(visible, filters, now, scope.timezone), after, limit)
    shown = [row.occurrence for row in found.rows]
    changes = {at for date in shown for at in changes_of_meeting(date.facts())}
    whole: EventKind = page.specific
    return EventDates(whole, shown, found.last, first_change(changes, now))
