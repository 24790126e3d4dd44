from datetime import UTC, date, datetime, time

import pytest

from tests.factories import make_event, make_programme, make_venue, meeting_of
from wagtail_lift.actions import postpone_meeting
from wagtail_lift.date_forms import ChangeMeetingForm
from wagtail_lift.domain.location import Location
from wagtail_lift.enums import Notice

MOVE = {
    "start_date": "2027-06-08",
    "start_time": "18:00",
    "end_date": "",
    "end_time": "19:30",
    "public_note": "A bigger room.",
}


@pytest.fixture
def meeting(home):
    return meeting_of(make_event(make_programme(home)))


def test_change_form_starts_with_the_time_in_the_zone_of_the_event(meeting):
    form = ChangeMeetingForm(meeting=meeting)

    assert form.initial == {
        "start_date": date(2027, 6, 1),
        "start_time": time(12, 30),
        "end_date": None,
        "end_time": time(14, 0),
        "hours": "start_and_end",
        "where": "page",
        "venue_id": None,
        "attendance_mode": "in_person",
        "venue_name": "",
        "venue_address": "",
        "map_url": "",
        "platform_name": "",
        "join_url": "",
        "public_note": "",
    }
    assert form.fields["start_date"].help_text == "All times are in Europe/London."


def test_change_form_names_the_day_of_an_end_on_another_day(home):
    late = make_event(
        make_programme(home),
        start_date=date(2027, 6, 1),
        start_time=time(23, 0),
        end_date=date(2027, 6, 2),
        end_time=time(1, 0),
        timezone="Europe/London",
    )

    form = ChangeMeetingForm(meeting=meeting_of(late))

    assert form.initial["end_date"] == date(2027, 6, 2)


def test_change_form_starts_empty_for_a_date_without_a_time(home):
    undated = meeting_of(make_event(make_programme(home), start_date=None))

    assert "start_date" not in ChangeMeetingForm(meeting=undated).initial


def test_change_form_reads_what_is_typed_in_the_zone_of_the_event(meeting, superuser):
    form = ChangeMeetingForm(MOVE, meeting=meeting)

    assert form.is_valid()
    moved = form.carry_out(superuser)

    assert (moved.current_starts_at, moved.current_ends_at, moved.public_note) == (
        datetime(2027, 6, 8, 17, 0, tzinfo=UTC),
        datetime(2027, 6, 8, 18, 30, tzinfo=UTC),
        "A bigger room.",
    )


def test_change_form_takes_an_end_on_another_day(meeting, superuser):
    form = ChangeMeetingForm({**MOVE, "end_date": "2027-06-09"}, meeting=meeting)

    assert form.is_valid()
    moved = form.carry_out(superuser)

    assert moved.current_ends_at == datetime(2027, 6, 9, 18, 30, tzinfo=UTC)


def test_change_form_reads_an_early_end_as_that_of_the_night(meeting, superuser):
    form = ChangeMeetingForm({**MOVE, "start_time": "22:00", "end_time": "01:00"}, meeting=meeting)

    assert form.is_valid()
    moved = form.carry_out(superuser)

    assert moved.current_ends_at == datetime(2027, 6, 9, 0, 0, tzinfo=UTC)
    assert form.get_notices() == (Notice.ENDS_NEXT_DAY,)


@pytest.mark.parametrize(
    ("typed", "field", "code"),
    [
        ({"end_time": "17:00"}, "end_time", "end_before_start"),
        ({"end_date": "31 Dec 2199"}, "end_date", "lasts_too_long"),
        (
            {
                "start_date": "2027-06-01",
                "start_time": "12:30",
                "end_time": "14:00",
                "public_note": "",
            },
            "__all__",
            "changes_nothing",
        ),
    ],
)
def test_change_form_puts_the_error_at_its_field(meeting, superuser, typed, field, code):
    form = ChangeMeetingForm({**MOVE, **typed}, meeting=meeting)

    assert form.is_valid()
    assert form.carry_out(superuser) is None
    errors = form.errors.get_json_data()
    assert {name: [e["code"] for e in found] for name, found in errors.items()} == {field: [code]}


def test_change_form_asks_for_start_and_end(meeting):
    form = ChangeMeetingForm({}, meeting=meeting)

    assert sorted(form.errors) == ["end_time", "start_date", "start_time"]


def test_change_form_tells_of_hours_that_the_clocks_change(meeting, superuser):
    typed = {"start_date": "2027-03-28", "start_time": "01:30", "end_time": "03:00"}
    form = ChangeMeetingForm({**MOVE, **typed}, meeting=meeting)

    assert form.is_valid()
    form.carry_out(superuser)

    assert form.get_notices() == (Notice.START_SKIPPED,)


OWN = {
    "start_date": "2027-06-01",
    "start_time": "12:30",
    "end_time": "14:00",
    "where": "own",
    "attendance_mode": "both",
    "venue_name": "The Mill",
    "venue_address": "2 Mill Lane",
    "map_url": "maps.example.org/mill",
    "platform_name": "Zoom",
    "join_url": "https://meet.example.org/mill",
    "public_note": "The hall is being painted.",
}


def test_change_form_lets_a_date_take_place_elsewhere_at_its_time(meeting, superuser):
    form = ChangeMeetingForm(OWN, meeting=meeting)

    assert form.is_valid()
    changed = form.carry_out(superuser)

    assert (changed.has_own_location, changed.is_moved) == (True, False)
    assert changed.location == Location(
        "both", "The Mill", "2 Mill Lane", "https://maps.example.org/mill", "Zoom"
    )
    assert changed.join_url == "https://meet.example.org/mill"


def test_change_form_takes_a_saved_venue_and_shows_it_again(meeting, superuser):
    mill = make_venue("The Mill", address="Mill Lane")
    typed = {"venue_name": "", "venue_address": "", "map_url": "", "venue_id": mill.pk}
    form = ChangeMeetingForm({**OWN, **typed}, meeting=meeting)

    assert form.is_valid()
    changed = form.carry_out(superuser)

    assert (changed.venue, changed.venue_name, changed.platform_name) == (mill, "The Mill", "Zoom")
    again = ChangeMeetingForm(meeting=changed)
    assert {name: again.initial[name] for name in ("where", *typed)} == {
        "where": "own",
        **typed,
    }


def test_change_form_offers_the_venues_that_readers_see(meeting):
    mill = make_venue("The Mill")
    make_venue("Secret Hall", live=False)

    assert list(ChangeMeetingForm(meeting=meeting).fields["venue_id"].queryset) == [mill]


def test_change_form_of_a_place_does_not_end_a_postponement(meeting, superuser):
    postponed = postpone_meeting(meeting, user=superuser)

    form = ChangeMeetingForm(OWN, meeting=postponed)

    assert form.is_valid()
    assert form.carry_out(superuser).state == "postponed"


def test_change_form_lets_a_date_take_place_where_its_page_says_again(meeting, superuser):
    form = ChangeMeetingForm(OWN, meeting=meeting)
    form.is_valid()
    elsewhere = form.carry_out(superuser)
    assert ChangeMeetingForm(meeting=elsewhere).initial["where"] == "own"

    back = ChangeMeetingForm({**OWN, "where": "page", "map_url": "no address"}, meeting=elsewhere)

    assert back.is_valid()
    done = back.carry_out(superuser)
    assert (done.has_own_location, done.location, done.join_url) == (
        False,
        meeting.location,
        "",
    )


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"attendance_mode": ""}, "attendance_mode"),
        (
            {"attendance_mode": "in_person", "venue_name": " ", "venue_address": ""},
            "venue_name",
        ),
        ({"attendance_mode": "by boat"}, "attendance_mode"),
        ({"map_url": "no address"}, "map_url"),
        ({"join_url": "no address"}, "join_url"),
        ({"venue_name": "x" * 201}, "venue_name"),
        ({"venue_address": "Mill\x00"}, "venue_address"),
    ],
)
def test_change_form_refuses_a_location_that_no_page_could_have(meeting, typed, field):
    form = ChangeMeetingForm({**OWN, **typed}, meeting=meeting)

    assert list(form.errors) == [field]


def test_change_form_takes_another_note_alone(meeting, superuser):
    form = ChangeMeetingForm({**OWN, "where": "page", "public_note": "New"}, meeting=meeting)

    assert form.is_valid()
    assert form.carry_out(superuser).public_note == "New"


def test_change_form_reads_what_people_write(meeting, superuser):
    typed = {"start_date": "8 June 2027", "start_time": "6pm", "end_time": "19.30 Uhr"}
    form = ChangeMeetingForm({**MOVE, **typed}, meeting=meeting)

    assert form.is_valid(), form.errors
    moved = form.carry_out(superuser)

    assert moved.current_starts_at == datetime(2027, 6, 8, 17, 0, tzinfo=UTC)
    assert moved.current_ends_at == datetime(2027, 6, 8, 18, 30, tzinfo=UTC)


def test_change_form_refuses_what_it_does_not_understand_and_shows_it_again(meeting):
    form = ChangeMeetingForm({**MOVE, "start_date": "8 Juny", "end_time": "25:00"}, meeting=meeting)

    errors = form.errors.get_json_data()
    assert {name: [e["code"] for e in found] for name, found in errors.items()} == {
        "start_date": ["invalid"],
        "end_time": ["invalid"],
    }
    assert 'value="8 Juny"' in str(form["start_date"])


def test_change_form_tells_how_its_times_are_understood(meeting):
    moved = ChangeMeetingForm({**MOVE, "start_time": "10pm", "end_time": "1am"}, meeting=meeting)

    told = [form.told.sentence for form in (ChangeMeetingForm(meeting=meeting), moved)]

    assert told == [
        "Tuesday 1 June 2027, 12:30 to 14:00, 1 h 30 min, London time (BST)",
        "Tuesday 8 June 2027, 22:00 to Wednesday 9 June, 01:00, 3 h, London time (BST)",
    ]
