"""What differs on one date of an event, and its note, at every place where dates are told of."""

import json
from datetime import UTC, date, datetime, time
from html import unescape

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import Locale

from tests.factories import local, make_event, make_programme
from wagtail_lift.actions import cancel_meeting, change_meeting
from wagtail_lift.domain.location import Location
from wagtail_lift.exceptions import ChangesNothing, MeetingCancelled
from wagtail_lift.models import EventOccurrence, EventPage, Meeting

MILL = Location("both", "The Mill", "2 Mill Lane\nLeeds", "https://maps.example.org/mill", "Zoom")
HALL = {
    "attendance_mode": "in_person",
    "venue_name": "The Hall",
    "venue_address": "1 Hall Road",
    "map_url": "https://maps.example.org/hall",
}
NOTE = "The hall is being painted."
ROOM, OWN_ROOM = "https://meet.example.org/hall", "https://meet.example.org/mill"
LINK_OF_ALL = {"join_url": ROOM, "join_link_rule": "everyone", "booking_mode": "not_needed"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime(2027, 5, 20, 12, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def event(programme):
    return make_event(
        programme,
        start_date=date(2027, 6, 1),
        start_time=time(18, 0),
        end_time=time(20, 0),
        timezone="Europe/London",
        recurrence_rule="FREQ=WEEKLY;COUNT=3",
        **HALL,
        **LINK_OF_ALL,
    )


@pytest.fixture
def second(event):
    """Return the second date, which an action put elsewhere and half an hour later."""
    return change_meeting(
        meeting_on(event, 8),
        starts_at=local(2027, 6, 8, 18, 30),
        location=MILL,
        join_url=OWN_ROOM,
        user=None,
        public_note=NOTE,
    )


def meeting_on(event, day) -> Meeting:
    return event.lift_event.meetings.get(date_key__startswith=f"2027-06-{day:02}")


def publish(event, **changes):
    for name, value in changes.items():
        setattr(event, name, value)
    event.save_revision().publish()


def words(response, selector="main") -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(" ".join(found.get_text(" ") for found in soup.select(selector)).split())


def unfolded(response) -> str:
    text = b"".join(response.streaming_content) if response.streaming else response.content
    return text.decode().replace("\r\n ", "").replace("\\,", ",").replace("\\n", "\n")


def test_change_leaves_the_other_dates_alone(event, second):
    rows = EventOccurrence.objects.order_by("starts_at")

    assert [(o.place, o.attendance_mode, o.location) for o in rows] == [
        ("The Hall", "in_person", None),
        ("The Mill · Zoom", "both", MILL),
        ("The Hall", "in_person", None),
    ]
    assert (second.has_own_location, second.sequence, second.is_moved) == (True, 1, True)


def test_page_lists_the_note_both_times_and_the_place(event, second, client):
    dates = words(client.get(event.url), ".lift-dates__item")

    assert dates.count(NOTE) == 1
    assert "The Mill" in dates
    assert "It was planned for Tuesday 8 June 2027 , 6 p.m." in dates
    assert "6:30 p.m." in dates


def test_page_of_the_date_shows_where_it_is(event, second, client):
    shown = words(client.get(event.url, {"date": "2027-06-08"}), ".lift-next, .lift-facts__list")

    assert "The Hall" not in shown
    for said in (NOTE, "The Mill", "and online, on Zoom", "2 Mill Lane"):
        assert said in shown
    assert "The Mill" not in words(client.get(event.url), ".lift-next, .lift-facts__list")


def test_list_and_month_show_the_note_and_both_times(programme, second, client):
    each = words(client.get(programme.url, {"each": "date"}), ".lift-card")
    month = words(client.get(f"{programme.url}calendar/2027/06/"), ".lift-month .lift-entry")

    for shown in (each, month):
        assert shown.count(NOTE) == 1
        assert shown.count("It was planned for Tuesday 8 June 2027") == 1


def test_calendars_tell_the_place_the_note_and_both_times(programme, event, second, client):
    for response in (
        client.get(f"{programme.url}ics/"),
        client.get(f"{event.url}ics/"),
        client.get(f"{event.url}ics/", {"date": "2027-06-08"}),
    ):
        entries = unfolded(response).split("BEGIN:VEVENT")[1:]
        told = next(entry for entry in entries if "20270608" in entry)
        assert "LOCATION:The Mill, 2 Mill Lane, Leeds · Online\r" in told
        assert NOTE in told
        assert "It was planned for Tuesday 8 June 2027, 6 p.m., London time (BST)." in told
        assert all("LOCATION:The Hall, 1 Hall Road\r" in e for e in entries if e is not told)


def test_feed_tells_the_place_the_note_and_both_times(programme, event, second, client):
    cancel_meeting(meeting_on(event, 1), user=None)

    told = unescape(client.get(f"{programme.url}feed/").content.decode())

    assert "The Mill · Zoom" in told
    assert NOTE in told
    assert "was planned for Tuesday 8 June 2027, 6 p.m." in told


def test_search_engines_are_told_where_each_date_is(event, second, client):
    soup = BeautifulSoup(client.get(event.url).content, "html.parser")
    scripts = [json.loads(found.text) for found in soup.select("[type='application/ld+json']")]
    about = next(item for script in scripts for item in flat(script) if "subEvent" in item)
    first, changed, _third = about["subEvent"]

    assert first["location"]["name"] == "The Hall"
    assert changed["location"][0]["name"] == "The Mill"
    assert changed["location"][1]["@type"] == "VirtualLocation"
    assert changed["eventAttendanceMode"].endswith("MixedEventAttendanceMode")


def flat(script) -> list:
    items = script if isinstance(script, list) else script.get("@graph", [script])
    return [item for item in items if isinstance(item, dict)]


def test_api_tells_where_each_date_is(event, second, client):
    dates = client.get(f"/api/v2/pages/{event.pk}/").json()["occurrences"]
    told = [(found["venue_name"], found["platform_name"], found["place"]) for found in dates]

    assert told == [
        ("The Hall", "", "The Hall"),
        ("The Mill", "Zoom", "The Mill · Zoom"),
        ("The Hall", "", "The Hall"),
    ]
    assert dates[1]["public_note"] == NOTE
    assert dates[1]["previous_starts_at"] == "2027-06-08T17:00:00Z"


def test_date_is_found_by_how_people_take_part(programme, second, client):
    found = words(client.get(programme.url, {"each": "date", "mode": "online"}), ".lift-card")

    assert "8 June" in found
    assert "15 June" not in found


@pytest.mark.parametrize(
    ("day", "own", "location", "link"),
    [
        (1, "", None, ROOM),
        (8, OWN_ROOM, MILL, OWN_ROOM),
        (8, "", MILL, ROOM),
        (8, "", Location("in_person", "The Mill"), ""),
        (8, OWN_ROOM, Location(**HALL), ""),
    ],
)
def test_join_link_is_that_of_the_date(event, client, clock, day, own, location, link):
    publish(event, attendance_mode="both")
    if location:
        change_meeting(meeting_on(event, day), location=location, join_url=own, user=None)
    before = client.get(event.url, {"date": f"2027-06-{day:02}"}).content.decode()

    clock.move_to(datetime(2027, 6, day, 17, 30, tzinfo=UTC))
    shown = client.get(event.url, {"date": f"2027-06-{day:02}"}).content.decode()

    assert OWN_ROOM not in before
    assert {url for url in (ROOM, OWN_ROOM) if url in shown} == ({link} if link else set())


def test_place_of_a_date_outlives_edits_of_its_page(event, second):
    page = EventPage.objects.get(pk=event.pk)
    page.venue_name, page.start_time, page.end_time = "The Library", time(17, 0), time(19, 0)
    page.save_revision().publish()

    rows = EventOccurrence.objects.order_by("starts_at")
    assert [o.place for o in rows] == ["The Library", "The Mill · Zoom", "The Library"]
    assert Meeting.objects.get(pk=second.pk).join_url == OWN_ROOM


def test_place_of_a_date_does_not_come_to_another_day(home, programme):
    event = make_event(programme, "Once", **HALL)
    before = change_meeting(event.lift_event.meetings.get(), location=MILL, user=None)
    page = EventPage.objects.get(pk=event.pk)

    page.start_date = date(2027, 6, 2)
    page.save_revision().publish()

    kept, new = event.lift_event.meetings.order_by("date_key")
    assert (kept.pk, kept.problem) == (before.pk, "date_not_planned")
    assert (new.location, new.has_own_location) == (page.location, False)


def test_place_that_an_edit_names_later_does_not_change_what_took_place(event, clock, client):
    clock.move_to(datetime(2027, 6, 2, 12, tzinfo=UTC))
    page = EventPage.objects.get(pk=event.pk)
    page.venue_name, page.venue_address, page.map_url = "The Library", "9 Book Road", ""
    page.save_revision().publish()

    shown = words(client.get(event.url, {"date": "2027-06-01"}), ".lift-facts__list")

    assert "The Hall" in shown
    assert "1 Hall Road" in shown
    assert "Library" not in shown


def test_empty_location_takes_the_change_back(event, second):
    back = change_meeting(second, location=Location(), user=None, public_note="")

    assert (back.has_own_location, back.location, back.join_url) == (False, event.location, "")
    assert list(EventOccurrence.objects.filter(location__isnull=False)) == []


def test_location_of_the_page_is_no_difference(event):
    with pytest.raises(ChangesNothing):
        change_meeting(meeting_on(event, 8), location=event.location, user=None)


def test_location_of_a_cancelled_date_is_not_changed(event):
    cancelled = cancel_meeting(meeting_on(event, 8), user=None)

    with pytest.raises(MeetingCancelled):
        change_meeting(cancelled, location=MILL, user=None)


def test_translation_shows_the_place_of_the_date(event, second):
    german = Locale.objects.get_or_create(language_code="de")[0]
    translation = event.copy_for_translation(german, copy_parents=True)
    translation.venue_name = "Der Saal"
    translation.save_revision().publish()

    rows = EventOccurrence.objects.filter(page=translation.pk).order_by("starts_at")
    assert [o.place for o in rows] == ["Der Saal", "The Mill · Zoom", "Der Saal"]
