"""Creating and changing events in version 3."""

import json
from datetime import time

import pytest

from tests.api.conftest import JOIN_URL
from tests.factories import make_event, make_host
from wagtail_lift.models.tags import Audience
from wagtail_lift.pages.models import EventPage

ENDS_EARLY = "The event must end after it starts."


def problems(answer):
    """Return place and message of each error in an answer."""
    return [(error["loc"], error["msg"]) for error in answer["errors"]]


def draft_of(event):
    """Return the latest draft of an event as it is stored."""
    return type(event).objects.get(pk=event.pk).get_latest_revision_as_object()


def host_rows(event):
    """Return the hosts of the latest draft in order, hidden ones included."""
    rows = sorted(draft_of(event).event_hosts.all(), key=lambda row: row.sort_order)
    return [(row.host.name, row.role, row.line) for row in rows]


def test_event_is_created_and_published_in_one_request(new_event, editor, anybody):
    status, created = editor("post", "pages/", new_event)

    _, seen = anybody("get", f"pages/{created['id']}/")
    shown = ("status", "starts_at", "ends_at", "topics", "audiences", "start_time", "summary")
    assert status == 201
    assert {name: seen[name] for name in shown} == {
        "status": "drop_in",
        "starts_at": "2027-06-01T11:30:00Z",
        "ends_at": "2027-06-01T13:00:00Z",
        "topics": ["kindness", "lunch, and more"],
        "audiences": ["health"],
        "start_time": "12:30:00",
        "summary": "An hour about kindness.",
    }
    assert [(h["name"], h["role"], h["line"]) for h in seen["hosts"]] == [
        ("Bo Carr", "facilitator", "Keeps the time"),
        ("Ada Bell", "host", ""),
    ]
    assert [(q["id"], q["question"], q["minutes"]) for q in seen["questions"]] == [
        ("q-1", "What is kind?", 9),
        ("q-2", "What is not?", None),
    ]


def test_event_without_a_zone_takes_the_one_of_the_programme(new_event, editor):
    del new_event["timezone"]

    _, created = editor("post", "pages/", new_event)

    assert (created["timezone"], created["starts_at"]) == ("Europe/London", "2027-06-01T11:30:00Z")


def test_creating_with_a_private_key_names_the_private_route(new_event, editor):
    new_event["join_url"], new_event["running_order"] = JOIN_URL, []

    status, answer = editor("post", "pages/", new_event)

    message = "This is private. Read and write it at /api/v3/lift/events/{id}/private/."
    assert status == 422
    assert problems(answer) == [
        (["join_url"], message),
        (["running_order"], message),
    ]
    assert not EventPage.objects.exists()


@pytest.mark.parametrize("value", [JOIN_URL, "", None])
def test_changing_a_private_key_names_the_private_route(event, editor, value):
    status, answer = editor("patch", f"pages/{event.pk}/", {"join_url": value, "summary": "New"})

    route = f"/api/v3/lift/events/{event.pk}/private/"
    assert status == 422
    assert problems(answer) == [
        (["join_url"], f"This is private. Read and write it at {route}."),
    ]
    assert event.get_latest_revision() is None


def test_publishing_a_mistake_is_answered_at_its_field(event, editor):
    changes = {"end_time": "12:00:00", "meta": {"action": "publish"}}

    status, answer = editor("patch", f"pages/{event.pk}/", changes)

    assert status == 422
    assert problems(answer) == [(["end_time"], ENDS_EARLY)]


def test_publishing_a_draft_with_mistakes_names_their_fields(new_event, editor):
    del new_event["meta"]["action"]
    _, draft = editor("post", "pages/", {**new_event, "end_time": "10:00", "timezone": "Mars"})

    status, answer = editor("post", f"pages/{draft['id']}/actions/publish/", {})

    assert (status, {error["loc"][0]: error["msg"] for error in answer["errors"]}) == (
        422,
        {
            "end_time": ENDS_EARLY,
            "timezone": "This time zone is not known. Choose a name such as Europe/London.",
        },
    )
    assert not EventPage.objects.get(pk=draft["id"]).live


def test_draft_of_a_mistake_is_stored(event, editor):
    status, answer = editor("patch", f"pages/{event.pk}/", {"end_time": "12:00:00"})

    assert (status, answer["end_time"]) == (200, "12:00:00")
    assert draft_of(event).end_time == time(12)


@pytest.fixture
def mixed_event(programme):
    """An event with hosts Ada, Sam (not public), Bo, Hal (not public), Cy."""
    hosts = [
        make_host("Ada"),
        make_host("Sam", is_listed=False),
        make_host("Bo"),
        make_host("Hal", live=False),
        make_host("Cy"),
    ]
    return make_event(programme, "Mixed", hosts=hosts)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda ada, bo, cy: [ada, bo, cy], "Ada Sam Bo Hal Cy"),
        (lambda ada, bo, cy: [cy, bo, ada], "Cy Bo Hal Ada Sam"),
        (lambda ada, bo, cy: [bo, cy], "Sam Bo Hal Cy"),
        (lambda ada, bo, cy: [cy], "Sam Hal Cy"),
        (lambda ada, bo, cy: [], "Sam Hal"),
    ],
)
def test_hosts_who_are_not_shown_stay_beside_their_neighbour(mixed_event, editor, change, expected):
    _, body = editor("get", f"pages/{mixed_event.pk}/")
    rows = change(*body["event_hosts"])

    status, _ = editor("patch", f"pages/{mixed_event.pk}/", {"event_hosts": rows})

    assert status == 200
    assert " ".join(name for name, _, _ in host_rows(mixed_event)) == expected


def test_hosts_who_are_not_shown_stay_beside_new_ones(mixed_event, editor):
    dee = make_host("Dee")
    _, body = editor("get", f"pages/{mixed_event.pk}/")
    rows = [{"host_id": dee.pk, "role": "speaker", "line": "New"}, *body["event_hosts"][:1]]

    editor("patch", f"pages/{mixed_event.pk}/", {"event_hosts": rows})

    assert host_rows(mixed_event) == [
        ("Dee", "speaker", "New"),
        ("Ada", "host", ""),
        ("Sam", "host", ""),
        ("Hal", "host", ""),
    ]


def test_host_of_a_draft_who_is_not_shown_survives(mixed_event, editor):
    draft = mixed_event.get_latest_revision_as_object()
    new = type(draft.event_hosts.first())(host=make_host("Ida", is_listed=False), sort_order=9)
    draft.event_hosts.add(new)
    draft.save_revision()
    _, body = editor("get", f"pages/{mixed_event.pk}/?version=draft")

    status, _ = editor("patch", f"pages/{mixed_event.pk}/", {"event_hosts": body["event_hosts"]})

    assert status == 200
    assert " ".join(name for name, _, _ in host_rows(mixed_event)) == "Ada Sam Bo Hal Cy Ida"


def test_foreign_keys_are_taken_by_their_column(event, home, editor):
    path = f"pages/{event.pk}/"

    _, chosen = editor("patch", path, {"contact_page_id": home.pk})
    _, ignored = editor("patch", path, {"contact_page": None})
    _, cleared = editor("patch", path, {"contact_page_id": None})

    shown = {
        "id": home.pk,
        "type": "wagtailcore.Page",
        "title": "Home",
        "url": "http://testserver/",
    }
    assert [a["contact_page"] for a in (chosen, ignored, cleared)] == [shown, shown, None]


def test_alias_is_refused_and_names_its_source(event, programme, editor):
    alias = event.create_alias(parent=programme, update_slug="alias")

    status, answer = editor("patch", f"pages/{alias.pk}/", {"summary": "New"})

    message = f"This page is an alias. Change page {event.pk}, which it shows, instead."
    assert status == 422
    assert problems(answer) == [(["__all__"], message)]


def test_dates_and_times_come_back_as_they_were_sent(event, editor):
    sent = {
        "start_date": "2027-10-31",
        "start_time": "01:30:15.250000",
        "end_date": "2027-11-01",
        "end_time": "00:00:00",
        "timezone": "Pacific/Auckland",
        "booking_opens_date": "2027-01-02",
        "booking_opens_time": "23:59:59",
    }

    _, answer = editor("patch", f"pages/{event.pk}/", {**sent, "meta": {"action": "publish"}})

    _, seen = editor("get", f"pages/{event.pk}/")
    expected = {**sent, "start_time": seen["start_time"]}
    assert {name: answer[name] for name in sent} == expected
    assert {name: seen[name] for name in sent} == expected
    assert json.dumps(seen["occurrences"][0]["local_starts_at"]) == (
        '"2027-10-31T01:30:15.250000+13:00"'
    )


def test_page_type_made_from_the_mixin_alone_is_created(programme, editor, anybody):
    body = {
        "meta": {"type": "testapp.Gathering", "parent_id": programme.pk, "action": "publish"},
        "title": "Bread",
        "start_date": "2027-06-01",
        "start_time": "12:30:00",
        "end_time": "14:00:00",
        "timezone": "Europe/London",
    }

    status, created = editor("post", "pages/", body)

    _, seen = anybody("get", f"pages/{created['id']}/")
    shown = ("status", "hosts", "event_hosts", "topics", "audiences", "questions")
    assert status == 201
    assert {name: seen[name] for name in shown} == {
        "status": "drop_in",
        "hosts": [],
        "event_hosts": [],
        "topics": [],
        "audiences": [],
        "questions": [],
    }


def test_capitals_make_no_second_tag_where_a_site_says_so(new_event, editor, settings):
    settings.TAGGIT_CASE_INSENSITIVE = True
    Audience.objects.create(name="Health", slug="health")

    status, created = editor("post", "pages/", {**new_event, "audiences": ["health"]})

    assert (status, created["audiences"]) == (201, ["Health"])
    assert Audience.objects.count() == 1
