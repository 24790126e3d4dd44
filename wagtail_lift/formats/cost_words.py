"""What it costs to come, in the words of the active language."""

from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency
from babel.numbers import is_currency as is_currency_of_babel
from django.utils.translation import get_language, gettext

from ..domain.cost import Cost
from ..enums import CostKind


def cost_in_words(cost: Cost) -> str:
    """Return a cost that is shown, such as "€5 to €12.50"; empty if it is not said."""
    if cost.kind is CostKind.NOT_SAID:
        return ""
    amount = None if cost.amount is None else money(cost.amount, cost.currency)
    if cost.kind is CostKind.AMOUNT and amount:
        return amount
    if cost.kind is CostKind.RANGE and amount and cost.up_to is not None:
        up_to = money(cost.up_to, cost.currency)
        return gettext("%(lowest)s to %(highest)s") % {"lowest": amount, "highest": up_to}
    if cost.kind is CostKind.PAY_WHAT_YOU_CAN and amount:
        return gettext("Pay what you can, for example %(amount)s") % {"amount": amount}
    return str(cost.kind.label)


def money(amount: Decimal, currency: str) -> str:
    """Return an amount as the active language writes it; a whole amount without decimals."""
    locale = _locale()
    if amount != amount.to_integral_value():
        return str(format_currency(amount, currency, locale=locale))
    whole = locale.currency_formats["standard"].pattern.replace(".00", "")
    return str(format_currency(amount, currency, whole, locale, currency_digits=False))


def is_currency(code: str) -> bool:
    """Return whether this is the code of a currency in ISO 4217."""
    return bool(is_currency_of_babel(code))


def _locale() -> Locale:
    """Return the active language as CLDR knows it, English if it does not."""
    code = get_language() or "en"
    for known in (code, code.partition("-")[0]):
        try:
            return Locale.parse(known, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")
