"""What a table says of the cost."""

import pytest

from wagtail_lift.imports.csv_costs import read_cost


def amount(given, currency=""):
    """Return the fields of an amount."""
    told = {"cost_kind": "amount", "cost_amount": given}
    return {**told, "cost_currency": currency} if currency else told


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Free", {"cost_kind": "free"}),
        ("Eintritt frei!", {"cost_kind": "free"}),
        ("0", {"cost_kind": "free"}),
        ("0,00 €", {"cost_kind": "free"}),
        ("12.50", amount("12.50")),
        ("12,50 €", amount("12.50", "EUR")),
        ("€12.50", amount("12.50", "EUR")),
        ("£5", amount("5", "GBP")),
        ("5 Euro", amount("5", "EUR")),
        ("chf 20", amount("20", "CHF")),
        ("5,- €", amount("5", "EUR")),
        (
            "5–12.50 EUR",
            {
                "cost_kind": "range",
                "cost_amount": "5",
                "cost_up_to": "12.50",
                "cost_currency": "EUR",
            },
        ),
        (
            "£5 to £8",
            {"cost_kind": "range", "cost_amount": "5", "cost_up_to": "8", "cost_currency": "GBP"},
        ),
        ("5 XQQ", {"cost_note": "5 XQQ"}),
        ("5 euro, concessions 3", {"cost_note": "5 euro, concessions 3"}),
        ("-5 EUR", {"cost_note": "-5 EUR"}),
    ],
)
def test_cost_is_read_where_it_is_clear_and_kept_as_words_where_not(cell, told):
    assert read_cost(cell) == told
