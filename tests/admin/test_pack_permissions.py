"""A pack changes what its event's page says, so that it is for those who look after the event."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.admin.conftest import make_team
from tests.admin.posts import PUBLISH, add_url, edit_url, errors_of, pack_post
from tests.factories import make_pack, meeting_of
from wagtail_lift.models import PackOpening
from wagtail_lift.pages.models import InsightsPack

JSON = {"HTTP_ACCEPT": "application/json"}
QUESTION = "What do the others plan in secret?"


@pytest.fixture
def us(log_in, programme):
    return log_in(make_team("us", programme, "add", "change", "publish").user)


@pytest.fixture
def theirs(other_event):
    other_event.conversation = [("question", {"question": QUESTION})]
    other_event.save_revision().publish()
    return other_event


def test_pack_about_an_event_of_others_stays_a_draft(us, programme, theirs):
    url = add_url("insightspack", programme)

    refused = us.post(url, pack_post(event=theirs.pk, **PUBLISH))
    saved = us.post(url, pack_post(event=theirs.pk))
    pack = InsightsPack.objects.get()
    autosaved = us.post(edit_url(pack), pack_post(event=theirs.pk), **JSON)
    refused_later = us.post(edit_url(pack), pack_post(event=theirs.pk, **PUBLISH))

    pack.refresh_from_db()
    assert [errors_of(r) for r in (refused, refused_later)] == [{"event": ["event_of_others"]}] * 2
    assert saved["Location"] == edit_url(pack)
    assert autosaved.json()["success"]
    assert (pack.live, pack.event_id) == (False, theirs.pk)


def test_pack_that_somebody_else_published_about_their_event_is_kept_up(us, programme, theirs):
    pack = make_pack(programme, event=theirs)

    us.post(edit_url(pack), pack_post(event=theirs.pk, title="Put right", **PUBLISH))

    pack.refresh_from_db()
    assert pack.title == "Put right"


def test_pack_below_an_event_is_for_whoever_may_add_it_there(log_in, programme, event):
    client = log_in(make_team("adders", programme, "add", "publish").user)

    client.post(add_url("insightspack", event), pack_post(event=event.pk, **PUBLISH))

    assert [(p.event_id, p.live) for p in InsightsPack.objects.all()] == [(event.pk, True)]


@pytest.mark.parametrize("is_public", [True, False])
def test_questions_of_others_are_offered_once_they_are_public(us, programme, theirs, is_public):
    theirs.live = is_public
    theirs.save()
    us.post(add_url("insightspack", programme), pack_post(event=theirs.pk))
    pack = InsightsPack.objects.get()

    html = us.get(edit_url(pack)).content.decode()

    assert (QUESTION in html) is is_public


def test_date_that_the_pack_is_about_is_kept_where_others_keep_their_event(us, programme, theirs):
    meeting = meeting_of(theirs)
    pack = make_pack(programme, event=theirs, meeting=meeting)
    theirs.unpublish()

    form = BeautifulSoup(us.get(edit_url(pack)).content, "html.parser")
    us.post(edit_url(pack), pack_post(event=theirs.pk, meeting=meeting.pk), **JSON)

    draft = InsightsPack.objects.get().get_latest_revision_as_object()
    chosen = [o["value"] for o in form.select("#id_meeting option[value]:not([value=''])")]
    assert chosen == [str(meeting.pk)]
    assert draft.meeting_id == meeting.pk


def test_alias_of_a_pack_closes_nothing_for_others(us, programme, other_event):
    pack = make_pack(other_event, live=True)
    PackOpening.objects.get_or_create(pack=pack, defaults={"opened_at": timezone.now()})
    alias = pack.create_alias(parent=programme)

    response = us.post(f"/admin/lift/packs/{alias.pk}/close/")

    assert response.status_code == 302
    assert PackOpening.objects.filter(pack=pack).exists()
