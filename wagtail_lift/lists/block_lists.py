"""The list that a block shows of a programme: which events, and their complete cards."""

from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..domain.filters import PAST, UPCOMING, ListFilters
from ..enums import Status
from .card_pages import CompleteCard, list_cards
from .scopes import ListScope, full_addresses, scope_of_programme

NEXT = ListFilters(when=UPCOMING)
OPEN_INSIGHTS = ListFilters(when=PAST, status=(Status.INSIGHTS_OPEN.value,))


def filters_of(what: str) -> ListFilters:
    """Return which events a block shows: ``past`` ones with open insights, else the next ones."""
    return OPEN_INSIGHTS if what == PAST else NEXT


def cards_of_block(
    programme: AbstractPage, what: str, count: int, request: HttpRequest | None, now: datetime
) -> tuple[list[CompleteCard], ListScope]:
    """Return the complete cards that a block shows to this reader, with their scope."""
    scope = replace(scope_of_programme(programme, request), addresses=full_addresses())
    found = list_cards(scope, request, now, filters_of(what), limit=count)
    return list(found.items), scope
