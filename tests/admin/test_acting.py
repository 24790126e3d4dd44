"""Calling an event off from wherever an editor meets its page: one date, several, all to come."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.admin.conftest import make_team
from tests.factories import make_event, when
from wagtail_lift.models import Meeting

MAY = ("view", "change")


@pytest.fixture(autouse=True)
def today(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def once(programme, now):
    """An event with one date to come."""
    return make_event(programme, "Once", slug="once", **when(now + timedelta(days=2)))


@pytest.fixture
def often(programme, now):
    """An event with one date that has taken place and three to come."""
    rule = {"recurrence_rule": "FREQ=WEEKLY;COUNT=4"}
    with time_machine.travel(now - timedelta(days=7), tick=False):
        return make_event(programme, "Often", slug="often", **when(now - timedelta(days=5)), **rule)


def act(page, action="cancel"):
    return reverse("lift_act", args=[page.pk, action])


def states_of(page):
    meetings = Meeting.objects.filter(event=page.lift_event).order_by("starts_at", "pk")
    return list(meetings.values_list("state", flat=True))


def places_that_offer(client, page):
    """Return where an editor finds the actions on an event."""
    edit, parent = page.pk, page.get_parent().pk
    places = {
        "form": f"/admin/pages/{edit}/edit/",
        "row": f"/admin/pages/{parent}/",
        "page": page.url,
        "delete": f"/admin/pages/{edit}/delete/",
        "unpublish": f"/admin/pages/{edit}/unpublish/",
    }
    return {name for name, url in places.items() if act(page) in client.get(url).text}


def test_actions_are_offered_wherever_an_editor_meets_the_event(admin_session, once):
    assert places_that_offer(admin_session, once) == {"form", "row", "page", "delete", "unpublish"}


def test_event_that_is_over_can_be_deleted_without_a_word(admin_session, once, now):
    with time_machine.travel(now + timedelta(days=9), tick=False):
        assert not places_that_offer(admin_session, once) & {"delete", "unpublish"}


@pytest.mark.parametrize(
    ("pages", "dates", "may"),
    [
        (("change", "publish"), MAY, True),
        (("change", "publish"), (), False),
        (("change",), MAY, False),
        ((), MAY, False),
    ],
)
def test_actions_are_for_those_who_may_change_dates_and_publish(
    client, programme, often, pages, dates, may
):
    team = make_team("ours", programme, *pages, dates=dates)
    client.force_login(team.user)

    offered = places_that_offer(client, often)
    client.post(act(often), {"which": "all", "public_note": "Flooded"})

    assert bool(offered) is may
    assert ("cancelled" in states_of(often)) is may


def test_only_date_is_acted_on_in_its_own_form(admin_session, once):
    meeting = Meeting.objects.get(event=once.lift_event)

    answer = admin_session.get(act(once), follow=True)

    assert answer.redirect_chain[0][0].startswith(f"/admin/lift/dates/cancel/{meeting.pk}/")
    assert f"/admin/pages/{once.pk}/edit/" in answer.text


@pytest.mark.parametrize(("action", "state"), [("cancel", "cancelled"), ("postpone", "postponed")])
def test_all_dates_to_come_are_acted_on_and_the_past_stays(admin_session, often, action, state):
    answer = admin_session.post(
        act(often, action), {"which": "all", "public_note": "Flooded"}, follow=True
    )

    assert states_of(often) == ["scheduled", state, state, state]
    assert "Done for 3 dates." in answer.text
    notes = Meeting.objects.filter(state=state).values_list("public_note", flat=True)
    assert set(notes) == {"Flooded"}


def test_only_the_dates_that_are_ticked_are_acted_on(admin_session, often):
    second, third = Meeting.objects.filter(event=often.lift_event).order_by("starts_at")[1:3]

    form = admin_session.get(act(often))
    admin_session.post(act(often), {"which": "some", "dates": [third.pk], "public_note": ""})

    boxes = BeautifulSoup(form.content, "html.parser").select("[name=dates]")
    assert [box["value"] for box in boxes][:2] == [str(second.pk), str(third.pk)]
    assert len(boxes) == 3
    assert states_of(often) == ["scheduled", "scheduled", "cancelled", "scheduled"]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "This field is required."),
        ({"which": "some"}, "Tick at least one date."),
        ({"which": "some", "dates": ["999999"]}, "Select a valid choice."),
        ({"which": "all", "public_note": "x" * 501}, "at most 500 characters"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_done(admin_session, often, sent, words):
    answer = admin_session.post(act(often), {"public_note": "Flooded", **sent})

    assert words in answer.text
    assert sent.get("public_note", "Flooded") in answer.text
    assert set(states_of(often)) == {"scheduled"}


def test_dates_are_changed_one_by_one(admin_session, often):
    answer = admin_session.get(act(often, "change"))

    assert answer.url == f"/admin/lift/dates/?event={often.pk}&when=upcoming"


def test_event_without_a_date_to_come_says_so(admin_session, once, now):
    with time_machine.travel(now + timedelta(days=9), tick=False):
        answer = admin_session.get(act(once), follow=True)

    assert "There is no date to come" in answer.text


@pytest.mark.parametrize("action", ["places", "delete", "x"])
def test_other_actions_are_not_found(admin_session, once, action):
    assert admin_session.get(act(once, action)).status_code == 404


def test_other_pages_have_no_dates_to_act_on(admin_session, programme):
    assert admin_session.get(act(programme)).status_code == 404
