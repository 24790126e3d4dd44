"""The events that an insights pack inspired: on its page and in the API."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from tests.factories import local, make_event, make_pack, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting, change_meeting
from wagtail_lift.packs.reruns import MOST, events_inspired_by

VERSIONS = ["v2", *(["v3"] if apps.is_installed("wagtail.api.v3") else [])]


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def pack(programme):
    return make_pack(make_event(programme), opens_early=True)


def rerun(programme, pack, title="Again", day=1, **fields):
    at = when(local(2027, 7, day, 12))
    return make_event(programme, title, inspired_by=pack, **{**at, **fields})


def titles(pack):
    return [page.title for page in events_inspired_by(pack)]


def test_events_stand_the_latest_first_whatever_is_known_of_their_date(programme, pack):
    rerun(programme, pack, "Second", 2)
    rerun(programme, pack, "Third", 3)
    make_event(programme, "One day", inspired_by=pack, start_date=None)
    make_event(programme, "Of its own")

    assert titles(pack) == ["One day", "Third", "Second"]


def test_only_events_that_anybody_may_see_are_named(client, programme, pack):
    rerun(programme, pack, "Draft", live=False)
    shut = rerun(programme, pack, "Behind a door")
    PageViewRestriction.objects.create(page=shut, restriction_type="login")
    rerun(programme, pack, "Open")

    html = client.get(pack.url).text

    assert titles(pack) == ["Open"]
    assert "Open</bdi>" in html
    assert not any(title in html for title in ("Behind a door", "Draft"))


def test_each_event_stands_once_in_the_language_of_the_reader(programme, pack):
    german = Locale.objects.create(language_code="de")
    for page in (programme.get_parent(), programme, pack.get_parent()):
        page.copy_for_translation(german)
    original = rerun(programme, pack)
    original.create_alias(parent=programme, update_slug="again-too")
    translated = original.copy_for_translation(german)
    translated.title = "Noch einmal"
    translated.save_revision().publish()
    pack_in_german = pack.copy_for_translation(german)

    assert titles(pack) == ["Again"]
    assert titles(pack_in_german) == ["Noch einmal"]


def test_closed_pack_leads_nowhere(client, programme):
    closed = make_pack(make_event(programme))
    rerun(programme, closed, "Too early")

    assert "Too early" not in client.get(closed.url).text
    assert client.get(f"/api/v2/pages/{closed.pk}/").json()["reruns"] is None


@pytest.mark.parametrize("version", VERSIONS)
def test_api_names_them(client, programme, pack, version):
    event = rerun(programme, pack)

    told = client.get(f"/api/{version}/pages/{pack.pk}/").json()["reruns"]

    assert told == [
        {
            "id": event.pk,
            "type": "wagtail_lift_pages.EventPage",
            "title": "Again",
            "url": event.full_url,
            "status": event.lifecycle.status.value,
            "starts_at": "2027-07-01T11:00:00Z",
        }
    ]


def test_number_is_bounded_and_queries_do_not_grow(programme, pack):
    rerun(programme, pack, "0")
    with CaptureQueriesContext(connection) as of_one:
        events_inspired_by(pack)
    for n in range(1, MOST + 2):
        rerun(programme, pack, f"{n}")

    with CaptureQueriesContext(connection) as of_many:
        found = events_inspired_by(pack)
        assert all(page.headline_occurrence for page in found)

    assert len(found) == MOST
    assert len(of_one) == len(of_many)


def test_rerun_that_was_cancelled_or_moved_says_so_with_its_note(client, programme, pack):
    cancelled, moved = rerun(programme, pack, "Off"), rerun(programme, pack, "Later", 2)
    cancel_meeting(meeting_of(cancelled), user=None, public_note="No room.")
    change_meeting(
        meeting_of(moved),
        starts_at=local(2027, 7, 9, 12),
        ends_at=local(2027, 7, 9, 13),
        user=None,
        public_note="A week later.",
    )

    section = BeautifulSoup(client.get(pack.url).content, "html.parser").find(
        attrs={"aria-labelledby": "lift-reruns-title"}
    )

    later, off = (" ".join(item.get_text(" ").split()) for item in section.find_all("li"))
    assert "It was planned for" in off
    assert off.endswith("Cancelled No room.")
    assert "Friday 2 July 2027" in later
    assert later.endswith("A week later.")
