"""Months and filters of a list."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import local, make_event, make_programme, when
from wagtail_lift.models import Meeting


@pytest.fixture
def talk(programme):
    return make_event(
        programme, "Talk", topics=["kindness"], **when(local(2026, 11, 10, 23), hours=2)
    )


def test_month_has_its_days_and_its_neighbours(talk, event, programme, anybody):
    path = f"lift/events/months/?programme={programme.pk}&tag=kindness"
    status, answer = anybody("get", path)

    meeting = Meeting.objects.order_by("starts_at").first()
    entry = {
        "id": talk.pk,
        "title": "Talk",
        "url": "http://testserver/conversations/talk/",
        "key": "2026-11-10T23:00",
        "uid": f"{meeting.uid}@wagtail-lift",
        "status": "taken_place",
        "status_label": "Has taken place",
        "starts_at": "2026-11-10T23:00:00Z",
        "ends_at": "2026-11-11T01:00:00Z",
        "local_starts_at": "2026-11-10T23:00:00+00:00",
        "local_ends_at": "2026-11-11T01:00:00+00:00",
        "timezone": "Europe/London",
        "hours": "start_and_end",
        "public_note": "",
        "previous_starts_at": None,
        "previous_hours": None,
    }
    assert status == 200, answer
    assert answer == {
        "year": 2026,
        "month": 11,
        "first_day": "2026-11-01",
        "today": "2026-11-23",
        "timezone": "Europe/London",
        "previous": None,
        "next": {
            "year": 2027,
            "month": 6,
            "url": "http://testserver/api/v3/lift/events/months/2027/6/"
            f"?programme={programme.pk}&tag=kindness",
        },
        "days": [
            {
                "day": "2026-11-10",
                "entries": [{**entry, "is_first_day": True, "is_last_day": False}],
            },
            {
                "day": "2026-11-11",
                "entries": [{**entry, "is_first_day": False, "is_last_day": True}],
            },
        ],
        "next_change": "2026-11-24T00:00:00Z",
    }


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("2027/6/", (200, ["2027-06-01"])),
        ("2027/5/", (200, [])),
        ("2027/13/", (404, [])),
        ("0/1/", (404, [])),
        ("99999/1/", (404, [])),
        ("1901/1/", (404, [])),
        ("2027/6/?when=past", (400, [])),
        ("2027/6/?from=2027-06-01", (400, [])),
    ],
)
def test_months_that_exist_are_those_of_the_site(event, anybody, path, found):
    status, answer = anybody("get", f"lift/events/months/{path}")

    assert (status, [day["day"] for day in answer.get("days", ())]) == found


def test_month_holds_what_the_reader_may_see(event, programme, anybody, client_of, visitor):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")

    days = [
        len(caller("get", "lift/events/months/2027/6/")[1]["days"])
        for caller in (anybody, client_of(visitor))
    ]

    assert days == [0, 1]


def test_facets_are_what_the_filters_of_the_page_offer(event, talk, programme, home, anybody):
    elsewhere = make_programme(home, "Others")
    make_event(elsewhere, "Elsewhere", topics=["Other"])

    status, answer = anybody(
        "get", f"lift/events/facets/?programme={programme.pk}&tag=care&from=2027-01-01"
    )

    groups = {group["name"]: group for group in answer["groups"]}
    assert status == 200, answer
    assert groups["tag"] == {
        "name": "tag",
        "label": "Topic",
        "choices": [
            {"value": "care", "label": "care", "chosen": True},
            {"value": "kindness", "label": "kindness", "chosen": False},
        ],
    }
    assert list(groups) == ["tag", "host", "status"]
    assert answer["when"][0] == {"value": "", "label": "All", "chosen": True}
    assert [(found["name"], found["query"]) for found in answer["active"]] == [
        ("tag", "from=2027-01-01"),
        ("from", "tag=care"),
    ]


def test_facets_hold_what_the_reader_may_see(event, programme, anybody, client_of, visitor):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")

    names = [
        [group["name"] for group in caller("get", "lift/events/facets/")[1]["groups"]]
        for caller in (anybody, client_of(visitor))
    ]

    assert names == [["status"], ["tag", "host", "status"]]
