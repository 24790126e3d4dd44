import pytest

from tests.factories import make_event, make_programme, meeting_of
from wagtail_lift.actions import cancel_meeting, postpone_meeting
from wagtail_lift.date_forms import MEETING_ACTIONS, MeetingActionForm


@pytest.fixture
def meeting(home):
    return meeting_of(make_event(make_programme(home)))


def applying(meeting) -> list[str]:
    return [name for name, form in MEETING_ACTIONS.items() if form.applies_to(meeting)]


def test_forms_apply_to_a_date_that_goes_ahead(meeting):
    assert applying(meeting) == ["cancel", "postpone", "change"]


def test_forms_apply_to_a_date_without_a_time(home):
    undated = meeting_of(make_event(make_programme(home), start_date=None))

    assert applying(undated) == ["cancel", "postpone"]


def test_forms_apply_to_a_cancelled_date(meeting, superuser):
    assert applying(cancel_meeting(meeting, user=superuser)) == ["reinstate"]


def test_forms_apply_to_a_postponed_date(meeting, superuser):
    postponed = postpone_meeting(meeting, user=superuser)

    assert applying(postponed) == ["cancel", "reinstate", "change"]


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
