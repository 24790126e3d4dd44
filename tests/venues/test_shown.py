"""An event at a venue, at every door that shows it."""

from dataclasses import asdict
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Locale

from tests.factories import make_event, make_image, make_programme, make_venue, meeting_of, when
from tests.seo.heads import told
from wagtail_lift.actions import change_meeting
from wagtail_lift.domain.location import Location
from wagtail_lift.models import EventFacet, EventOccurrence

pytestmark = pytest.mark.django_db
MAP = "https://www.openstreetmap.org/?mlat=53.797400&mlon=-1.543800#map=17/53.797400/-1.543800"


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def venue():
    photo = make_image("The front door")
    block = {"image": photo.pk, "alt_text": "A green door", "decorative": False}
    venue = make_venue(
        address="1 High Street\nLeeds",
        latitude=53.7974,
        longitude=-1.5438,
        travel="<p>Bus 12 stops <b>outside</b>.</p>",
        step_free=True,
        accessible_toilet=True,
        access_notes="Ring the lower bell.",
    )
    venue.photos = venue.photos.stream_block.to_python(
        [{"type": "photo", "value": {"image": block, "caption": "The way in"}}]
    )
    venue.save()
    return venue


@pytest.fixture
def event(home, venue, at_noon):
    soon = when(at_noon + timedelta(days=7))
    return make_event(make_programme(home), venue=venue, captions=True, **soon)


def page_of(client, url):
    return BeautifulSoup(client.get(url).content, "html.parser")


def text_of(part):
    return " ".join(part.get_text(" ").split())


def test_page_shows_the_venue_in_full(event, client):
    page = page_of(client, event.url)

    section = page.select_one("section[aria-labelledby=lift-venue-title]")
    assert text_of(section) == (
        "The Kettle 1 High Street Leeds Find it on a map How to get there Bus 12 stops outside . "
        "Access at the venue Step-free access Accessible toilet Ring the lower bell. The way in"
    )
    assert section.select_one(".lift-venue__map a")["href"] == MAP
    assert section.select_one("img")["alt"] == "A green door"


def test_facts_name_venue_address_and_what_both_promise(event, client):
    facts = page_of(client, event.url).select_one(".lift-facts")

    assert text_of(facts.select_one(".lift-place")) == (
        "The Kettle 1 High Street Leeds Find it on a map"
    )
    assert [item.text for item in facts.select(".lift-access__item")] == [
        "Step-free access",
        "Accessible toilet",
        "Captions",
    ]


def test_what_is_typed_beside_a_venue_is_not_shown(event, client):
    event.venue_name, event.venue_address = "Old Hall", "2 Low Street"
    event.save()

    assert "Old Hall" not in client.get(event.url).getvalue().decode()


def test_venue_of_an_online_event_is_not_shown(event, client):
    event.attendance_mode = "online"
    event.save()

    assert "The Kettle" not in client.get(event.url).getvalue().decode()
    assert client.get(f"/api/v2/events/{event.pk}/").json()["venue"] is None
    assert event.access_features == ["Captions"]


def test_search_engines_get_address_coordinates_and_map(event, client):
    assert told(client, event.url)["Event"]["location"] == {
        "@type": "Place",
        "name": "The Kettle",
        "address": {"@type": "PostalAddress", "streetAddress": "1 High Street Leeds"},
        "geo": {"@type": "GeoCoordinates", "latitude": 53.7974, "longitude": -1.5438},
        "hasMap": MAP,
    }


def test_calendar_gets_place_and_coordinates(event, client):
    text = client.get(f"{event.url}ics/").getvalue().decode()

    assert "LOCATION:The Kettle\\, 1 High Street\\, Leeds\r\n" in text
    assert "GEO:53.797400;-1.543800\r\n" in text


def test_version_2_of_the_api_tells_the_venue(event, client, venue):
    v2 = client.get(f"/api/v2/events/{event.pk}/?rich_text_format=html").json()

    photo = v2["venue"].pop("photos")[0]
    assert v2["venue"] == {
        "id": venue.pk,
        "translation_key": str(venue.translation_key),
        "name": "The Kettle",
        "address": "1 High Street\nLeeds",
        "latitude": 53.7974,
        "longitude": -1.5438,
        "map_url": MAP,
        "travel": "<p>Bus 12 stops <b>outside</b>.</p>",
        "access_features": [
            {"value": "step_free", "label": "Step-free access"},
            {"value": "accessible_toilet", "label": "Accessible toilet"},
        ],
        "access_notes": "Ring the lower bell.",
    }
    assert (photo["alt"], photo["caption"]) == ("A green door", "The way in")
    date = v2["occurrences"][0]
    assert (date["venue_name"], date["latitude"], date["map_url"]) == ("The Kettle", 53.7974, MAP)


def test_markdown_tells_how_to_get_there(event, client):
    text = unescape(client.get(f"{event.url}markdown/").getvalue().decode())

    assert "## The Kettle" in text
    assert "Bus 12 stops **outside**." in text
    assert "![A green door](" in text


def test_lists_name_the_venue_and_filter_by_its_access(event, client):
    row = EventOccurrence.objects.get(page=event.pk)

    assert (row.place, row.location) == ("The Kettle", None)
    promised = EventFacet.objects.filter(page=event.pk, kind="access")
    assert set(promised.values_list("value", flat=True)) == {
        "step_free",
        "accessible_toilet",
        "captions",
    }


def test_date_with_a_place_of_its_own_shows_nothing_of_the_venue(event, client):
    there = Location("in_person", "The Mill", "Mill Lane")

    change_meeting(meeting_of(event), location=there, user=None)

    page = page_of(client, event.url)
    assert page.select_one("#lift-venue-title") is None
    assert "Step-free" not in page.select_one(".lift-facts").text
    assert "The Mill" in page.select_one(".lift-facts .lift-place").text
    meeting = meeting_of(event)
    assert (meeting.latitude, meeting.longitude) == (None, None)
    assert "GEO:" not in client.get(f"{event.url}ics/").getvalue().decode()
    change_meeting(meeting, location=Location(), user=None)
    assert meeting_of(event).latitude == 53.7974


def test_draft_venue_is_told_nowhere_and_what_is_typed_stands(home, client, at_noon):
    draft = make_venue("Secret Hall", address="9 Hidden Lane", live=False)
    typed = {"venue_name": "Town Library", **when(at_noon + timedelta(days=7))}
    event = make_event(make_programme(home), venue=draft, **typed)

    answers = [
        client.get(url).getvalue().decode()
        for url in (
            event.url,
            f"{event.url}ics/",
            f"{event.url}markdown/",
            f"/api/v2/events/{event.pk}/?fields=*",
        )
    ]

    assert all("Town Library" in answer for answer in answers)
    assert not any("Secret" in answer or "Hidden" in answer for answer in answers)
    assert asdict(event.location)["venue_name"] == "Town Library"


def test_page_in_another_language_shows_the_venue_in_it(event, client, venue):
    german = Locale.objects.create(language_code="de")
    copy = venue.copy_for_translation(german)
    copy.name, copy.live = "Der Kessel", True
    copy.save()
    translation = event.copy_for_translation(german, copy_parents=True)
    translation.save_revision().publish()

    assert translation.shown_venue == copy
    row = EventOccurrence.objects.get(page=translation.pk)
    assert row.location_on(translation).venue_name == "Der Kessel"
    copy.live = False
    copy.save()
    assert EventOccurrence.objects.get(page=translation.pk).place == "The Kettle"


def test_translated_venue_is_not_published_by_being_translated(venue):
    german = Locale.objects.create(language_code="de")

    copy = venue.copy_for_translation(german)

    assert (copy.live, copy.live_revision) == (False, None)
