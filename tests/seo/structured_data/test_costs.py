"""What search engines are told of the cost: no more than is known."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine

from tests.factories import make_event, make_programme, when
from tests.seo.heads import told

pytestmark = pytest.mark.django_db
BASE = "http://testserver/conversations/kindness-at-work/"
PRICE = ("@type", "price", "lowPrice", "highPrice", "priceCurrency")

KINDS = [
    ({}, None, {"@type": "Offer"}),
    ({"cost_kind": "free"}, True, {"@type": "Offer", "price": "0"}),
    (
        {"cost_kind": "free", "cost_currency": "EUR"},
        True,
        {"@type": "Offer", "price": "0", "priceCurrency": "EUR"},
    ),
    (
        {"cost_kind": "amount", "cost_amount": Decimal("12.50"), "cost_currency": "EUR"},
        False,
        {"@type": "Offer", "price": "12.50", "priceCurrency": "EUR"},
    ),
    (
        {
            "cost_kind": "range",
            "cost_amount": Decimal("5.00"),
            "cost_up_to": Decimal("9.00"),
            "cost_currency": "GBP",
        },
        False,
        {
            "@type": "AggregateOffer",
            "lowPrice": "5.00",
            "highPrice": "9.00",
            "priceCurrency": "GBP",
        },
    ),
    (
        {
            "cost_kind": "range",
            "cost_amount": Decimal("0.00"),
            "cost_up_to": Decimal("9.00"),
            "cost_currency": "GBP",
        },
        None,
        {
            "@type": "AggregateOffer",
            "lowPrice": "0.00",
            "highPrice": "9.00",
            "priceCurrency": "GBP",
        },
    ),
    (
        {"cost_kind": "pay_what_you_can", "cost_amount": Decimal("5.00"), "cost_currency": "GBP"},
        None,
        {"@type": "Offer"},
    ),
    (
        {"cost_kind": "donation", "cost_url": "https://give.example.org/"},
        True,
        {"@type": "Offer", "price": "0"},
    ),
]


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.mark.parametrize("mode", ["not_needed", "elsewhere"])
@pytest.mark.parametrize(("fields", "is_free", "offer"), KINDS)
def test_each_kind_is_told_exactly_on_the_event_and_its_dates(
    fields, is_free, offer, mode, home, client, at_noon
):
    start = when(at_noon + timedelta(days=3))
    booking = {"booking_mode": mode, "booking_url": "https://tickets.example.org/"}
    weekly = {"recurrence_rule": "FREQ=WEEKLY;COUNT=2", "venue_name": "The Kettle"}
    make_event(make_programme(home), **start, **booking, **weekly, **fields)

    event = told(client, BASE)["Event"]

    for each in (event, *event["subEvent"]):
        price = {name: each["offers"][name] for name in PRICE if name in each["offers"]}
        assert (each.get("isAccessibleForFree"), price) == (is_free, offer)


def test_what_is_free_is_told_even_where_nothing_is_on_offer(home, client, at_noon):
    start = when(at_noon - timedelta(days=3))
    make_event(make_programme(home), venue_name="The Kettle", cost_kind="free", **start)

    event = told(client, BASE)["Event"]

    assert (event["isAccessibleForFree"], "offers" in event) == (True, False)
