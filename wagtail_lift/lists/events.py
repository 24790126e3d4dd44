"""Lists of events below a programme; they only read occurrences and facets."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..conf import settings
from ..domain.filters import PAST, UPCOMING, ListFilters, parse_filters
from ..http.addresses import Addresses, addresses_below
from ..models.hosts import AbstractHostProfile
from ..models.occurrences import EventOccurrence
from .cards import EventCard, event_cards
from .lead_images import fetch_lead_images
from .rows import ListRows, with_path
from .scopes import ListScope, programme_zone, scope_of_programme
from .searches import found_in_scope
from .visibility import occurrences_below, visible_in

__all__ = [
    "EventListing",
    "Slice",
    "list_events",
    "list_rows",
    "listed_cards",
    "next_events",
    "occurrences_below",
    "programme_zone",
    "rows_in",
]

NEXT = ListFilters(when=UPCOMING)
SUGGESTED = 3
"""Events suggested when the filters find none."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list. Nothing is counted: one extra row shows whether there are more.

    ``previous_query`` and ``next_query`` are the query strings of the adjacent pages.
    """

    items: Sequence[Any] = ()
    number: int = 1
    has_next: bool = False
    previous_query: str = ""
    next_query: str = ""

    @property
    def has_previous(self) -> bool:
        """Return whether a page comes before this one."""
        return self.number > 1


@dataclass(frozen=True, slots=True)
class EventListing:
    """The events of a list: upcoming ones, soonest first, and past ones, latest first.

    If nothing is found, ``suggestions`` holds the next events with the same filters without days.
    """

    upcoming: Slice
    past: Slice
    filters: ListFilters = field(default_factory=ListFilters)
    suggestions: Sequence[EventCard] = ()

    @property
    def when(self) -> str:
        """Return the requested part (``upcoming`` or ``past``), empty for both."""
        return self.filters.when

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was found."""
        return not self.upcoming.items and not self.past.items

    @property
    def found_nothing(self) -> bool:
        """Return whether the list is empty because of filters."""
        return self.is_empty and self.filters.narrows

    @property
    def shows_upcoming(self) -> bool:
        """Return whether to show the upcoming part: with events, or to say there are none."""
        is_wanted = self.when == UPCOMING or (not self.when and not self.filters.narrows)
        return bool(self.upcoming.items) or (is_wanted and not self.found_nothing)

    @property
    def shows_past(self) -> bool:
        """Return whether to show the past part."""
        return bool(self.past.items) or (self.when == PAST and not self.found_nothing)

    @property
    def is_long(self) -> bool:
        """Return whether a part has more pages, or filters narrow the list."""
        parts = (self.upcoming, self.past)
        return self.filters.narrows or any(p.has_previous or p.has_next for p in parts)


def list_events(
    programme: AbstractPage,
    request: HttpRequest,
    now: datetime,
    *,
    host: AbstractHostProfile | None = None,
) -> EventListing:
    """Return the events below a programme that match the URL, only those of ``host`` if given.

    ``docs/reference/lists.md`` documents the parameters; invalid values are ignored. Each event is
    listed once in each part, unless the URL asks for dates.
    """
    asked = parse_filters(dict(request.GET.lists()))
    asked = asked if host is None else replace(asked, host=())
    filters = asked if host is None else replace(asked, host=(str(host.translation_key),))
    rows = list_rows(programme, request, now, filters)
    number = filters.page if filters.when else 1
    upcoming = _slice(rows.part(UPCOMING), asked, number, UPCOMING)
    past = _slice(rows.part(PAST), asked, number, PAST)
    addresses = addresses_below(programme, request)
    cards = _cards([*upcoming.items, *past.items], rows, addresses)
    count = len(upcoming.items)
    listing = EventListing(
        replace(upcoming, items=cards[:count]), replace(past, items=cards[count:]), asked
    )
    if not listing.is_empty or number > 1 or not (asked.when or asked.from_day or asked.to_day):
        return listing
    without_days = replace(rows, filters=filters.without_dates())
    return replace(listing, suggestions=_first_cards(without_days, UPCOMING, SUGGESTED, addresses))


def listed_cards(listing: EventListing | None) -> list[EventCard]:
    """Return every card that a list shows; ``None`` has none."""
    if listing is None:
        return []
    return [*listing.upcoming.items, *listing.past.items, *listing.suggestions]


def next_events(
    programme: AbstractPage,
    request: HttpRequest | None,
    now: datetime,
    *,
    count: int,
    filters: ListFilters = NEXT,
) -> list[EventCard]:
    """Return the first ``count`` events of one part (``filters.when``), each once."""
    rows = list_rows(programme, request, now, filters)
    return _first_cards(rows, filters.when or UPCOMING, count, addresses_below(programme, request))


def list_rows(
    programme: AbstractPage, request: HttpRequest | None, now: datetime, filters: ListFilters
) -> ListRows:
    """Return the occurrences below a programme that match the filters and the reader may see."""
    return rows_in(scope_of_programme(programme, request), request, now, filters)


def rows_in(
    scope: ListScope, request: HttpRequest | None, now: datetime, filters: ListFilters
) -> ListRows:
    """Return the occurrences of a scope that match the filters and the reader may see."""
    visible = visible_in(scope, request)
    if filters.q:
        visible = visible.only_on(found_in_scope(scope, filters.q))
    return ListRows(visible, filters, now, scope.timezone)


def _slice(
    rows: QuerySet[EventOccurrence] | None, filters: ListFilters, number: int, when: str
) -> Slice:
    if rows is None:
        return Slice(number=number)
    size = settings.PAGE_SIZE
    start = (number - 1) * size
    found = list(with_path(rows)[start : start + size + 1])
    return Slice(
        found[:size],
        number,
        len(found) > size,
        filters.on_page(number - 1, when).query,
        filters.on_page(number + 1, when).query,
    )


def _first_cards(rows: ListRows, when: str, count: int, addresses: Addresses) -> list[EventCard]:
    part = rows.part(when)
    found = with_path(part)[:count] if part is not None else ()
    return _cards(list(found), rows, addresses)


def _cards(
    occurrences: Sequence[EventOccurrence], rows: ListRows, addresses: Addresses
) -> list[EventCard]:
    fetch_lead_images(occurrences)
    return event_cards(occurrences, addresses, rows)
