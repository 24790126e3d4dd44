"""Dates through version 3: the admin's actions, with its rights, words, log and signals."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from wagtail.models import Locale, PageLogEntry

from tests.api.conftest import JOIN_URL
from tests.factories import make_event, make_programme, meeting_of, when
from wagtail_lift import signals
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventPage

KEY = "2027-06-01T12:30"
ACTIONS = ("cancel", "postpone", "reinstate", "change", "places")
MOVE = {
    "start_date": "2027-06-08",
    "start_time": "18:00:00",
    "end_date": None,
    "end_time": "20:00:00",
}
FORM = {
    "start_date": "2027-06-01",
    "start_time": "12:30",
    "end_date": "",
    "end_time": "14:00",
    "public_note": "",
}
"""What the admin's form of an unchanged date sends."""


def route(page, action="", key=KEY):
    return f"lift/events/{page.pk}/dates/{key}/{f'{action}/' if action else ''}"


def errors(answer):
    return [(error["loc"], error["msg"]) for error in answer["errors"]]


def version():
    return Meeting.objects.get().version


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


# --- which dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key", ["2027-06-02T12:30", "undated", "%20", "2027-06-01", "x" * 300, "%00", "%ED%A0%80"]
)
def test_date_that_is_none_does_not_exist(event, editor, key):
    status, answer = editor("post", route(event, "cancel", key), {})

    assert (status, answer["detail"]) == (404, "This event has no such date.")


def test_page_that_is_no_event_has_no_dates(programme, editor):
    status, answer = editor("post", route(programme, "cancel"), {})

    assert (status, answer["detail"]) == (404, "This page is no event.")


def test_withdrawn_date_does_not_exist(event, editor):
    Meeting.objects.update(is_withdrawn=True)

    assert editor("post", route(event, "cancel"), {})[0] == 404


def test_event_that_was_never_published_has_no_date(programme, editor):
    draft = make_event(programme, live=False)

    assert editor("post", route(draft, "cancel"), {})[0] == 404


def test_date_without_a_day_is_named_so(programme, editor):
    event = make_event(programme, start_date=None, start_time=None)

    status, answer = editor("post", route(event, "cancel", "undated"), {})

    assert (status, answer["key"], answer["status"]) == (200, "", "cancelled")


def test_date_that_has_ended_is_cancelled_as_in_the_admin(programme, now, editor):
    event = make_event(programme, **when(now - timedelta(days=400)))
    key = meeting_of(event).date_key

    assert editor("post", route(event, "cancel", key), {})[1]["status"] == "cancelled"


def test_date_of_an_unpublished_event_is_cancelled_as_in_the_admin(event, editor):
    event.unpublish()

    status, answer = editor("post", route(event, "cancel"), {})

    assert (status, answer["status"], meeting_of(event).state) == (200, "cancelled", "cancelled")


@pytest.mark.parametrize("kind", ["alias", "translation"])
def test_date_is_the_same_on_every_page_of_its_event(event, programme, editor, kind):
    if kind == "alias":
        page = event.create_alias(parent=programme, update_slug="alias")
    else:
        french = Locale.objects.get_or_create(language_code="fr")[0]
        page = event.copy_for_translation(french, copy_parents=True)
        page.save_revision().publish()

    status, answer = editor("post", route(page, "cancel"), {"public_note": "Ill"})

    page.refresh_from_db()
    assert (status, answer["status"]) == (200, "cancelled")
    assert answer["url"].startswith(page.full_url)
    assert meeting_of(event).state == "cancelled"


# --- who -----------------------------------------------------------------------------------------


def make_account(make_editor, name, page, *actions, dates=True):
    user = make_editor(name, page, *actions)
    if dates:
        user.groups.get().permissions.add(Permission.objects.get(codename="change_meeting"))
    return user


@pytest.fixture
def accounts(event, programme, home, make_editor, visitor):
    """Return each account with the status that each action answers to it."""
    other = make_programme(home, "Others")
    return {
        "a visitor": (visitor, 404),
        "an editor of others": (make_account(make_editor, "o", other, "change", "publish"), 404),
        "an author": (make_account(make_editor, "a", programme, "change"), 403),
        "whoever only publishes": (make_account(make_editor, "p", programme, "publish"), 404),
        "an editor without the right on dates": (
            make_account(make_editor, "e", programme, "change", "publish", dates=False),
            403,
        ),
        "an editor": (make_account(make_editor, "both", programme, "change", "publish"), 200),
    }


@pytest.mark.parametrize("action", ACTIONS)
def test_actions_are_for_those_whom_the_admin_lets_act(event, accounts, client_of, action):
    body = {"change": MOVE, "places": {"places": "full"}}.get(action, {})
    before = version()
    refused = {name: item for name, item in accounts.items() if item[1] != 200}

    found = {
        name: client_of(user)("post", route(event, action), body)[0]
        for name, (user, _) in refused.items()
    }

    assert found == {name: status for name, (_, status) in refused.items()}
    assert version() == before


def test_editor_with_both_rights_acts(event, accounts, client_of):
    user, status = accounts["an editor"]

    assert client_of(user)("post", route(event, "cancel"), {})[0] == status


@pytest.mark.parametrize("action", ["", *ACTIONS])
def test_dates_need_a_token(event, anybody, action):
    method = "post" if action else "get"

    status, answer = anybody(method, route(event, action), {} if action else None)

    assert (status, answer["detail"]) == (401, "Unauthorized")


def test_locked_event_keeps_its_dates(event, editor, visitor, superuser):
    event.locked, event.locked_by = True, visitor
    event.save()
    before = version()

    status, answer = editor("post", route(event, "cancel"), {})

    assert (status, answer["detail"]) == (403, "You do not have permission to change this date.")
    assert version() == before


def test_alias_is_not_for_the_editor_of_the_alias_alone(event, home, make_editor, client_of):
    others = make_programme(home, "Others")
    alias = event.create_alias(parent=others, update_slug="alias")
    user = make_account(make_editor, "others", others, "change", "publish")
    before = version()

    status, _ = client_of(user)("post", route(alias, "cancel"), {})

    assert (status, version()) == (404, before)
