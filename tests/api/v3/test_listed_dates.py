"""The dates of one event."""

from datetime import timedelta
from itertools import chain

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import make_event, when
from wagtail_lift.models import EventOccurrence


@pytest.fixture
def daily(programme, now):
    """An event that takes place each day for seven weeks, of which three have passed."""
    start = now - timedelta(days=21)
    return make_event(
        programme, "Daily", venue_name="Hall", recurrence_rule="FREQ=DAILY;COUNT=49", **when(start)
    )


def pages_of(path, caller):
    found = []
    while path:
        status, answer = caller("get", path)
        assert status == 200, answer
        found.append([item["key"][:10] for item in answer["items"]])
        path = answer["next"] and answer["next"].partition("/api/v3/")[2]
    return found


def test_dates_to_come_are_told_by_twenty_and_past_ones_apart(daily, anybody):
    rows = EventOccurrence.objects.order_by("starts_at").values_list("date_key", flat=True)
    days = [key[:10] for key in rows]

    to_come = pages_of(f"lift/events/{daily.pk}/dates/", anybody)
    past = pages_of(f"lift/events/{daily.pk}/dates/?when=past&limit=15", anybody)

    ended = sum(map(len, past))
    assert [len(page) for page in to_come] == [20, 49 - ended - 20]
    assert [*reversed([*chain(*past)]), *chain(*to_come)] == days


def test_date_is_told_with_its_identities_and_its_place(daily, anybody):
    _, answer = anybody("get", f"lift/events/{daily.pk}/dates/?limit=1")

    row = EventOccurrence.objects.select_related("meeting").get(date_key="2026-11-23T12:00")
    assert answer["event"] == {
        "id": daily.pk,
        "type": "wagtail_lift_pages.EventPage",
        "title": "Daily",
        "url": "http://testserver/conversations/daily/",
    }
    assert answer["items"] == [
        {
            "key": "2026-11-23T12:00",
            "uid": f"{row.meeting.uid}@wagtail-lift",
            "url": "http://testserver/conversations/daily/?date=2026-11-23",
            "status": "happening_now",
            "status_label": "Happening now",
            "status_sentence": "This event is happening now.",
            "status_until": "2026-11-23T14:00:00Z",
            "stage": "happening_now",
            "booking_state": "not_needed",
            "starts_at": "2026-11-23T12:00:00Z",
            "ends_at": "2026-11-23T14:00:00Z",
            "local_starts_at": "2026-11-23T12:00:00+00:00",
            "local_ends_at": "2026-11-23T14:00:00+00:00",
            "timezone": "Europe/London",
            "hours": "start_and_end",
            "previous_starts_at": None,
            "previous_hours": None,
            "local_previous_starts_at": None,
            "booking_opens_at": None,
            "booking_closes_at": None,
            "attendance_mode": "in_person",
            "attendance_mode_label": "In person",
            "place": "Hall",
            "is_elsewhere": False,
            "public_note": "",
            "venue_name": "Hall",
            "venue_address": "",
            "map_url": "",
            "platform_name": "",
            "latitude": None,
            "longitude": None,
        }
    ]


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "programme", "unknown", "huge"])
def test_dates_of_what_is_not_for_everybody_are_not_found(daily, programme, anybody, hide):
    key = {"programme": programme.pk, "unknown": 999999, "huge": 10**30}.get(hide, daily.pk)
    if hide == "unpublish":
        daily.unpublish()
    if hide == "restrict":
        PageViewRestriction.objects.create(page=programme, restriction_type="login")

    assert anybody("get", f"lift/events/{key}/dates/")[0] == 404


def test_reader_with_a_token_sees_the_dates_that_a_login_opens(
    daily, programme, client_of, visitor
):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")

    assert client_of(visitor)("get", f"lift/events/{daily.pk}/dates/")[0] == 200


@pytest.mark.parametrize("query", ["tag=x", "when=soon", "cursor=x", "limit=0", "each=date"])
def test_parameter_that_means_nothing_is_named(daily, anybody, query):
    status, answer = anybody("get", f"lift/events/{daily.pk}/dates/?{query}")

    assert (status, answer["errors"][0]["loc"]) == (400, [query.partition("=")[0]])
