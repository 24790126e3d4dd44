"""Search engines are told no place and no price that nobody named."""

from datetime import timedelta

import pytest
import time_machine

from tests.factories import make_event, make_pack, make_programme, when
from tests.seo.heads import told
from wagtail_lift.enums import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home):
    return make_programme(home)


def test_event_in_person_without_a_place_is_not_told(programme, client, at_noon):
    event = make_event(programme, attendance_mode="in_person", **when(at_noon + timedelta(days=7)))
    pack = make_pack(event, event=event, opens_early=True)

    assert "Event" not in told(client, event.url)
    assert "recordedAt" not in told(client, pack.url)["CreativeWork"]
    notices = {notice.notice for notice in event.get_editor_notices(at_noon)}
    assert Notice.NO_PLACE in notices


@pytest.mark.parametrize(
    "place",
    [
        {"attendance_mode": "in_person", "venue_address": "1 High Street"},
        {"attendance_mode": "online"},
        {"attendance_mode": "both"},
    ],
)
def test_event_with_a_place_of_any_kind_is_told(programme, client, at_noon, place):
    event = make_event(programme, **place, **when(at_noon + timedelta(days=7)))

    assert "location" in told(client, event.url)["Event"]
    notices = {notice.notice for notice in event.get_editor_notices(at_noon)}
    assert Notice.NO_PLACE not in notices


@pytest.mark.parametrize("mode", ["elsewhere", "not_needed"])
def test_nothing_says_that_an_event_is_free(programme, client, at_noon, mode):
    booking = {"booking_mode": mode, "booking_url": "https://tickets.example.org/"}
    fields = {**when(at_noon + timedelta(days=7)), "venue_name": "The Kettle", **booking}
    event = make_event(programme, **fields)

    found = told(client, event.url)["Event"]

    assert "isAccessibleForFree" not in found
    assert found.get("offers", {}).keys().isdisjoint({"price", "priceCurrency"})
