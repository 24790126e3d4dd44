"""An event names the key of the date that its status, start and end describe."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event
from wagtail_lift.actions import cancel_meeting

V2, V3 = "/api/v2/events/{}/", "/api/v3/pages/{}/"
VERSIONS = [V2, *([V3] if apps.is_installed("wagtail.api.v3") else [])]


def read(client, address, event):
    answer = client.get(address.format(event.pk))
    assert answer.status_code == 200
    return answer.json()


@pytest.mark.parametrize("address", VERSIONS)
def test_date_that_is_not_cancelled_is_named(programme, client, superuser, address):
    event = make_event(programme, recurrence_rule="FREQ=WEEKLY;COUNT=3")
    cancel_meeting(event.lift_event.meetings.order_by("starts_at").first(), user=superuser)

    answer = read(client, address, event)

    named = {date["key"]: date for date in answer["occurrences"]}[answer["date_key"]]
    assert answer["date_key"] == "2027-06-08T12:30"
    facts = ("status", "stage", "booking_state", "starts_at", "ends_at")
    assert [answer[name] for name in facts] == [named[name] for name in facts]


@pytest.mark.parametrize("address", VERSIONS)
def test_event_without_a_date_has_an_empty_key(programme, client, address):
    undated = dict.fromkeys(("start_date", "start_time", "end_date", "end_time"))
    event = make_event(programme, **undated)

    answer = read(client, address, event)

    assert (answer["date_key"], answer["starts_at"]) == ("", None)
    assert [date["key"] for date in answer["occurrences"]] == [""]


def test_list_of_version_2_names_it_without_a_query_for_each(programme, client):
    numbers = []
    for number in range(3):
        make_event(programme, f"Event {number}")
        with CaptureQueriesContext(connection) as captured:
            found = client.get("/api/v2/events/?fields=_,date_key").json()["items"]
        numbers.append(len(captured))

    assert [item["date_key"] for item in found] == ["2027-06-01T12:30"] * 3
    assert numbers[0] >= numbers[1] == numbers[2]
