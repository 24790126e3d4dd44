"""One step after the day: who came, what was learnt, and the pack is there."""

import json
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from tests.admin.conftest import make_team
from tests.factories import make_event, make_pack, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import InsightsPack

TOLD = {
    "people_count": "24",
    "organisations_count": "5",
    "stories_count": "",
    "learnt": "Small things carry far.\n\n- Ask <twice>\n- Listen",
    "opens": "now",
    "opens_on": "",
}
QUESTIONS = json.dumps(
    [
        {"type": "question", "id": "q1", "value": {"question": "What is kind?", "minutes": 30}},
        {"type": "question", "id": "q2", "value": {"question": "What is not?", "minutes": None}},
    ]
)
SECRET = json.dumps(
    [{"type": "part", "id": "p", "value": {"title": "Arrive early", "minutes": 10, "who": "Bo"}}]
)


@pytest.fixture(autouse=True)
def today(now):
    with time_machine.travel(now, tick=False) as clock:
        yield clock


@pytest.fixture
def past(programme, now):
    """An event of two hours, two days ago."""
    return make_event(
        programme, slug="past", conversation=QUESTIONS, **when(now - timedelta(days=2))
    )


@pytest.fixture
def often(programme, now):
    """An event with two dates that have taken place and two to come."""
    rule = {"recurrence_rule": "FREQ=WEEKLY;COUNT=4"}
    with time_machine.travel(now - timedelta(days=14), tick=False):
        return make_event(
            programme, "Often", slug="often", **when(now - timedelta(days=12)), **rule
        )


def gather(page, **query):
    return reverse("lift_gather", args=[page.pk], query=query or None)


def words_of(response):
    """Return the messages of a page of the admin."""
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(found.get_text(" ", strip=True) for found in soup.select(".messages li"))


def rounds_of(pack):
    return [(part.value["title"], part.value["minutes"]) for part in pack.guide]


def test_pack_is_open_after_one_form(admin_session, client, past):
    answer = admin_session.post(gather(past), TOLD, follow=True)

    pack = InsightsPack.objects.get()
    assert answer.redirect_chain[-1][0] == f"/admin/pages/{pack.pk}/edit/"
    assert "The insights pack is published." in words_of(answer)
    assert (pack.title, pack.live, pack.is_open) == ("What we learnt: Kindness at work", True, True)
    assert (pack.event_id, pack.meeting_id, pack.get_parent().pk) == (past.pk, None, past.pk)
    assert (pack.people_count, pack.organisations_count, pack.stories_count) == (24, 5, None)
    client.logout()
    shown = client.get(pack.url).text
    assert "Small things carry far." in shown
    assert "Ask &lt;twice&gt;</li>" in shown


def test_guide_begins_with_the_questions_which_share_the_time(admin_session, past):
    admin_session.post(gather(past), TOLD)

    assert rounds_of(InsightsPack.objects.get()) == [("What is kind?", 30), ("What is not?", 90)]


@pytest.mark.parametrize(
    ("ticked", "guide"),
    [
        ({}, [("What is kind?", 30), ("What is not?", 90)]),
        ({"shares_running_order": "on"}, [("Arrive early", 10)]),
    ],
)
def test_running_order_becomes_public_only_if_somebody_says_so(
    admin_session, programme, now, ticked, guide
):
    past = make_event(
        programme,
        conversation=QUESTIONS,
        running_order=SECRET,
        **when(now - timedelta(days=2)),
    )

    admin_session.post(gather(past), {**TOLD, **ticked})

    assert rounds_of(InsightsPack.objects.get()) == guide


def test_nobody_is_asked_of_a_running_order_that_there_is_not(admin_session, past):
    assert "shares_running_order" not in admin_session.get(gather(past)).text


def test_pack_opens_on_a_day_in_the_zone_of_the_event(admin_session, past, today):
    answer = admin_session.post(
        gather(past), {**TOLD, "opens": "later", "opens_on": "2027-06-05"}, follow=True
    )

    pack = InsightsPack.objects.get()
    assert "it opens on June 5, 2027" in words_of(answer)
    assert pack.live is False
    assert pack.scheduled_revision.approved_go_live_at.isoformat() == "2027-06-04T23:00:00+00:00"


def test_draft_stays_a_draft(admin_session, past):
    answer = admin_session.post(gather(past), {**TOLD, "learnt": "", "opens": "draft"}, follow=True)

    pack = InsightsPack.objects.get()
    assert (pack.live, pack.scheduled_revision) == (False, None)
    assert "Nothing was published." in words_of(answer)
    assert pack.get_latest_revision_as_object().people_count == 24


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"learnt": ""}, "Write what was learnt before you publish"),
        ({"people_count": "many"}, "Enter a whole number."),
        ({"people_count": "-1"}, "greater than or equal to 0"),
        ({"opens": "later"}, "Say on which day it opens."),
        ({"opens": "later", "opens_on": "2026-11-23"}, "Choose a day to come"),
        ({"opens": "later", "opens_on": "soon-ish"}, "is not a date"),
    ],
)
def test_nothing_typed_is_lost_where_something_is_wrong(admin_session, past, wrong, said):
    sent = {**TOLD, **wrong}

    answer = admin_session.post(gather(past), sent)

    soup = BeautifulSoup(answer.content, "html.parser")
    shown = {
        "people_count": soup.select_one("[name=people_count]").get("value", ""),
        "learnt": soup.select_one("[name=learnt]").get_text().lstrip("\n"),
        "opens_on": soup.select_one("[name=opens_on]").get("value", ""),
    }
    assert said in answer.text
    assert shown == {name: sent[name].replace("\r\n", "\n") for name in shown}
    assert not InsightsPack.objects.exists()


def test_second_click_makes_no_second_pack(admin_session, past):
    answers = [admin_session.post(gather(past), TOLD, follow=True) for _ in range(2)]

    assert InsightsPack.objects.count() == 1
    assert len({answer.redirect_chain[-1][0] for answer in answers}) == 1


def test_pack_that_somebody_made_meanwhile_takes_nothing_away(admin_session, past):
    pack = make_pack(past)

    answer = admin_session.post(gather(past), TOLD)

    assert InsightsPack.objects.count() == 1
    assert "Small things carry far." in answer.text
    assert f"/admin/pages/{pack.pk}/edit/" in answer.text


@pytest.mark.parametrize("live", [True, False])
def test_event_with_a_pack_leads_to_it(admin_session, past, live):
    pack = make_pack(past, live=live)

    answer = admin_session.get(gather(past), follow=True)

    assert answer.redirect_chain[-1][0] == f"/admin/pages/{pack.pk}/edit/"


def cancelled(past, user):
    cancel_meeting(meeting_of(past), user=user, public_note="")


def test_event_that_did_not_take_place_is_told(admin_session, superuser, programme, now):
    coming = make_event(programme, "Coming", slug="coming", **when(now + timedelta(days=1)))
    off = make_event(programme, "Off", slug="off", **when(now + timedelta(hours=1)))
    cancelled(off, superuser)

    with time_machine.travel(now + timedelta(hours=5), tick=False):
        answers = [admin_session.post(gather(page), TOLD, follow=True) for page in (coming, off)]

    assert ["No date of this event has taken place" in words_of(a) for a in answers] == [True, True]
    assert not InsightsPack.objects.exists()


def test_whoever_may_not_publish_leaves_a_draft(log_in, programme, past):
    client = log_in(make_team("adders", programme, "add", "change").user)

    asked = client.get(gather(past))
    answer = client.post(gather(past), TOLD, follow=True)

    pack = InsightsPack.objects.get()
    assert "You may not publish here" in asked.text
    assert "you may not publish here" in words_of(answer)
    assert (pack.live, pack.get_latest_revision_as_object().people_count) == (False, 24)


@pytest.mark.parametrize("actions", [(), ("change", "publish")])
def test_whoever_may_not_add_gathers_nothing(log_in, programme, past, actions):
    client = log_in(make_team("others", programme, *actions).user)

    answers = [client.get(gather(past)), client.post(gather(past), TOLD)]

    assert [answer["Location"] for answer in answers] == ["/admin/", "/admin/"]
    assert not InsightsPack.objects.exists()


def test_what_the_gate_refuses_stays_as_a_draft_with_the_reason(admin_session, programme, now):
    long = json.dumps(
        [{"type": "part", "id": "p", "value": {"title": "Arrive", "materials": "", "minutes": 9}}]
    )
    past = make_event(programme, running_order=long, **when(now - timedelta(days=2)))
    InsightsPack._meta.get_field("citation").blank = False
    try:
        answer = admin_session.post(gather(past), TOLD, follow=True)
    finally:
        InsightsPack._meta.get_field("citation").blank = True

    pack = InsightsPack.objects.get()
    assert pack.live is False
    assert "This field cannot be blank." in words_of(answer)
    assert "kept in a draft" in words_of(answer)


def test_private_event_says_that_its_pack_is_not_open(admin_session, past):
    PageViewRestriction.objects.create(page=past, restriction_type="login")

    admin_session.post(gather(past), TOLD, follow=True)

    assert InsightsPack.objects.get().is_open is False


def test_date_of_a_series_gets_a_pack_of_its_own(admin_session, often):
    first, second = Meeting.objects.filter(event=often.lift_event).order_by("starts_at")[:2]

    asked = admin_session.get(gather(often, date=first.pk))
    admin_session.post(gather(often), {**TOLD, "about": str(first.pk)})
    after = admin_session.get(gather(often))

    chosen = BeautifulSoup(asked.content, "html.parser").select_one("[name=about] [selected]")
    assert chosen["value"] == str(first.pk)
    pack = InsightsPack.objects.get()
    assert (pack.meeting_id, pack.is_open) == (first.pk, True)
    assert pack.title == "What we learnt: Often, Nov. 11, 2026"
    options = BeautifulSoup(after.content, "html.parser").select("[name=about] option")
    assert [option["value"] for option in options] == [str(second.pk), "event"]


def test_alias_leads_to_the_pack_of_its_original(admin_session, home, past):
    alias = past.create_alias(update_slug="alias")

    admin_session.post(gather(alias), TOLD)

    assert InsightsPack.objects.get().event_id == past.pk


def test_it_is_logged(admin_session, superuser, past):
    admin_session.post(gather(past), TOLD)

    (entry,) = PageLogEntry.objects.filter(action="wagtail_lift.gather_insights")
    assert (entry.user, entry.page_id) == (superuser, InsightsPack.objects.get().pk)
    assert entry.message == "Drafted from what was told of its event"


def places_that_offer(client, page):
    """Return where an editor finds the step."""
    places = {
        "form": f"/admin/pages/{page.pk}/edit/",
        "row": f"/admin/pages/{page.get_parent().pk}/",
        "list": "/admin/lift/events/",
        "page": page.url,
        "home": "/admin/",
        "dates": "/admin/lift/dates/",
    }
    return {name for name, url in places.items() if gather(page) in client.get(url).text}


def test_step_is_offered_wherever_an_editor_meets_the_event(admin_session, past):
    everywhere = {"form", "row", "list", "page", "home", "dates"}

    assert places_that_offer(admin_session, past) == everywhere


def test_step_is_not_offered_before_the_day(admin_session, programme, now):
    coming = make_event(programme, "Coming", **when(timezone.now() + timedelta(days=1)))

    assert places_that_offer(admin_session, coming) == set()


def test_step_is_not_offered_to_those_who_may_not_add(log_in, programme, past):
    client = log_in(make_team("others", programme, "change", dates=("view", "change")).user)

    assert places_that_offer(client, past) == set()
