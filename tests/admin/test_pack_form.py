"""The edit form of an insights pack, through what a browser sends to the admin."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.test.utils.form_data import rich_text, streamfield

from tests.admin.posts import (
    PUBLISH,
    add_url,
    edit_url,
    errors_of,
    event_post,
    pack_post,
    questions,
)
from tests.factories import make_event, make_pack, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.enums import Notice
from wagtail_lift.models import Meeting
from wagtail_lift.page_types.notices import pack_notices
from wagtail_lift.pages.models import EventPage, InsightsPack

JSON = {"HTTP_ACCEPT": "application/json"}


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def second_meeting(event):
    day = {"type": "date", "id": "1", "value": {"start_date": "2027-07-01"}}
    event.added_dates = json.dumps([day])
    event.save()
    return Meeting.objects.latest("starts_at")


def test_pack_made_below_an_event_is_about_that_event(admin_session, event):
    soup = soup_of(admin_session.get(add_url("insightspack", event)))
    admin_session.post(add_url("insightspack", event), pack_post(event=event.pk, **PUBLISH))

    pack = InsightsPack.objects.get()
    assert soup.select_one("#id_event")["value"] == str(event.pk)
    assert (pack.event_id, pack.live) == (event.pk, True)


def test_pack_made_below_a_programme_is_about_no_event_yet(admin_session, programme):
    soup = soup_of(admin_session.get(add_url("insightspack", programme)))

    assert soup.select_one("#id_event").get("value", "") == ""


def test_second_live_pack_for_an_event_is_refused_at_its_field(admin_session, event):
    make_pack(event)
    url = add_url("insightspack", event)

    refused = admin_session.post(url, pack_post(event=event.pk, slug="again", **PUBLISH))
    saved = admin_session.post(url, pack_post(event=event.pk, slug="again"))
    pack = InsightsPack.objects.get(slug="again")
    autosaved = admin_session.post(edit_url(pack), pack_post(event=event.pk, slug="again"), **JSON)

    assert errors_of(refused) == {"event": ["pack_exists"]}
    assert (saved["Location"], pack.live) == (edit_url(pack), False)
    assert autosaved.json()["success"]


def test_pack_about_a_page_that_is_no_event_is_refused_only_when_published(
    admin_session, programme, home
):
    url = add_url("insightspack", programme)

    refused = admin_session.post(url, pack_post(event=home.pk, **PUBLISH))
    saved = admin_session.post(url, pack_post(event=home.pk))

    assert errors_of(refused) == {"event": ["no_event"]}
    assert saved.status_code == 302


def test_date_is_asked_for_only_where_an_event_has_several(admin_session, event):
    pack = make_pack(event)

    assert soup_of(admin_session.get(edit_url(pack))).select_one("#id_meeting") is None


def test_dates_of_the_event_alone_are_offered(admin_session, event, second_meeting, other_event):
    pack = make_pack(event)

    soup = soup_of(admin_session.get(edit_url(pack)))

    offered = {option["value"] for option in soup.select("#id_meeting option")}
    assert offered == {"", str(meeting_of_first(event).pk), str(second_meeting.pk)}


def meeting_of_first(event):
    return event.lift_event.meetings.earliest("starts_at")


def test_pack_about_one_date_is_published(admin_session, event, second_meeting):
    pack = make_pack(event)

    admin_session.post(
        edit_url(pack), pack_post(event=event.pk, meeting=second_meeting.pk, **PUBLISH)
    )

    pack.refresh_from_db()
    assert pack.meeting_id == second_meeting.pk


def test_date_goes_when_another_event_is_chosen(admin_session, event, second_meeting, other_event):
    pack = make_pack(event, meeting=second_meeting)

    response = admin_session.post(
        edit_url(pack), pack_post(event=other_event.pk, meeting=second_meeting.pk), **JSON
    )

    draft = InsightsPack.objects.get().get_latest_revision_as_object()
    assert response.json()["success"]
    assert (draft.event_id, draft.meeting_id) == (other_event.pk, None)


def test_date_goes_when_a_page_is_chosen_that_is_no_event(
    admin_session, event, second_meeting, home
):
    pack = make_pack(event, meeting=second_meeting)

    admin_session.post(edit_url(pack), pack_post(event=home.pk, meeting=second_meeting.pk), **JSON)

    draft = InsightsPack.objects.get().get_latest_revision_as_object()
    assert (draft.event_id, draft.meeting_id) == (home.pk, None)


def test_findings_offer_the_questions_of_the_event(admin_session, event):
    admin_session.post(
        edit_url(event), event_post(conversation=questions("Who was kind to you?"), **PUBLISH)
    )
    pack = make_pack(event)
    question = EventPage.objects.get().questions[0]

    html = admin_session.get(edit_url(pack)).content.decode()

    assert f"1. {question.question}" in html
    assert question.id in html


def test_finding_keeps_the_questions_it_answers(admin_session, event):
    pack = make_pack(event)
    finding = {"title": "Small things", "text": rich_text("<p>Tea.</p>"), "questions": "q-1, q-2"}

    admin_session.post(
        edit_url(pack), pack_post(event=event.pk, insights=streamfield([("finding", finding)]))
    )

    draft = InsightsPack.objects.get().get_latest_revision_as_object()
    assert [block.value["questions"] for block in draft.insights] == [["q-1", "q-2"]]


@pytest.mark.parametrize(
    ("days", "opens_early", "is_told"), [(3, False, True), (3, True, False), (-3, False, False)]
)
def test_pack_before_the_end_is_told_and_not_refused(
    admin_session, programme, days, opens_early, is_told
):
    event = make_event(programme, **when(timezone.now() + timedelta(days=days)))
    pack = make_pack(event, opens_early=opens_early)
    early = {"opens_early": "on"} if opens_early else {}

    html = admin_session.get(edit_url(pack)).content.decode()
    published = admin_session.post(edit_url(pack), pack_post(event=event.pk, **early, **PUBLISH))

    words = "The event has not ended yet. The pack stays closed until then."
    assert (words in html) is is_told
    assert published.status_code == 302


def test_notices_say_of_a_pack_why_it_would_stay_closed(programme, superuser):
    now = timezone.now()
    past = {"start_date": (now - timedelta(days=9)).date().isoformat()}
    added = json.dumps([{"type": "date", "id": "1", "value": past}])
    days = when(now + timedelta(days=9))
    several = make_event(programme, "Several", added_dates=added, **days)
    off = make_event(programme, "Off", **when(now - timedelta(days=9)))
    cancel_meeting(meeting_of(off), user=superuser)
    undated = make_event(programme, "Undated", start_date=None)
    over = several.lift_event.meetings.earliest("starts_at")

    packs = {
        "no event": InsightsPack(),
        "no page of an event": InsightsPack(event=programme),
        "opens early": InsightsPack(opens_early=True),
        "one date of several is past": InsightsPack(event=several),
        "about the past one": InsightsPack(event=several, meeting=over),
        "off": InsightsPack(event=off),
        "undated": InsightsPack(event=undated),
    }

    told = {name: [n.notice for n in pack_notices(pack, now)] for name, pack in packs.items()}
    assert told == {
        "no event": [Notice.PACK_WITHOUT_EVENT],
        "no page of an event": [Notice.PACK_WITHOUT_EVENT],
        "opens early": [],
        "one date of several is past": [Notice.PACK_BEFORE_END],
        "about the past one": [],
        "off": [Notice.PACK_EVENT_OFF],
        "undated": [Notice.PACK_BEFORE_END],
    }


@pytest.mark.parametrize("slug", EventPage.reserved_slugs)
def test_slug_of_a_pack_may_not_hide_a_sub_route_of_its_event(admin_session, event, slug):
    response = admin_session.post(
        add_url("insightspack", event), pack_post(event=event.pk, slug=slug, **PUBLISH)
    )

    assert errors_of(response) == {"slug": ["slug_reserved"]}
