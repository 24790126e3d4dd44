"""What a cell of a table says of the cost; words that are not understood are kept as words."""

import re
from decimal import Decimal, InvalidOperation

from ..enums import CostKind
from ..formats.cost_words import is_currency

FREE = (
    "0",
    "free",
    "free of charge",
    "no charge",
    "frei",
    "eintritt frei",
    "kostenlos",
    "kostenfrei",
    "gratis",
)
_SIGNS = {"€": "EUR", "euro": "EUR", "£": "GBP"}
_AMOUNT = r"(\d{1,8}(?:[.,]\d{1,2})?)(?:,-)?"
_CURRENCY = r"([A-Za-z]{3,4}|[€£])?"
_COST = re.compile(
    rf"{_CURRENCY}\s*{_AMOUNT}\s*(?:[€£]\s*)?(?:(?:-|–|to|bis)\s*[€£]?\s*{_AMOUNT}\s*)?{_CURRENCY}"
)


def read_cost(cell: str) -> dict[str, str]:
    """Return the fields of an event: free, an amount or a range; else the cell as a note.

    Without a currency it is that of the programme.
    """
    if cell.casefold().strip(" .!") in FREE:
        return {"cost_kind": CostKind.FREE.value}
    found = _COST.fullmatch(cell.strip())
    if found is None:
        return {"cost_note": cell}
    before, lowest, highest, after = found.groups()
    sign = (after or before or ("€" if "€" in cell else "£" if "£" in cell else "")).casefold()
    currency = _SIGNS.get(sign, sign.upper())
    amounts = [_amount(text) for text in (lowest, highest) if text]
    if None in amounts or (currency and not is_currency(currency)):
        return {"cost_note": cell}
    told = {"cost_kind": CostKind.AMOUNT.value, "cost_amount": str(amounts[0])}
    if len(amounts) > 1:
        told |= {"cost_kind": CostKind.RANGE.value, "cost_up_to": str(amounts[1])}
    elif not amounts[0]:
        return {"cost_kind": CostKind.FREE.value}
    return {**told, "cost_currency": currency} if currency else told


def _amount(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
