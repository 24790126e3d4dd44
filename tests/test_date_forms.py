from datetime import UTC, date, datetime, time

import pytest

from tests.factories import make_event, make_programme, meeting_of
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.date_forms import MEETING_ACTIONS, MeetingActionForm, MoveMeetingForm
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


def applying(meeting) -> list[str]:
    return [name for name, form in MEETING_ACTIONS.items() if form.applies_to(meeting)]


def test_forms_apply_to_a_date_that_goes_ahead(meeting):
    assert applying(meeting) == ["cancel", "postpone", "move"]


def test_forms_apply_to_a_date_without_a_time(home):
    undated = meeting_of(make_event(make_programme(home), start_date=None))

    assert applying(undated) == ["cancel", "postpone"]


def test_forms_apply_to_a_cancelled_date(meeting, superuser):
    assert applying(cancel_meeting(meeting, user=superuser)) == ["reinstate"]


def test_forms_apply_to_a_postponed_date(meeting, superuser):
    postponed = postpone_meeting(meeting, user=superuser)

    assert applying(postponed) == ["cancel", "reinstate", "move"]


def test_form_says_to_which_dates_it_applies(meeting):
    with pytest.raises(NotImplementedError):
        MeetingActionForm.applies_to(meeting)


@pytest.mark.parametrize(("name", "state"), [("cancel", "cancelled"), ("postpone", "postponed")])
def test_form_carries_out_its_action(meeting, superuser, name, state):
    form = MEETING_ACTIONS[name]({"public_note": "The host is ill."}, meeting=meeting)

    assert form.is_valid()
    form.carry_out(superuser)

    meeting.refresh_from_db()
    assert (meeting.state, meeting.public_note) == (state, "The host is ill.")
    assert form.get_notices() == ()


def test_form_reinstates(meeting, superuser):
    cancelled = cancel_meeting(meeting, user=superuser)
    form = MEETING_ACTIONS["reinstate"]({"public_note": ""}, meeting=cancelled)

    assert form.is_valid()
    form.carry_out(superuser)

    meeting.refresh_from_db()
    assert meeting.state == "scheduled"


def test_form_shows_the_error_of_its_action(meeting, superuser):
    cancel_meeting(meeting, user=superuser)
    form = MEETING_ACTIONS["cancel"]({"public_note": "Again"}, meeting=meeting)

    assert form.is_valid()
    assert form.carry_out(superuser) is None
    assert form.errors.get_json_data() == {
        "__all__": [{"message": "This date is already cancelled.", "code": "already_cancelled"}]
    }


def test_move_form_starts_with_the_time_in_the_zone_of_the_event(meeting):
    form = MoveMeetingForm(meeting=meeting)

    assert form.initial == {
        "start_date": date(2027, 6, 1),
        "start_time": time(12, 30),
        "end_date": None,
        "end_time": time(14, 0),
    }
    assert form.fields["start_date"].help_text == "All times are in Europe/London."


def test_move_form_names_the_day_of_an_end_on_another_day(home):
    late = make_event(
        make_programme(home),
        start_date=date(2027, 6, 1),
        start_time=time(23, 0),
        end_date=date(2027, 6, 2),
        end_time=time(1, 0),
        timezone="Europe/London",
    )

    form = MoveMeetingForm(meeting=meeting_of(late))

    assert form.initial["end_date"] == date(2027, 6, 2)


def test_move_form_starts_empty_for_a_date_without_a_time(home):
    undated = meeting_of(make_event(make_programme(home), start_date=None))

    assert MoveMeetingForm(meeting=undated).initial == {}


def test_move_form_reads_what_is_typed_in_the_zone_of_the_event(meeting, superuser):
    form = MoveMeetingForm(MOVE, meeting=meeting)

    assert form.is_valid()
    moved = form.carry_out(superuser)

    assert (moved.current_starts_at, moved.current_ends_at, moved.public_note) == (
        datetime(2027, 6, 8, 17, 0, tzinfo=UTC),
        datetime(2027, 6, 8, 18, 30, tzinfo=UTC),
        "A bigger room.",
    )


def test_move_form_takes_an_end_on_another_day(meeting, superuser):
    form = MoveMeetingForm({**MOVE, "end_date": "2027-06-09"}, meeting=meeting)

    assert form.is_valid()
    moved = form.carry_out(superuser)

    assert moved.current_ends_at == datetime(2027, 6, 9, 18, 30, tzinfo=UTC)


def test_move_form_reads_an_early_end_as_that_of_the_night(meeting, superuser):
    form = MoveMeetingForm({**MOVE, "start_time": "22:00", "end_time": "01:00"}, meeting=meeting)

    assert form.is_valid()
    moved = form.carry_out(superuser)

    assert moved.current_ends_at == datetime(2027, 6, 9, 0, 0, tzinfo=UTC)
    assert form.get_notices() == (Notice.ENDS_NEXT_DAY,)


@pytest.mark.parametrize(
    ("typed", "field", "code"),
    [
        ({"end_time": "17:00"}, "end_time", "end_before_start"),
        (
            {"start_date": "2027-06-01", "start_time": "12:30", "end_time": "14:00"},
            "start_date",
            "move_changes_nothing",
        ),
    ],
)
def test_move_form_puts_the_error_at_its_field(meeting, superuser, typed, field, code):
    form = MoveMeetingForm({**MOVE, **typed}, meeting=meeting)

    assert form.is_valid()
    assert form.carry_out(superuser) is None
    errors = form.errors.get_json_data()
    assert {name: [e["code"] for e in found] for name, found in errors.items()} == {field: [code]}


def test_move_form_asks_for_start_and_end(meeting):
    form = MoveMeetingForm({}, meeting=meeting)

    assert sorted(form.errors) == ["end_time", "start_date", "start_time"]


def test_move_form_tells_of_hours_that_the_clocks_change(meeting, superuser):
    typed = {"start_date": "2027-03-28", "start_time": "01:30", "end_time": "03:00"}
    form = MoveMeetingForm({**MOVE, **typed}, meeting=meeting)

    assert form.is_valid()
    form.carry_out(superuser)

    assert form.get_notices() == (Notice.START_SKIPPED,)
