"""The form that moves a date to another day."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import make_event, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.date_forms import MoveMeetingForm


@pytest.fixture
def programme(home):
    return make_programme(home)


def moved(meeting, user, day, **typed):
    """Move a meeting as a browser would; return it as stored, and the codes of the errors."""
    form = MoveMeetingForm({"day": day, "public_note": "", **typed}, meeting=meeting)
    if form.is_valid():
        form.carry_out(user)
    meeting.refresh_from_db()
    errors = {
        name: [e["code"] for e in found] for name, found in form.errors.get_json_data().items()
    }
    return meeting, errors


def test_time_of_day_stays_over_a_clock_change(programme, superuser):
    starts_at = datetime(2027, 3, 26, 12, 30, tzinfo=UTC)
    event = make_event(programme, **when(starts_at, hours=1.5))

    meeting, errors = moved(meeting_of(event), superuser, "2027-03-29")

    assert errors == {}
    assert meeting.current_start.isoformat() == "2027-03-29T12:30:00"
    assert meeting.current_starts_at == datetime(2027, 3, 29, 11, 30, tzinfo=UTC)
    assert meeting.current_end.isoformat() == "2027-03-29T14:00:00"


def test_date_that_lasts_over_midnight_keeps_its_length(programme, superuser):
    night = when(datetime(2027, 6, 4, 20, 0, tzinfo=UTC), hours=5)

    meeting, _errors = moved(meeting_of(make_event(programme, **night)), superuser, "2027-06-10")

    assert meeting.current_end - meeting.current_start == timedelta(hours=5)


def test_place_and_note_stay_as_they_are(programme, superuser):
    event = make_event(programme, venue_name="Town hall")
    meeting = change_meeting(meeting_of(event), public_note="Bring a coat.", user=superuser)
    form = MoveMeetingForm(meeting=meeting)

    meeting, _errors = moved(
        meeting, superuser, "2027-06-10", public_note=form.initial["public_note"]
    )

    assert (meeting.venue_name, meeting.has_own_location) == ("Town hall", False)
    assert meeting.public_note == "Bring a coat."


def test_same_day_changes_nothing(programme, superuser):
    meeting, errors = moved(meeting_of(make_event(programme)), superuser, "2027-06-01")

    assert (meeting.is_moved, errors) == (False, {"day": ["changes_nothing"]})


def test_back_to_the_planned_day_is_no_move(programme, superuser):
    meeting, _errors = moved(meeting_of(make_event(programme)), superuser, "2027-06-10")

    meeting, errors = moved(meeting, superuser, "2027-06-01")

    assert (meeting.is_moved, errors) == (False, {})


def test_new_day_ends_a_postponement(programme, superuser):
    postponed = postpone_meeting(meeting_of(make_event(programme)), user=superuser)

    meeting, _errors = moved(postponed, superuser, "2027-06-10")

    assert meeting.state == "scheduled"


@pytest.mark.parametrize("day", ["", "soon", "0001-01-01", "9999-12-31"])
def test_day_that_is_none_is_refused_at_its_field(programme, superuser, day):
    meeting, errors = moved(meeting_of(make_event(programme)), superuser, day)

    assert (meeting.is_moved, [*errors]) == (False, ["day"])


def test_cancelled_date_is_not_moved(programme, superuser):
    cancelled = cancel_meeting(meeting_of(make_event(programme)), user=superuser)

    meeting, errors = moved(cancelled, superuser, "2027-06-10")

    assert not MoveMeetingForm.applies_to(cancelled)
    assert (meeting.is_moved, errors) == (False, {"__all__": ["meeting_cancelled"]})


def test_undated_date_is_set_on_its_page(programme, superuser):
    undated = meeting_of(make_event(programme, start_date=None))

    meeting, errors = moved(undated, superuser, "2027-06-10")

    assert not MoveMeetingForm.applies_to(undated)
    assert (meeting.is_moved, errors) == (False, {"__all__": ["meeting_undated"]})


def test_time_that_the_clocks_skip_on_the_new_day_is_told(programme, superuser):
    event = make_event(programme, **when(datetime(2027, 3, 27, 1, 30, tzinfo=UTC), hours=3))
    form = MoveMeetingForm({"day": "2027-03-28", "public_note": ""}, meeting=meeting_of(event))

    assert form.is_valid()

    assert [notice.value for notice in form.get_notices()] == ["start_skipped"]
