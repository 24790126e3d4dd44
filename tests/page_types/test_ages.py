"""How long an answer may be kept tells nobody of what they may not see."""

from datetime import timedelta

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.models import EventPage

pytestmark = pytest.mark.django_db
SOON = timedelta(seconds=100)
BELOW = (
    "",
    "?page=2",
    "?each=date",
    "calendar/",
    "ics/",
    "ics/tag/care/",
    "feed/",
    "feed/json/",
    "insights/",
)


@pytest.fixture
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home, at_noon):
    return make_programme(home)


def cache_control(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response["Cache-Control"]


def plan_draft(event, at):
    EventPage.objects.get(pk=event.pk).save_revision().publish()
    draft = EventPage.objects.get(pk=event.pk)
    draft.go_live_at = at
    draft.save_revision().publish()


def plan_event(programme, at):
    planned = make_event(programme, "Planned", live=False, **when(at))
    planned.go_live_at = at
    planned.save_revision().publish()


def hidden_event(programme, **fields):
    event = make_event(programme, "Hidden", **fields)
    PageViewRestriction.objects.create(page=event, restriction_type="login")
    return event


def start_hidden_event(programme, at):
    hidden_event(programme, **when(at))


def end_hidden_event(programme, at):
    hidden_event(programme, **when(at - timedelta(hours=2)))


def expire_hidden_event(programme, at):
    hidden_event(programme, expire_at=at)


def plan_draft_of_a_hidden_event(programme, at):
    plan_draft(hidden_event(programme), at)


def plan_draft_of_an_alias(programme, at):
    event = hidden_event(programme)
    inner = make_programme(programme, "Inner")
    event.create_alias(parent=inner, update_slug="alias")
    plan_draft(event, at)


def expire_host_who_is_not_listed(programme, at):
    make_host("Sam", is_listed=False, expire_at=at)


HIDDEN = (
    plan_event,
    start_hidden_event,
    end_hidden_event,
    expire_hidden_event,
    plan_draft_of_a_hidden_event,
    plan_draft_of_an_alias,
    expire_host_who_is_not_listed,
)


@pytest.mark.parametrize("below", [*BELOW, "bread/", "bread/ics/"])
@pytest.mark.parametrize("schedule", HIDDEN, ids=lambda schedule: schedule.__name__)
def test_no_answer_tells_by_its_end_of_what_its_reader_may_not_see(
    schedule, below, programme, client, at_noon
):
    make_event(programme, "Bread", topics=["Care"], **when(at_noon + timedelta(days=7)))

    schedule(programme, at_noon + SOON)

    assert cache_control(client, f"{programme.url}{below}") == "public, max-age=300"


def test_pack_and_what_it_inspired_do_not_tell_when_a_hidden_event_ends(programme, client, at_noon):
    hidden = hidden_event(programme, **when(at_noon + SOON - timedelta(hours=2)))
    pack = make_pack(programme, "Learnt", event=hidden)
    event = make_event(programme, inspired_by=pack, **when(at_noon + timedelta(days=7)))
    urls = [pack.url, event.url]

    assert [cache_control(client, url) for url in urls] == ["public, max-age=300"] * 2
    assert client.get(f"/api/v2/pages/{pack.pk}/").json()["opens_at"] is None
    with time_machine.travel(at_noon + SOON, tick=False):
        assert client.get(pack.url).context_data["is_open"]
        assert client.get(f"/api/v2/insights/{pack.pk}/").json()["opens_at"] is None
