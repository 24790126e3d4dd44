"""The endpoint of events, and events in Wagtail's own endpoint of pages."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import PageViewRestriction

from tests.factories import add_date, make_event, make_host, make_programme, meeting_of, when
from tests.testapp.models import Gathering
from tests.urls import api_router
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.api.v2 import EventsAPIViewSet, events_endpoint
from wagtail_lift.pages.models import EventPage, InsightsPack


def test_list_says_where_each_event_stands_and_when_it_is(event, get):
    status, answer = get("events/")

    assert status == 200
    assert answer == {
        "meta": {"total_count": 1},
        "items": [
            {
                "id": event.pk,
                "meta": {
                    "type": "wagtail_lift_pages.EventPage",
                    "detail_url": f"http://testserver/api/v2/events/{event.pk}/",
                    "html_url": "http://testserver/conversations/kindness-at-work/",
                    "slug": "kindness-at-work",
                    "first_published_at": None,
                    "locale": "en",
                },
                "title": "Kindness at work",
                "status": "drop_in",
                "status_label": "Drop in",
                "status_until": "2027-06-01T11:30:00Z",
                "stage": "upcoming",
                "booking_state": "not_needed",
                "date_key": "2027-06-01T12:30",
                "starts_at": "2027-06-01T11:30:00Z",
                "ends_at": "2027-06-01T13:00:00Z",
                "date_hours": "start_and_end",
                "timezone": "Europe/London",
                "summary": "A conversation about kindness.",
                "attendance_mode": "in_person",
            }
        ],
    }


def test_events_are_the_same_in_pages(event, get):
    _, here = get(f"events/{event.pk}/")
    _, there = get(f"pages/{event.pk}/")

    assert here == there


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "restrict above", "alias"])
def test_event_that_is_not_public_is_neither_listed_nor_found(event, programme, home, get, hide):
    page = event
    if hide == "unpublish":
        event.unpublish()
    elif hide == "alias":
        page = event.create_alias(parent=make_programme(home, "Others"), update_slug="alias")
        PageViewRestriction.objects.create(page=event, restriction_type="login")
    else:
        above = programme if hide == "restrict above" else event
        PageViewRestriction.objects.create(page=above, restriction_type="login")

    listed, found = get("events/"), [get(f"{name}/{page.pk}/") for name in ("events", "pages")]

    assert listed == (200, {"meta": {"total_count": 0}, "items": []})
    assert [status for status, _ in found] == [404, 404]


@pytest.mark.parametrize("hide", [{"is_listed": False}, {"live": False}])
def test_host_who_is_not_public_is_in_no_answer(programme, get, hide):
    event = make_event(programme, hosts=[make_host("HIDDEN Sam", **hide)])

    answers = [
        get(path)[1]
        for path in (
            f"events/{event.pk}/",
            f"pages/{event.pk}/",
            "events/?fields=*",
            "pages/?type=wagtail_lift_pages.EventPage&fields=*,event_hosts(*)",
        )
    ]

    found = [a["items"][0] if "items" in a else a for a in answers]
    assert [(a["hosts"], a["event_hosts"]) for a in found] == [([], [])] * 4


@pytest.mark.parametrize("value", ["garbage", "2027-13-45", "99999999999999999999", "%00", "[]"])
@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("events/?", EventPage),
        ("insights/?", InsightsPack),
        ("pages/?type=wagtail_lift_pages.EventPage&", EventPage),
        ("pages/?type=wagtail_lift_pages.InsightsPack&", InsightsPack),
    ],
)
def test_malformed_filter_is_a_bad_request(event, open_pack, get, path, model, value):
    names = EventsAPIViewSet.get_available_fields(model, db_fields_only=True)

    answers = {name: get(f"{path}{name}={value}")[0] for name in names}

    assert {name: code for name, code in answers.items() if code not in (200, 400, 404)} == {}
    assert value == "[]" or answers.get("start_date", 400) == 400


@pytest.mark.parametrize(
    "query",
    [
        "start_date=soon",
        "lead_image=x",
        "step_free=perhaps",
        "nonsense=1",
        "type=testapp.Gathering",
        "order=nonsense",
        "limit=x",
        "child_of=x",
    ],
)
def test_question_that_makes_no_sense_is_a_bad_request(event, get, query):
    status, answer = get(f"events/?{query}")

    assert (status, list(answer)) == (400, ["message"])


@pytest.mark.parametrize("key", ["x", "99999999999999999999"])
def test_finding_by_something_that_is_no_key_is_a_bad_request(event, get, key):
    status, _ = get(f"events/find/?id={key}")

    assert status in (400, 404)


@pytest.mark.parametrize(
    ("path", "cost"),
    [
        ("events/", 7),
        ("events/?fields=_,title", 6),
        ("events/?fields=_,card", 8),
        ("events/?fields=card", 10),
        ("events/?fields=lead_image,hosts", 10),
        ("events/?fields=*", 17),
        ("events/?order=title", 9),
    ],
)
def test_list_costs_the_same_for_one_event_and_for_twenty(programme, get, path, cost):
    hosts = [make_host("Ada"), make_host("Bo")]
    counts = []
    for number in range(1, 21):
        make_event(programme, f"Event {number}", hosts=hosts, topics=["care"])
        if number in (1, 3, 20):
            get(path)  # what Wagtail caches is cached for all
            with CaptureQueriesContext(connection) as queries:
                _, answer = get(path)
            counts.append(len(queries))

    assert answer["meta"]["total_count"] == 20
    assert counts == [cost] * 3


def test_cards_alone_are_those_beside_other_fields(event, get):
    _, alone = get("events/?fields=_,card")
    _, beside = get("events/?fields=card")

    assert alone["items"] == [{"card": item["card"]} for item in beside["items"]]
    assert alone["items"][0]["card"]["title"] == "Kindness at work"


def test_list_stands_where_each_event_stands(programme, now, get):
    past = make_event(programme, "Past", **when(now.replace(year=2024)))
    add_date(past, now + timedelta(days=2))
    make_event(programme, "Off", **when(now + timedelta(days=3)))
    cancel_meeting(meeting_of(EventPage.objects.get(title="Off")), user=None)
    fields = "status,status_label,status_until,stage,booking_state,starts_at,ends_at"

    listed = get(f"events/?fields=_,id,{fields}")[1]["items"]

    there = {item["id"]: get(f"events/{item['id']}/")[1] for item in listed}
    names = ["id", *fields.split(",")]
    assert listed == [{name: there[item["id"]][name] for name in names} for item in listed]
    assert [item["status"] for item in listed] == ["drop_in", "cancelled", "drop_in"]


def test_site_adds_an_endpoint_for_a_page_type_of_its_own(programme, rf, now):
    gathering = programme.add_child(instance=Gathering(title="Bread", summary="We bake."))
    endpoint = events_endpoint(Gathering, name="gatherings", listing_default_fields=["id", "stage"])
    router = WagtailAPIRouter("wagtailapi")
    router.register_endpoint("gatherings", endpoint)
    request = rf.get("/api/v2/gatherings/")
    request.wagtailapi_router = router

    response = endpoint.as_view({"get": "listing_view"})(request)

    response.render()
    assert json.loads(response.content)["items"] == [
        {"id": gathering.pk, "meta": {"locale": "en"}, "stage": "undated"}
    ]


def test_page_type_made_from_the_mixin_alone_has_no_hosts_and_no_tags(programme, get):
    gathering = programme.add_child(instance=Gathering(title="Bread", summary="We bake."))

    status, answer = get(f"pages/{gathering.pk}/")

    shown = ("status", "hosts", "event_hosts", "topics", "audiences")
    assert status == 200
    assert {name: answer[name] for name in shown} == {
        "status": "date_to_come",
        "hosts": [],
        "event_hosts": [],
        "topics": [],
        "audiences": [],
    }


def test_endpoints_are_registered_before_pages():
    assert list(api_router._endpoints)[:4] == ["events", "insights", "hosts", "pages"]
