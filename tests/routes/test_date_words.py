"""One word for one date at every door: page, calendar, lists, API and structured data."""

import json
import re
from urllib.parse import urlencode

import pytest
from django.apps import apps

from tests.factories import LONDON, local, make_programme
from tests.factories import make_event as make_an_event
from tests.seo.heads import told
from wagtail_lift.actions import change_meeting
from wagtail_lift.domain.instants import zone
from wagtail_lift.models import Meeting

VERSIONS = ["v2", *(["v3"] if apps.is_installed("wagtail.api.v3") else [])]
MOVED = {"starts_at": local(2027, 6, 10, 18), "ends_at": local(2027, 6, 10, 19)}


def make_event(programme, **fields):
    """Search engines are told of events at a place only."""
    return make_an_event(programme, venue_name="The Mill", **fields)


@pytest.fixture
def programme(home):
    return make_programme(home)


def first_of(event) -> Meeting:
    return event.lift_event.meetings.order_by("pk")[0]


def second_of(event) -> Meeting:
    return event.lift_event.meetings.order_by("pk")[1]


def one_date(programme):
    event = make_event(programme)
    return event, first_of(event)


def one_of_three(programme):
    event = make_event(programme, recurrence_rule="FREQ=WEEKLY;COUNT=3")
    return event, second_of(event)


def moved(programme):
    event, meeting = one_of_three(programme)
    change_meeting(meeting, user=None, **MOVED)
    return event, second_of(event)


def only_one_moved(programme):
    event, meeting = one_date(programme)
    change_meeting(meeting, user=None, **MOVED)
    return event, first_of(event)


def beside_one_that_was_added(programme):
    event, meeting = one_of_three(programme)
    add(event, "2027-06-08T09:00")
    return event, meeting


def the_last_that_is_left(programme):
    event, meeting = one_of_three(programme)
    event.skipped_dates = json.dumps(
        [{"type": "date", "value": day} for day in ("2027-06-01", "2027-06-15")]
    )
    event.save_revision().publish()
    return event, Meeting.objects.get(pk=meeting.pk)


def with_another_hour(programme):
    event, meeting = one_of_three(programme)
    event.start_time, event.end_time = local(2027, 6, 1, 10).time(), local(2027, 6, 1, 11).time()
    event.save_revision().publish()
    return event, Meeting.objects.get(pk=meeting.pk)


def add(event, start):
    day, _, time = start.partition("T")
    value = {"start_date": day, "start_time": time, "end_date": day, "end_time": "10:00"}
    event.added_dates = json.dumps([{"type": "date", "value": value}])
    event.save_revision().publish()


DAY, MOMENT, NEW, NEW_MOMENT = "2027-06-08", "2027-06-08T12:30", "2027-06-10", "2027-06-10T18:00"
UID = "the UID"
CASES = [
    (one_date, ["2027-06-01", "2027-06-01T12:30", UID]),
    (one_of_three, [DAY, MOMENT, UID]),
    (moved, [DAY, MOMENT, NEW, NEW_MOMENT, UID]),
    (only_one_moved, ["2027-06-01", "2027-06-01T12:30", NEW, NEW_MOMENT, UID]),
    (beside_one_that_was_added, [DAY, MOMENT, UID]),
    (the_last_that_is_left, [DAY, MOMENT, UID]),
    (with_another_hour, [DAY, MOMENT, "2027-06-08T10:00", UID]),
]


def shown_by_page(client, event, query):
    return client.get(f"{event.url}{query}").context["occurrence"].meeting.uid


def told_by_structured_data(client, event, query):
    return told(client, f"{event.url}{query}")["Event"]["startDate"]


def told_by_calendar(client, event, query):
    text = b"".join(client.get(f"{event.url}ics/{query}").streaming_content).decode()
    return re.findall(r"^UID:(.*)@", text, re.M)


@pytest.mark.parametrize(("make", "words"), CASES, ids=[make.__name__ for make, _ in CASES])
def test_each_word_means_the_same_date_at_every_door(client, programme, make, words):
    event, meeting = make(programme)
    start = meeting.current_starts_at.astimezone(zone(LONDON)).isoformat()

    for word in words:
        asked = str(meeting.uid) if word == UID else word
        query = f"?{urlencode({'date': asked})}"

        assert shown_by_page(client, event, query) == meeting.uid, word
        assert told_by_calendar(client, event, query) == [str(meeting.uid)], word
        assert told_by_structured_data(client, event, query) == start, word


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("make", [make for make, _ in CASES], ids=lambda make: make.__name__)
def test_address_that_the_api_tells_leads_to_its_date(client, programme, make, version):
    event, _ = make(programme)
    uid_of = dict(event.lift_event.meetings.values_list("date_key", "uid"))

    answer = client.get(f"/api/{version}/pages/{event.pk}/").json()

    dates = {one["key"]: one["url"].partition("?") for one in answer["occurrences"]}
    assert len(set(dates.values())) == len(dates)
    if len(dates) > 1:
        queries = {key: f"?{query}" for key, (_, _, query) in dates.items()}
        assert {key: shown_by_page(client, event, q) for key, q in queries.items()} == {
            key: uid_of[key] for key in dates
        }
        assert {key: told_by_calendar(client, event, q) for key, q in queries.items()} == {
            key: [str(uid_of[key])] for key in dates
        }


@pytest.mark.parametrize("word", ["2027-12-24", "nonsense", "0" * 5000])
def test_word_that_leads_nowhere_is_said_on_the_page_and_an_empty_calendar(client, programme, word):
    event, _ = one_of_three(programme)
    query = f"?{urlencode({'date': word})}"

    page = client.get(f"{event.url}{query}")
    calendar = client.get(f"{event.url}ics/{query}")

    assert (page.status_code, page.context["dates"].is_missing) == (200, True)
    assert calendar.status_code == 200
    assert b"BEGIN:VEVENT" not in b"".join(calendar.streaming_content)


def test_uid_of_another_event_leads_nowhere(client, programme):
    event, _ = one_of_three(programme)
    other, meeting = one_date(programme)

    assert told_by_calendar(client, event, f"?date={meeting.uid}") == []
    assert told_by_calendar(client, other, f"?date={meeting.uid}@wagtail-lift") == [
        str(meeting.uid)
    ]
