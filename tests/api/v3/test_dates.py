"""Dates through version 3: the admin's actions, with its rights, words, log and signals."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageLogEntry

from tests.api.conftest import JOIN_URL
from tests.api.v3.dates import KEY, MOVE, route, version
from tests.factories import make_venue, meeting_of
from wagtail_lift import signals
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventPage

FORM = {
    "start_date": "2027-06-01",
    "start_time": "12:30",
    "end_date": "",
    "end_time": "14:00",
    "public_note": "",
}
"""What the admin's form of an unchanged date sends."""


def errors(answer):
    return [(error["loc"], error["msg"]) for error in answer["errors"]]


@pytest.mark.parametrize(
    ("action", "body", "status"),
    [
        ("cancel", {"public_note": "The host is ill."}, "cancelled"),
        ("postpone", {"public_note": "We look for a day."}, "postponed"),
        ("change", {**MOVE, "public_note": "A week later."}, "drop_in"),
    ],
)
def test_action_is_answered_with_the_date_as_the_page_shows_it(
    event, editor, superuser, action, body, status
):
    code, answer = editor("post", route(event, action), body)

    _, page = editor("get", f"pages/{event.pk}/")
    entry = PageLogEntry.objects.get(action=f"wagtail_lift.{action}_meeting")
    assert (code, answer) == (200, {**page["occurrences"][0], "meta": {"warnings": []}})
    assert (answer["status"], answer["public_note"]) == (status, body["public_note"])
    assert (entry.page_id, entry.user) == (event.pk, superuser)


def test_date_is_reinstated_without_a_body(event, editor):
    cancel_meeting(meeting_of(event), user=None, public_note="Ill")

    path = f"/api/v3/{route(event, 'reinstate')}"
    response = editor.http.generic("POST", path, headers=editor.headers)

    answer = response.json()
    assert (response.status_code, answer["status"], answer["public_note"]) == (200, "drop_in", "")


def test_places_are_set(event, editor):
    EventPage.objects.get().save()
    Meeting.objects.update(booking_mode="elsewhere")

    code, answer = editor("post", route(event, "places"), {"places": "full"})

    assert (code, answer["key"], meeting_of(event).places) == (200, KEY, "full")


def test_change_leaves_what_is_left_out(event, editor):
    editor("post", route(event, "change"), {"venue_name": "The Mill", "public_note": "Elsewhere"})

    _, answer = editor("post", route(event, "change"), {"end_time": "15:00"})

    assert {name: answer[name] for name in ("venue_name", "public_note", "local_ends_at")} == {
        "venue_name": "The Mill",
        "public_note": "Elsewhere",
        "local_ends_at": "2027-06-01T15:00:00+01:00",
    }


def test_change_takes_a_saved_venue_until_a_place_is_typed(event, editor):
    mill = make_venue("The Mill", address="Mill Lane", latitude=51.5, longitude=-0.125)

    _, answer = editor("post", route(event, "change"), {"venue_id": mill.pk})
    _, read = editor("get", route(event))
    _, later = editor("post", route(event, "change"), {"end_time": "15:00"})
    _, typed = editor("post", route(event, "change"), {"venue_name": "The Yard"})

    names = ("venue_id", "venue_name", "venue_address", "latitude")
    assert [[found[name] for name in names] for found in (answer, read, later, typed)] == [
        [mill.pk, "The Mill", "Mill Lane", 51.5],
        [mill.pk, "The Mill", "Mill Lane", 51.5],
        [mill.pk, "The Mill", "Mill Lane", 51.5],
        [None, "The Yard", "", None],
    ]


def test_change_refuses_a_venue_that_readers_do_not_see(event, editor):
    draft = make_venue("Secret Hall", live=False)

    status, answer = editor("post", route(event, "change"), {"venue_id": draft.pk})

    assert status == 422
    assert [loc for loc, _ in errors(answer)] == [["venue_id"]]
    assert "Secret" not in str(answer)


def test_change_goes_back_to_the_place_of_the_page(event, editor):
    editor("post", route(event, "change"), {"venue_name": "The Mill"})

    _, answer = editor("post", route(event, "change"), {"where": "page"})

    assert (answer["venue_name"], meeting_of(event).has_own_location) == ("", False)


def test_change_to_the_page_s_place_takes_no_other(event, editor):
    body = {"where": "page", "venue_name": "The Mill"}

    status, answer = editor("post", route(event, "change"), body)

    message = "Send no location with “where”: “page”."
    assert (status, errors(answer)) == (422, [(["venue_name"], message)])


def test_join_link_of_a_date_is_written_and_never_answered(event, editor):
    link = "https://meet.example.org/of-this-date"

    status, answer = editor(
        "post", route(event, "change"), {"attendance_mode": "online", "join_url": link}
    )

    assert status == 200
    assert meeting_of(event).join_url == link
    assert link not in str(answer)
    assert JOIN_URL not in str(answer)


def test_action_sends_its_signal(event, editor, superuser, django_capture_on_commit_callbacks):
    heard = []

    def hear(meeting, user, **kwargs):
        heard.append((meeting.pk, user))

    signals.meeting_cancelled.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        editor("post", route(event, "cancel"), {})
    signals.meeting_cancelled.disconnect(hear)

    assert heard == [(meeting_of(event).pk, superuser)]


def test_change_tells_of_hours_that_the_clocks_skip(event, editor):
    body = {"start_date": "2027-03-28", "start_time": "01:30", "end_time": "03:00"}

    _, answer = editor("post", route(event, "change"), body)

    assert len(answer["meta"]["warnings"]) == 1
    assert answer["local_starts_at"] == "2027-03-28T02:30:00+01:00"


# --- what the admin refuses, in the same words ---------------------------------------------------


def _cancelled():
    cancel_meeting(Meeting.objects.get(), user=None)


def _postponed():
    postpone_meeting(Meeting.objects.get(), user=None)


def _not_planned():
    Meeting.objects.update(problem="date_not_planned")


def _elsewhere():
    Meeting.objects.update(booking_mode="elsewhere")


def _here():
    Meeting.objects.update(booking_mode="here")


REFUSALS = {
    "cancelled already": (_cancelled, "cancel", {}, "__all__"),
    "postponed already": (_postponed, "postpone", {}, "__all__"),
    "postponed though cancelled": (_cancelled, "postpone", {}, "__all__"),
    "postponed though not planned": (_not_planned, "postpone", {}, "__all__"),
    "reinstated though it goes ahead": (None, "reinstate", {}, "__all__"),
    "a note that is too long": (None, "cancel", {"public_note": "x" * 501}, "public_note"),
    "changed though cancelled": (_cancelled, "change", MOVE, "__all__"),
    "changed though not planned": (_not_planned, "change", MOVE, "__all__"),
    "changed to the same": (None, "change", {}, "__all__"),
    "ends before it starts": (None, "change", {"end_time": "12:00"}, "end_time"),
    "lasts too long": (None, "change", {"end_date": "2029-06-01"}, "end_date"),
    "no start": (None, "change", {"start_date": None}, "start_date"),
    "no place": (
        None,
        "change",
        {"attendance_mode": "in_person", "map_url": "https://map.example.org"},
        "venue_name",
    ),
    "no address of a map": (
        None,
        "change",
        {"venue_name": "Mill", "map_url": "no address"},
        "map_url",
    ),
    "places without booking": (None, "places", {"places": "full"}, "__all__"),
    "places of bookings here": (_here, "places", {"places": "full"}, "__all__"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_what_the_admin_refuses_is_refused_in_the_same_words(event, editor, superuser, name):
    prepare, action, body, place = REFUSALS[name]
    if prepare:
        prepare()
    before, admin = version(), Client()
    admin.force_login(superuser)
    own = {"where": "own", "attendance_mode": "in_person"} if {"map_url"} & body.keys() else {}
    typed = {key: "" if value is None else value for key, value in body.items()}
    url = f"/admin/wagtail_lift/meeting/{action}/{meeting_of(event).pk}/"
    url = url.replace("wagtail_lift/meeting", "lift/dates")

    shown = admin.post(url, {**(FORM if action == "change" else {}), **own, **typed})
    status, answer = editor("post", route(event, action), body)

    words = BeautifulSoup(shown.content, "html.parser").text
    assert (status, version()) == (422, before)
    assert [loc for loc, _ in errors(answer)] == [[place]]
    assert all(message in words for _, message in errors(answer))


@pytest.mark.parametrize(
    ("action", "body", "place"),
    [
        ("places", {"places": "many"}, ["body", "data", "places"]),
        ("places", {}, ["body", "data", "places"]),
        ("change", {"start_date": "soon"}, ["body", "data", "start_date"]),
        ("change", {"attendance_mode": "telepathy"}, ["body", "data", "attendance_mode"]),
        ("cancel", {"note": "Ill"}, ["note"]),
        ("cancel", {"public_note": "x\x00"}, ["public_note"]),
        ("change", {"venue_name": "\ud800"}, ["venue_name"]),
    ],
)
def test_mistake_is_answered_at_its_place(event, editor, action, body, place):
    before = version()

    status, answer = editor("post", route(event, action), body)

    assert (status, version()) == (422, before)
    assert [loc for loc, _ in errors(answer)] == [place]
