"""What it costs to come, as schema.org says it: no more than is known.

A price stands in ``offers``, which an event has while places are to be had; whether it is free is
told at any time. To pay what one can is no price, and no promise that it is free.
"""

from decimal import Decimal
from typing import Any

from ...domain.cost import Cost
from ...enums import CostKind


def with_cost(event: dict[str, Any], cost: Cost) -> dict[str, Any]:
    """Return an event, and each of its dates, with what it costs."""
    if cost.is_free:
        return _priced(event, {"price": "0", "priceCurrency": cost.currency}, is_free=True)
    if cost.kind is CostKind.AMOUNT:
        price = {"price": str(cost.amount), "priceCurrency": cost.currency}
        return _priced(event, price, is_free=False)
    if cost.kind is CostKind.RANGE:
        ends = {"lowPrice": str(cost.amount), "highPrice": str(cost.up_to)}
        price = {"@type": "AggregateOffer", **ends, "priceCurrency": cost.currency}
        return _priced(event, price, is_free=None if cost.amount == 0 else False)
    return event


def with_price(event: dict[str, Any], amount: Decimal, currency: str) -> dict[str, Any]:
    """Return an event with the price of one place, zero if it is free, whatever its page says.

    ``currency`` is a three-letter code (ISO 4217). Call it from a site that has its prices
    elsewhere, for example in its own ticket shop.
    """
    price = {"@type": "Offer", "price": str(amount), "priceCurrency": currency}
    return _priced(event, price, is_free=amount == 0)


def _priced(
    event: dict[str, Any], price: dict[str, str], *, is_free: bool | None
) -> dict[str, Any]:
    """Return an event with a price instead of one it may have; ``None``: it depends."""
    priced = {name: value for name, value in event.items() if name != "isAccessibleForFree"}
    if is_free is not None:
        priced["isAccessibleForFree"] = is_free
    if "offers" in event:
        kept = {name: v for name, v in event["offers"].items() if name not in _OF_A_PRICE}
        said = {name: value for name, value in price.items() if value}
        priced["offers"] = {**kept, **said}
    if "subEvent" in event:
        priced["subEvent"] = [_priced(each, price, is_free=is_free) for each in event["subEvent"]]
    return priced


_OF_A_PRICE = ("price", "lowPrice", "highPrice", "priceCurrency")
