"""Cancel, postpone, reinstate and change, through what a browser sends to the admin."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from tests.admin.tables import titles_of
from tests.factories import make_event, meeting_of, when
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.date_forms import PostponeMeetingForm

URL = "/admin/lift/dates/"
MOVE = {
    "start_date": "2027-06-08",
    "start_time": "18:00",
    "end_date": "",
    "end_time": "19:30",
    "public_note": "A bigger room.",
}


@pytest.mark.parametrize("name", ["cancel", "postpone", "change"])
def test_action_asks_before_it_does_anything(admin_session, meeting, name):
    response = admin_session.get(f"{URL}{name}/{meeting.pk}/")

    soup = BeautifulSoup(response.content, "html.parser")
    form = soup.select_one("form[method=post]")
    meeting.refresh_from_db()
    assert form["action"] == f"{URL}{name}/{meeting.pk}/"
    assert form.select_one("[name=csrfmiddlewaretoken]") is not None
    assert "Tue 1 Jun 2027, 12:30" in soup.select_one(".nice-padding p").text
    assert (meeting.state, meeting.is_moved) == ("scheduled", False)


@pytest.mark.parametrize(
    ("name", "state", "words"),
    [
        ("cancel", "cancelled", "The date is cancelled."),
        ("postpone", "postponed", "The date is postponed. Change it once the new date is known."),
    ],
)
def test_action_is_done_and_logged(admin_session, superuser, meeting, name, state, words):
    response = admin_session.post(
        f"{URL}{name}/{meeting.pk}/", {"public_note": "The host is ill."}, follow=True
    )

    meeting.refresh_from_db()
    entry = PageLogEntry.objects.get(action=f"wagtail_lift.{name}_meeting")
    assert response.redirect_chain == [(URL, 302)]
    assert words in response.content.decode()
    assert (meeting.state, meeting.public_note) == (state, "The host is ill.")
    assert (entry.page_id, entry.user, entry.message, entry.comment) == (
        meeting.event.source_id,
        superuser,
        f"{state.capitalize()} 2027-06-01 12:30 Europe/London",
        "The host is ill.",
    )


@pytest.mark.parametrize(("day", "expected"), [(31, (False, True)), (1, (True, False))])
def test_date_that_has_ended_is_cancelled_with_a_warning(superuser, meeting, day, expected):
    with time_machine.travel(datetime(2027, 6 if day == 1 else 5, day, 13, 30, tzinfo=UTC)):
        client = Client()
        client.force_login(superuser)
        html = client.get(f"{URL}cancel/{meeting.pk}/").content.decode()
        offers_postponing = PostponeMeetingForm.applies_to(meeting)

    assert ("This date has taken place." in html, offers_postponing) == expected


def test_date_is_reinstated(admin_session, superuser, meeting):
    cancel_meeting(meeting, user=superuser)

    admin_session.post(f"{URL}reinstate/{meeting.pk}/", {"public_note": ""})

    meeting.refresh_from_db()
    assert meeting.state == "scheduled"


def test_date_is_moved_in_the_zone_of_the_event_by_an_editor_elsewhere(
    admin_session, superuser, meeting
):
    UserProfile.objects.create(user=superuser, current_time_zone="Pacific/Auckland")
    url = f"{URL}change/{meeting.pk}/"

    soup = BeautifulSoup(admin_session.get(url).content, "html.parser")
    admin_session.post(url, MOVE)

    meeting.refresh_from_db()
    shown = {name: soup.select_one(f"#id_{name}").get("value", "") for name in list(MOVE)[:4]}
    entry = PageLogEntry.objects.get(action="wagtail_lift.change_meeting")
    assert shown == {
        "start_date": "2027-06-01",
        "start_time": "12:30",
        "end_date": "",
        "end_time": "14:00",
    }
    assert meeting.current_starts_at == datetime(2027, 6, 8, 17, 0, tzinfo=UTC)
    assert entry.message == (
        "Changed 2027-06-01 12:30 Europe/London: 2027-06-08 18:00 Europe/London"
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"public_note": "Bring a coat."}, "another note"),
        ({"where": "own", "attendance_mode": "in_person", "venue_name": "The Mill"}, "The Mill"),
    ],
)
def test_log_says_what_was_changed(admin_session, meeting, change, told):
    now = {"start_date": "2027-06-01", "start_time": "12:30", "end_time": "14:00"}

    admin_session.post(f"{URL}change/{meeting.pk}/", {**now, "public_note": "", **change})

    entry = PageLogEntry.objects.get(action="wagtail_lift.change_meeting")
    assert entry.message == f"Changed 2027-06-01 12:30 Europe/London: {told}"


def test_action_that_is_refused_keeps_what_was_typed(admin_session, meeting):
    response = admin_session.post(
        f"{URL}change/{meeting.pk}/", {**MOVE, "end_time": "17:00", "public_note": "Typed"}
    )

    soup = BeautifulSoup(response.content, "html.parser")
    meeting.refresh_from_db()
    assert not meeting.is_moved
    assert soup.select_one("#id_start_date")["value"] == "2027-06-08"
    assert soup.select_one("#id_public_note").text.strip() == "Typed"
    assert "The event must end after it starts." in soup.text


def test_action_that_applies_no_more_says_so(admin_session, superuser, meeting):
    cancel_meeting(meeting, user=superuser)

    response = admin_session.post(f"{URL}postpone/{meeting.pk}/", {"public_note": ""})

    assert "This date is cancelled. Reinstate it first." in response.content.decode()


def test_move_tells_of_hours_that_the_clocks_skip(admin_session, meeting):
    typed = {"start_date": "2027-03-28", "start_time": "01:30", "end_time": "03:00"}

    response = admin_session.post(f"{URL}change/{meeting.pk}/", {**MOVE, **typed}, follow=True)

    assert "The clocks go forward over this start time." in response.content.decode()


def test_action_leads_back_to_where_it_was_asked_for(admin_session, meeting):
    next_url = reverse("wagtailadmin_home")
    form = admin_session.get(f"{URL}cancel/{meeting.pk}/", {"next": next_url})

    response = admin_session.post(
        f"{URL}cancel/{meeting.pk}/", {"public_note": "", "next": next_url}
    )

    assert f'name="next" value="{next_url}"' in form.content.decode()
    assert response["Location"] == next_url


@pytest.mark.parametrize("path", ["?q=kindness&when=upcoming", "inspect/{}/"])
def test_buttons_lead_back_to_where_they_were_pressed(admin_session, meeting, path):
    here = f"{URL}{path.format(meeting.pk)}"
    soup = BeautifulSoup(admin_session.get(here).content, "html.parser")
    button = soup.select_one(f'a[href^="{URL}cancel/{meeting.pk}/"]')
    form = BeautifulSoup(admin_session.get(button["href"]).content, "html.parser")
    typed = {field["name"]: field["value"] for field in form.select("form input[type=hidden]")}

    response = admin_session.post(f"{URL}cancel/{meeting.pk}/", {"public_note": "", **typed})

    assert response["Location"] == here
    assert form.find("a", string="Leave it as it is")["href"] == here


def test_link_to_a_form_fills_in_no_place(admin_session, meeting):
    link = {"where": "own", "join_url": "https://evil.example.org/", "public_note": "Pay here"}

    html = admin_session.get(f"{URL}change/{meeting.pk}/", link).content.decode()

    assert "evil.example.org" not in html.split("<form action")[1].split("</form>")[0]
    assert "Pay here" not in html


def test_action_never_leads_to_another_website(admin_session, meeting):
    response = admin_session.post(
        f"{URL}cancel/{meeting.pk}/", {"public_note": "", "next": "https://evil.example.org/"}
    )

    assert response["Location"] == URL


def test_action_is_refused_without_a_token(superuser, meeting):
    client = Client(enforce_csrf_checks=True)
    client.force_login(superuser)

    response = client.post(f"{URL}cancel/{meeting.pk}/", {"public_note": ""})

    meeting.refresh_from_db()
    assert (response.status_code, meeting.state) == (403, "scheduled")


def test_action_that_readers_do_not_see_yet_says_so(admin_session, meeting, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("no projection today")

    monkeypatch.setattr(import_module("wagtail_lift.projection.events"), "build_occurrences", fail)

    response = admin_session.post(f"{URL}cancel/{meeting.pk}/", {"public_note": ""}, follow=True)

    told = [(message.level_tag, str(message)) for message in response.context["messages"]]
    assert [level for level, _words in told] == ["warning"]
    assert told[0][1].startswith("The date is cancelled. The pages of the event do not show it")


@pytest.mark.parametrize("name", ["event", "programme"])
def test_list_of_dates_forgives_a_key_that_no_database_can_hold(admin_session, meeting, name):
    response = admin_session.get(URL, {name: "9" * 23})

    assert response.status_code == 200


def test_postponed_date_is_to_come_whenever_it_was(admin_session, superuser, programme):
    for number in (1, 2):
        event = make_event(programme, f"Event {number}", **when(datetime(2025, 6, 1, tzinfo=UTC)))
    postpone_meeting(meeting_of(event), user=superuser)

    lists = [admin_session.get(URL, {"when": part}) for part in ("upcoming", "past")]

    assert [titles_of(response) for response in lists] == [["Event 2"], ["Event 1"]]
