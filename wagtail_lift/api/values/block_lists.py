"""API values of the block that lists events: the cards that the page shows."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import AbstractPage

from ...lists.block_lists import cards_of_block
from ..fields import APIRequest
from .cards import card_values


def items_of_block(
    programme: AbstractPage | None, what: str, count: int, request: APIRequest | None
) -> list[dict[str, Any]]:
    """Return the cards that this reader sees in the block; none of an unpublished programme."""
    if programme is None or not programme.live:
        return []
    asked: HttpRequest | None = getattr(request, "_request", request)
    cards, scope = cards_of_block(programme, what, count, asked, timezone.now())
    return [card_values(card, scope) for card in cards]
