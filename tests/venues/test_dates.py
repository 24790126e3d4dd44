"""One date of an event at another saved venue, at every door that shows it."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Locale

from tests import frontend_caches
from tests.factories import make_event, make_programme, make_venue, meeting_of, when
from tests.seo.heads import told
from wagtail_lift.actions import change_meeting
from wagtail_lift.domain.location import Location
from wagtail_lift.exceptions import ChangesNothing, PlaceNotNamed
from wagtail_lift.models import EventOccurrence
from wagtail_lift.pages.models import EventPage
from wagtail_lift.projection import repair_events

pytestmark = pytest.mark.django_db
IN_PERSON = Location("in_person")


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def mill():
    place = {"address": "Mill Lane", "latitude": 51.5, "longitude": -0.125}
    return make_venue("The Mill", travel="<p>Bus 7 stops outside.</p>", step_free=True, **place)


@pytest.fixture
def event(home, at_noon):
    soon = when(at_noon + timedelta(days=7))
    return make_event(make_programme(home), venue=make_venue(), **soon)


@pytest.fixture
def moved(event, mill):
    change_meeting(meeting_of(event), location=IN_PERSON, venue=mill, user=None)
    return event


def edit(venue, **values):
    for name, value in values.items():
        setattr(venue, name, value)
    venue.save_revision().publish()
    venue.refresh_from_db()


def test_page_shows_the_venue_of_the_date(moved, client):
    page = BeautifulSoup(client.get(moved.url).content, "html.parser")

    facts = page.select_one(".lift-facts").text
    assert "The Mill" in facts
    assert "Step-free" in facts
    assert "The Kettle" not in facts
    assert "Bus 7 stops outside." in page.select_one("section:has(#lift-venue-title)").text


def test_search_engines_and_calendars_get_its_place_and_coordinates(moved, client):
    place = told(client, moved.url)["Event"]["location"]
    calendar = client.get(f"{moved.url}ics/").getvalue().decode()

    assert (place["name"], place["geo"]["latitude"], place["geo"]["longitude"]) == (
        "The Mill",
        51.5,
        -0.125,
    )
    assert "LOCATION:The Mill\\, Mill Lane" in calendar
    assert "GEO:51.500000;-0.125000" in calendar


def test_api_tells_its_place(moved, mill, client):
    (date,) = client.get(f"/api/v2/events/{moved.pk}/").json()["occurrences"]

    names = ("venue_id", "venue_name", "venue_address", "latitude", "longitude")
    assert [date[name] for name in names] == [
        mill.pk,
        "The Mill",
        "Mill Lane",
        51.5,
        -0.125,
    ]


def test_date_to_come_follows_its_venue(moved, mill, settings, django_capture_on_commit_callbacks):
    before = meeting_of(moved)
    settings.WAGTAILFRONTENDCACHE = frontend_caches.SETTINGS
    frontend_caches.purged.clear()

    with django_capture_on_commit_callbacks(execute=True):
        edit(mill, address="2 Low Street", latitude=51.0)

    meeting = meeting_of(moved)
    assert (meeting.venue_address, meeting.latitude) == ("2 Low Street", 51.0)
    assert meeting.sequence == before.sequence + 1
    assert EventOccurrence.objects.get(page=moved.pk).location == meeting.location
    assert moved.full_url in frontend_caches.purged


def test_date_that_has_taken_place_keeps_its_words(moved, mill, client, at_noon):
    with time_machine.travel(at_noon + timedelta(days=30), tick=False):
        edit(mill, name="The New Mill", address="2 Low Street", travel="<p>Bus 9.</p>")
        html = client.get(moved.url).content.decode()

    assert meeting_of(moved).venue_address == "Mill Lane"
    assert "The Mill" in html
    assert "Bus 9" not in html
    assert "The New Mill" not in html


def test_missed_change_of_the_venue_is_found_and_repaired(moved, mill, at_noon):
    mill.save_revision().publish()
    type(mill).objects.update(address="2 Low Street")

    repaired = list(repair_events(at_noon))

    assert [found.is_projected for found in repaired] == [True]
    assert meeting_of(moved).venue_address == "2 Low Street"
    assert list(repair_events(at_noon)) == []


def test_deleted_venue_leaves_its_words(moved, mill, client):
    mill.delete()

    meeting = meeting_of(moved)
    assert (meeting.venue, meeting.venue_name, meeting.latitude) == (None, "The Mill", 51.5)
    html = client.get(moved.url).content.decode()
    assert "The Mill" in html
    assert "Bus 7" not in html


def test_unpublished_venue_is_shown_no_longer_and_its_words_stay(moved, mill, client):
    mill.unpublish()

    html = client.get(moved.url).content.decode()
    assert "The Mill" in html
    assert "Bus 7" not in html


def test_draft_venue_tells_nothing(event):
    draft = make_venue("Secret Hall", live=False)

    with pytest.raises(PlaceNotNamed):
        change_meeting(meeting_of(event), location=IN_PERSON, venue=draft, user=None)

    assert meeting_of(event).venue_name == "The Kettle"


def test_same_venue_again_changes_nothing(moved, mill):
    with pytest.raises(ChangesNothing):
        change_meeting(meeting_of(moved), location=IN_PERSON, venue=mill, user=None)


def test_venue_of_the_page_is_no_place_of_its_own(moved):
    change_meeting(meeting_of(moved), location=IN_PERSON, venue=moved.venue, user=None)

    meeting = meeting_of(moved)
    assert (meeting.has_own_location, meeting.venue, meeting.venue_name) == (
        False,
        None,
        "The Kettle",
    )


def test_typed_place_or_none_ends_with_the_venue(moved, mill):
    change_meeting(meeting_of(moved), location=Location("in_person", "The Yard"), user=None)
    assert (meeting_of(moved).venue, meeting_of(moved).latitude) == (None, None)

    change_meeting(meeting_of(moved), location=IN_PERSON, venue=mill, user=None)
    change_meeting(meeting_of(moved), location=Location(), user=None)

    assert (meeting_of(moved).venue, meeting_of(moved).venue_name) == (None, "The Kettle")


def test_page_in_another_language_shows_how_to_get_there_in_it(moved, mill):
    german = mill.copy_for_translation(Locale.objects.create(language_code="de"))
    german.live = True
    german.save()
    page = moved.copy_for_translation(german.locale, copy_parents=True)
    page.save_revision().publish()

    page = EventPage.objects.get(pk=page.pk)
    (date,) = page.occurrences
    assert (date.venue_on(page), date.place) == (german, "The Mill")

    german.unpublish()
    assert date.venue_on(page) == mill
