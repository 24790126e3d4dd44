"""The end of booking is the same wherever it is said: page, search engines, API, caches."""

import json
from datetime import UTC, date, time

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.cache import cache

from tests.factories import local, make_event, make_programme, meeting_of
from wagtail_lift.actions import change_meeting
from wagtail_lift.domain.caching import changes_of_meeting
from wagtail_lift.domain.lifecycle import booking_state
from wagtail_lift.enums import BookingState
from wagtail_lift.models import EventOccurrence

STARTS, ENDS = local(2027, 6, 1, 18), local(2027, 6, 1, 22)
MORNING = local(2027, 6, 1, 9)
BOOKED = {
    "booking_mode": "elsewhere",
    "booking_url": "https://tickets.example.org/1",
    "start_date": date(2027, 6, 1),
    "start_time": time(18),
    "end_time": time(22),
    "timezone": "Europe/London",
    "venue_name": "The Mill",
}
AT_THE_END = {"booking_closes_date": date(2027, 6, 1), "booking_closes_time": time(21)}


def said_by_the_page(client, event):
    html = BeautifulSoup(client.get(event.url).content, "html.parser")
    found = html.select_one(".lift-next__window time")
    return found and found["datetime"]


def said_to_search_engines(client, event):
    html = BeautifulSoup(client.get(event.url).content, "html.parser")
    scripts = [json.loads(s.string) for s in html.select("script[type='application/ld+json']")]
    graphs = [node for data in scripts for node in data.get("@graph", [data])]
    (described,) = [node for node in graphs if "startDate" in node]
    return described["offers"]["validThrough"]


def said_by_the_api(client, event):
    found = client.get(f"/api/v2/events/{event.pk}/").json()
    return found["occurrences"][0]["booking_closes_at"]


@pytest.mark.parametrize(
    ("fields", "moved_end", "closes_at"),
    [
        (AT_THE_END, None, local(2027, 6, 1, 21)),
        (AT_THE_END, local(2027, 6, 1, 20), local(2027, 6, 1, 20)),
        ({"booking_closes_date": date(2027, 6, 1)}, None, ENDS),
        ({"booking_closes_before": 1, "booking_closes_unit": "hours"}, None, local(2027, 6, 1, 17)),
        ({}, None, STARTS),
    ],
)
def test_end_of_booking_is_the_same_everywhere(home, client, fields, moved_end, closes_at):
    cache.clear()
    with time_machine.travel(MORNING, tick=False):
        event = make_event(make_programme(home), **BOOKED, **fields)
        if moved_end:
            change_meeting(meeting_of(event), starts_at=STARTS, ends_at=moved_end, user=None)
        facts = EventOccurrence.objects.get().facts()

        on_page = said_by_the_page(client, event)
        to_search_engines = said_to_search_engines(client, event)
        in_api = said_by_the_api(client, event)

    assert on_page == (closes_at.isoformat() if fields else None)
    assert to_search_engines == closes_at.isoformat()
    assert in_api == closes_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    assert closes_at in changes_of_meeting(facts)
    assert booking_state(facts, closes_at) in (BookingState.CLOSED, BookingState.OVER)
