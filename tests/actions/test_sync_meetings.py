"""From plan to meetings: what is kept, what goes, what is put to the editor; and repeatedly so."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from tests.actions.tuesdays import NOW, added, keys, make_tuesdays, meeting, publish
from tests.factories import make_pack
from wagtail_lift.actions import cancel_meeting, move_meeting, project_event
from wagtail_lift.enums import MeetingState, Problem
from wagtail_lift.models import EventHorizon, EventOccurrence, EventPage, Meeting


@pytest.fixture(autouse=True)
def may_first():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def event(home):
    return make_tuesdays(home)


def test_rule_makes_a_meeting_and_an_occurrence_of_each_date(event):
    expected = ["first", "rule:2027-06-08", "rule:2027-06-15", "rule:2027-06-22"]
    shown = EventOccurrence.objects.filter(page=event.pk).order_by("starts_at")

    assert keys(event) == expected
    assert list(shown.values_list("date_key", "date_param")) == [
        (key, param)
        for key, param in zip(
            expected, ["2027-06-01", "2027-06-08", "2027-06-15", "2027-06-22"], strict=True
        )
    ]


def test_change_of_time_length_zone_and_place_keeps_every_meeting(event):
    before = {m.date_key: (m.pk, m.uid) for m in Meeting.objects.all()}
    cancel_meeting(meeting(event, "rule:2027-06-08"), user=None)

    publish(
        event,
        start_time=time(18, 0),
        end_time=time(20, 0),
        timezone="America/New_York",
        venue_name="The other hall",
    )

    after = list(Meeting.objects.all())
    assert {m.date_key: (m.pk, m.uid) for m in after} == before
    assert {m.date_key: m.state for m in after}["rule:2027-06-08"] == MeetingState.CANCELLED
    assert {m.date_key: m.sequence for m in after} == {
        "first": 1,
        "rule:2027-06-08": 2,
        "rule:2027-06-15": 1,
        "rule:2027-06-22": 1,
    }


def test_date_that_nobody_relies_on_goes_with_the_rule(event):
    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=2")

    assert keys(event) == ["first", "rule:2027-06-08"]


def test_rule_date_that_comes_back_has_the_same_uid(event):
    before = meeting(event, "rule:2027-06-22").uid

    publish(event, recurrence_rule="")
    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=4")

    assert meeting(event, "rule:2027-06-22").uid == before


@pytest.mark.parametrize("reason", ["cancelled", "moved", "pack"])
def test_date_that_somebody_relies_on_is_put_to_the_editor(event, reason):
    relied_on = meeting(event, "rule:2027-06-22")
    if reason == "cancelled":
        cancel_meeting(relied_on, user=None)
    elif reason == "moved":
        hours = timedelta(hours=3)
        move_meeting(
            relied_on,
            starts_at=relied_on.starts_at + hours,
            ends_at=relied_on.ends_at + hours,
            user=None,
        )
    else:
        make_pack(event, meeting=relied_on)
    before = Meeting.objects.values().get(pk=relied_on.pk)

    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    publish(event)

    after = Meeting.objects.values().get(pk=relied_on.pk)
    assert after == {**before, "problem": Problem.DATE_NOT_PLANNED}
    assert EventOccurrence.objects.filter(meeting=relied_on.pk).exists()


def test_date_that_is_planned_again_needs_no_decision(event):
    cancel_meeting(meeting(event, "rule:2027-06-22"), user=None)
    publish(event, recurrence_rule="")

    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=4")

    assert meeting(event, "rule:2027-06-22").is_planned


def test_old_draft_does_not_undo_what_was_decided(event):
    old_draft = event.save_revision()
    publish(event, start_time=time(11, 0))
    cancel_meeting(meeting(event, "rule:2027-06-08"), user=None, public_note="No room.")

    old_draft.publish()

    kept = meeting(event, "rule:2027-06-08")
    assert (kept.state, kept.public_note) == (MeetingState.CANCELLED, "No room.")


def test_added_and_skipped_dates_are_content(event):
    page = EventPage.objects.get(pk=event.pk)
    skipped = page.skipped_dates.stream_block.to_python([{"type": "date", "value": "2027-06-15"}])

    publish(event, added_dates=added(page, date(2027, 7, 1)), skipped_dates=skipped)

    assert keys(event) == ["extra:5f0e", "first", "rule:2027-06-08", "rule:2027-06-22"]


def test_endless_rule_is_worked_out_up_to_the_horizon(event, settings):
    settings.WAGTAIL_LIFT_HORIZON_MONTHS = 2

    publish(event, recurrence_rule="FREQ=MONTHLY")

    assert keys(event) == ["first", "rule:2027-07-01", "rule:2027-08-01"]
    assert EventHorizon.objects.get(event=event.pk).next_date == date(2027, 9, 1)
    publish(event, recurrence_rule="FREQ=MONTHLY;COUNT=3")
    assert not EventHorizon.objects.exists()


def test_clock_that_jumps_back_and_forth_loses_no_identity(event):
    publish(event, recurrence_rule="FREQ=MONTHLY")
    before = set(Meeting.objects.values_list("date_key", "uid"))

    for instant in (datetime(1971, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC), NOW):
        with time_machine.travel(instant, tick=False):
            assert project_event(event)

    assert set(Meeting.objects.values_list("date_key", "uid")) == before


def test_older_dates_of_a_long_daily_rule_stay(event, settings):
    settings.WAGTAIL_LIFT_HORIZON_MONTHS = 1
    publish(event, recurrence_rule="FREQ=DAILY")
    with time_machine.travel(NOW + timedelta(days=1100), tick=False):
        assert project_event(event)

    found = keys(event)
    assert "rule:2027-06-02" in found
    assert len(found) > 1000
