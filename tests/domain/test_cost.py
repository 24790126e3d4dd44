"""What must be said of a cost, and what counts of it."""

from decimal import Decimal

import pytest

from wagtail_lift.domain.cost import Cost, cost_problems
from wagtail_lift.enums import CostKind, Problem

URL = "https://give.example.org/"
FREE, AMOUNT, RANGE = CostKind.FREE, CostKind.AMOUNT, CostKind.RANGE
AS_YOU_CAN, DONATION = CostKind.PAY_WHAT_YOU_CAN, CostKind.DONATION


def cost(kind, amount=None, up_to=None, currency="", **fields):
    """Return a cost whose amounts are given as text."""
    amounts = [None if given is None else Decimal(given) for given in (amount, up_to)]
    return Cost(kind, *amounts, currency, **fields)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (Cost(), {}),
        (cost(FREE, "-1", currency="?"), {}),
        (cost(AMOUNT, "5", currency="EUR"), {}),
        (
            cost(AMOUNT),
            {"cost_amount": Problem.COST_MISSING, "cost_currency": Problem.CURRENCY_MISSING},
        ),
        (cost(AMOUNT, "0", currency="EUR"), {"cost_amount": Problem.COST_TOO_LOW}),
        (cost(AMOUNT, "-5", currency="EUR"), {"cost_amount": Problem.COST_NEGATIVE}),
        (cost(AMOUNT, "5"), {"cost_currency": Problem.CURRENCY_MISSING}),
        (cost(AMOUNT, "5", currency="XQQ"), {"cost_currency": Problem.CURRENCY_UNKNOWN}),
        (cost(RANGE, "0", "10", "EUR"), {}),
        (cost(RANGE, "5", None, "EUR"), {"cost_up_to": Problem.COST_MISSING}),
        (cost(RANGE, None, "5", "EUR"), {"cost_amount": Problem.COST_MISSING}),
        (cost(RANGE, "10", "5", "EUR"), {"cost_up_to": Problem.COST_ENDS_LOW}),
        (cost(RANGE, "5", "5", "EUR"), {"cost_up_to": Problem.COST_ENDS_LOW}),
        (cost(RANGE, "-5", "5", "EUR"), {"cost_amount": Problem.COST_NEGATIVE}),
        (cost(AS_YOU_CAN), {}),
        (cost(AS_YOU_CAN, "0", currency="EUR"), {}),
        (cost(AS_YOU_CAN, "8"), {"cost_currency": Problem.CURRENCY_MISSING}),
        (cost(AS_YOU_CAN, "-8", currency="EUR"), {"cost_amount": Problem.COST_NEGATIVE}),
        (cost(DONATION, url=URL), {}),
        (cost(DONATION), {"cost_url": Problem.DONATION_URL_MISSING}),
    ],
)
def test_each_kind_needs_what_it_is_made_of(typed, found):
    problems = cost_problems(typed, is_currency_known=typed.currency == "EUR")

    assert {item.field: item.problem for item in problems} == found


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (cost(FREE, "5", "9", "EUR", note="Tea"), cost(FREE, currency="EUR", note="Tea")),
        (cost(CostKind.NOT_SAID, "5", "9", "EUR"), Cost()),
        (cost(AMOUNT, "5", "9", "EUR"), cost(AMOUNT, "5", currency="EUR")),
        (cost(RANGE, "5", "9", "EUR"), cost(RANGE, "5", "9", "EUR")),
        (cost(AS_YOU_CAN, None, "9", "EUR"), cost(AS_YOU_CAN)),
        (cost(DONATION, "5", currency="EUR"), cost(DONATION, currency="EUR")),
        (cost(AMOUNT, note="Tea"), Cost(note="Tea")),
        (cost(RANGE, "9", "5", "EUR", url=URL), Cost(url=URL)),
    ],
)
def test_readers_see_what_belongs_to_the_kind_and_nothing_of_half_a_cost(typed, shown):
    assert typed.shown == shown


@pytest.mark.parametrize(("kind", "is_free"), [(k, k in (FREE, DONATION)) for k in CostKind])
def test_only_what_nobody_has_to_pay_is_free(kind, is_free):
    assert Cost(kind).is_free == is_free


@pytest.mark.parametrize(
    ("given", "is_said"),
    [(Cost(), False), (Cost(note="Tea"), True), (Cost(url=URL), True), (Cost(FREE), True)],
)
def test_a_cost_is_said_by_its_kind_or_its_words(given, is_said):
    assert given.is_said == is_said
