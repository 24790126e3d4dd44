"""Plans that leave nothing to show, decisions that a plan comes near to, and what is kept."""

from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from unittest import mock

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from tests.factories import local, make_event, make_programme, meeting_of
from tests.projection.tuesdays import NOW, make_tuesdays, meeting, publish
from wagtail_lift.actions import cancel_meeting, change_meeting, keep_meeting, set_places
from wagtail_lift.domain.location import Location
from wagtail_lift.enums import AttendanceMode, BookingPlaces
from wagtail_lift.exceptions import EndsBeforeStart, LastsTooLong, MeetingGone, PlaceNotNamed
from wagtail_lift.models import EventOccurrence, EventPage, Meeting

APRIL = date(2027, 4, 1)
NO_DATE = {"start_date": None, "start_time": None, "end_time": None}
AT_NOON = {"start_time": time(12, 30), "end_time": time(14, 0)}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def event(home):
    return make_event(make_programme(home), venue_name="Hall")


def told(event):
    """Return the dates that are shown: day, state and problem."""
    meetings = event.lift_event.meetings.shown().order_by("date_key")
    return [(m.date_key[5:10], m.state, m.problem) for m in meetings]


@pytest.mark.parametrize(
    "edits", [[{"start_date": APRIL}], [NO_DATE, {"start_date": APRIL, **AT_NOON}]]
)
def test_event_whose_whole_plan_is_past_has_no_date_yet(event, client, capsys, edits):
    for changes in edits:
        page = publish(event, **changes)

    assert told(event) == [("", "scheduled", "")]
    assert page.headline_occurrence.starts_at is None
    assert client.get(page.url).status_code == 200
    assert page.make_preview_request().status_code == 200
    call_command("lift_tick")
    said = capsys.readouterr().out.splitlines()
    assert [line for line in said if not line.endswith("noted.")] == []  # only the log of changes
    call_command("lift_tick")
    assert "Nothing was due" in capsys.readouterr().out


def test_draft_whose_whole_plan_is_past_can_be_looked_at(event):
    page = EventPage.objects.get(pk=event.pk)
    page.start_date = APRIL
    draft = page.save_revision().as_object()

    assert draft.make_preview_request().status_code == 200


def test_event_with_no_date_to_show_takes_up_the_next_one(event):
    publish(event, start_date=APRIL)

    publish(event, start_date=date(2027, 6, 8))

    assert told(event) == [("06-08", "scheduled", "")]


def test_decision_about_an_ended_date_is_corrected_by_no_plan(event, clock):
    cancel_meeting(meeting_of(event), user=None, public_note="Ill")
    clock.move_to(datetime(2027, 7, 1, tzinfo=UTC))

    publish(event, start_date=date(2027, 6, 15))

    assert told(event) == [("06-01", "cancelled", "")]


def test_move_of_an_ended_date_is_undone_by_no_edit_and_no_old_draft(event, clock):
    old = EventPage.objects.get(pk=event.pk)
    old.end_time = time(15, 0)
    draft = old.save_revision()
    publish(event, title="Newer", end_time=time(14, 0))
    moved = local(2027, 6, 8, 18)
    change_meeting(meeting_of(event), starts_at=moved, ends_at=local(2027, 6, 8, 20), user=None)
    clock.move_to(datetime(2027, 7, 1, tzinfo=UTC))

    draft.publish()

    assert meeting_of(event).current_starts_at == moved


def test_later_hour_of_the_same_day_is_a_date_of_its_own(event, clock):
    clock.move_to(datetime(2027, 6, 1, 14, 0, tzinfo=UTC))

    publish(event, start_time=time(19, 0), end_time=time(20, 0))

    to_come = EventOccurrence.objects.filter(page=event.pk, starts_at__gt=timezone.now())
    assert to_come.count() == 1


def test_decision_of_the_morning_comes_to_no_date_of_the_afternoon(event):
    def added(start, end):
        value = {"start_date": "2027-06-01", "start_time": start, "end_time": end}
        stream = event.added_dates.stream_block
        return stream.to_python([{"type": "date", "value": value, "id": start}])

    morning = {"start_time": time(10, 0), "end_time": time(11, 0)}
    publish(event, **morning, added_dates=added("14:00", "15:00"))
    cancel_meeting(meeting(event, "2027-06-01T10:00"), user=None, public_note="Ill")
    afternoon = {"start_time": time(14, 0), "end_time": time(15, 0)}

    publish(event, **afternoon, added_dates=added("16:00", "17:00"))

    states = {m.date_key[11:]: (m.state, m.problem) for m in event.lift_event.meetings.shown()}
    assert states == {
        "10:00": ("cancelled", "date_not_planned"),
        "14:00": ("scheduled", ""),
        "16:00": ("scheduled", ""),
    }


def test_note_alone_is_a_decision_about_its_day(event):
    change_meeting(meeting_of(event), user=None, public_note="North door today: snow.")

    publish(event, start_date=date(2027, 6, 15))

    notes = {m.date_key[5:10]: m.public_note for m in event.lift_event.meetings.shown()}
    assert notes == {"06-01": "North door today: snow.", "06-15": ""}


@pytest.mark.parametrize(
    "act",
    [
        lambda found: cancel_meeting(found, user=None),
        lambda found: change_meeting(found, location=Location("online"), user=None),
        lambda found: set_places(found, BookingPlaces.FULL, user=None),
    ],
)
def test_date_that_was_withdrawn_meanwhile_is_gone(home, act):
    tuesdays = make_tuesdays(home)
    found = meeting(tuesdays, "2027-06-22")
    publish(tuesdays, recurrence_rule="FREQ=WEEKLY;COUNT=2")

    with pytest.raises(MeetingGone):
        act(found)


def test_time_that_goes_back_on_the_clock_is_refused(event):
    starts_at = datetime(2027, 10, 31, 0, 45, tzinfo=UTC)

    with pytest.raises(EndsBeforeStart):
        change_meeting(
            meeting_of(event),
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=30),
            user=None,
        )


def test_own_location_outlives_a_page_that_says_the_same_for_a_while(event):
    mill = Location("in_person", "Mill")
    change_meeting(meeting_of(event), location=mill, user=None)
    publish(event, venue_name="Mill")
    later = {"starts_at": local(2027, 6, 1, 15), "ends_at": local(2027, 6, 1, 16)}
    change_meeting(meeting_of(event), location=mill, user=None, **later)

    publish(event, venue_name="Library")

    assert meeting_of(event).venue_name == "Mill"


@pytest.fixture
def shortened(home):
    """Four Tuesdays of which the last is cancelled and no longer planned."""
    tuesdays = make_tuesdays(home, venue_name="Hall")
    cancel_meeting(meeting(tuesdays, "2027-06-22"), user=None)
    return publish(tuesdays, recurrence_rule="FREQ=WEEKLY;COUNT=2", venue_name="Mill")


def test_keeping_a_date_leaves_a_schedule_as_it_is(shortened):
    shortened.title, shortened.go_live_at = "Later", NOW + timedelta(days=2)
    shortened.save_revision().publish()

    keep_meeting(meeting(shortened, "2027-06-22"), user=None)

    page = EventPage.objects.get(pk=shortened.pk)
    assert page.scheduled_revision == page.get_latest_revision()
    assert page.scheduled_revision.as_object().title == "Later"


def test_keeping_a_date_adds_it_to_no_draft_that_plans_it(shortened):
    shortened.recurrence_rule = "FREQ=WEEKLY;COUNT=4"
    shortened.save_revision()

    keep_meeting(meeting(shortened, "2027-06-22"), user=None)
    EventPage.objects.get(pk=shortened.pk).get_latest_revision().publish()

    days = ["06-01", "06-08", "06-15", "06-22"]
    assert [day for day, _, _ in told(shortened)] == days


def test_tick_comes_to_rest(shortened, capsys):
    call_command("lift_tick")
    capsys.readouterr()

    call_command("lift_tick")

    assert "Nothing was due" in capsys.readouterr().out


def test_event_that_is_not_published_is_worked_out_no_further(home, clock):
    endless = make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY")
    EventPage.objects.get(pk=endless.pk).unpublish()
    clock.move_to(datetime(2029, 6, 1, tzinfo=UTC))
    extending = import_module("wagtail_lift.projection.horizon")

    with mock.patch.object(extending, "project_event") as project:
        call_command("lift_tick", verbosity=0)

    assert project.call_count == 0


def test_zone_that_is_not_known_moves_nothing(event):
    following = import_module("wagtail_lift.projection.zone_data")
    Meeting.objects.update(starts_at=local(2027, 6, 1, 13, 30), ends_at=local(2027, 6, 1, 15))

    with mock.patch.object(following, "is_timezone", return_value=False):
        found = list(following.follow_zone_data(NOW))

    assert found == []


def test_change_to_a_date_of_more_than_a_year_is_refused(event):
    with pytest.raises(LastsTooLong):
        change_meeting(meeting_of(event), ends_at=local(2028, 7, 1, 12), user=None)


def test_own_location_in_person_names_a_place(event):
    nowhere = Location(AttendanceMode.IN_PERSON, platform_name="Zoom")

    with pytest.raises(PlaceNotNamed):
        change_meeting(meeting_of(event), location=nowhere, user=None)
    assert not meeting_of(event).has_own_location


def test_own_location_is_one_that_a_page_could_have(event):
    odd = Location(AttendanceMode.IN_PERSON, "The Mill", map_url="no address")

    with pytest.raises(ValidationError) as refused:
        change_meeting(meeting_of(event), location=odd, user=None)
    assert list(refused.value.error_dict) == ["map_url"]


def test_another_address_alone_raises_the_sequence(event):
    before = meeting_of(event).sequence

    publish(event, venue_address="2 Mill Lane")

    assert meeting_of(event).sequence == before + 1
