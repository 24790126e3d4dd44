"""What it costs, in words."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from wagtail_lift.domain.cost import Cost
from wagtail_lift.enums import CostKind
from wagtail_lift.formats.cost_words import cost_in_words, is_currency, money


@pytest.mark.parametrize(
    ("language", "amount", "currency", "words"),
    [
        ("en", "12.50", "EUR", "€12.50"),
        ("en", "12.00", "EUR", "€12"),
        ("en-gb", "1200", "GBP", "£1,200"),
        ("de", "12.50", "EUR", "12,50\xa0€"),
        ("de", "12.00", "EUR", "12\xa0€"),
        ("de-ch", "12.50", "CHF", "CHF\xa012.50"),
        ("en", "1200", "JPY", "¥1,200"),
        ("xx", "5", "EUR", "€5"),
    ],
)
def test_amount_is_written_as_its_language_writes_it(language, amount, currency, words):
    with override(language):
        assert money(Decimal(amount), currency) == words


def test_every_kind_of_cost_has_its_words():
    five, nine = Decimal("5"), Decimal("9.50")
    with override("en"):
        words = {
            kind.value: cost_in_words(Cost(kind, five, nine, "EUR").shown) for kind in CostKind
        }
        bare = cost_in_words(Cost(CostKind.PAY_WHAT_YOU_CAN))

    assert words == {
        "": "",
        "free": "Free",
        "amount": "€5",
        "range": "€5 to €9.50",
        "pay_what_you_can": "Pay what you can, for example €5",
        "donation": "Free, donations are welcome",
    }
    assert bare == "Pay what you can"


@pytest.mark.parametrize(
    ("code", "is_known"),
    [("EUR", True), ("GBP", True), ("XQQ", False), ("", False), ("e", False)],
)
def test_currencies_are_those_of_iso_4217(code, is_known):
    assert is_currency(code) == is_known
