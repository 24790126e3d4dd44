"""API values of what it costs to come, ready for JSON, for ``shown()`` in ``api_fields``."""

from decimal import Decimal

from ...formats.cost_words import cost_in_words
from ...models.kinds import EventKind
from ..fields import APIRequest
from ..shapes import CostFacts


def cost(page: EventKind, request: APIRequest | None) -> CostFacts:
    """Return what it costs to come, as the page shows it."""
    found = page.cost
    return {
        "kind": found.kind.value,
        "label": cost_in_words(found),
        "amount": in_digits(found.amount),
        "up_to": in_digits(found.up_to),
        "currency": found.currency,
        "note": found.note,
        "url": found.url,
    }


def cost_amount(page: EventKind, request: APIRequest | None) -> str | None:
    """Return the amount as typed."""
    return in_digits(page.cost_amount)


def cost_up_to(page: EventKind, request: APIRequest | None) -> str | None:
    """Return the upper end of the range as typed."""
    return in_digits(page.cost_up_to)


def in_digits(amount: Decimal | None) -> str | None:
    """Return an amount as text, which no reader of JSON rounds."""
    return None if amount is None else f"{amount:.2f}"
