"""From plan to meetings: what is kept, what goes, what is put to the editor; and repeatedly so."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from wagtail.models import Locale

from tests.factories import make_event, make_pack
from tests.projection.tuesdays import NOW, added, keys, make_tuesdays, meeting, publish
from wagtail_lift import extension
from wagtail_lift.actions import cancel_meeting, change_meeting
from wagtail_lift.enums import MeetingState, Problem
from wagtail_lift.models import Event, EventOccurrence, EventPage, Meeting
from wagtail_lift.projection import project_page


@pytest.fixture(autouse=True)
def may_first():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def event(home):
    return make_tuesdays(home)


def test_rule_makes_a_meeting_and_an_occurrence_of_each_date(event):
    expected = [f"2027-06-{day}T12:30" for day in ("01", "08", "15", "22")]
    shown = EventOccurrence.objects.filter(page=event.pk).order_by("starts_at")

    assert keys(event) == expected
    assert list(shown.values_list("date_key", "date_param")) == [
        (key, param)
        for key, param in zip(
            expected, ["2027-06-01", "2027-06-08", "2027-06-15", "2027-06-22"], strict=True
        )
    ]


def test_change_of_time_length_zone_and_place_keeps_every_meeting(event):
    before = [(m.pk, m.uid) for m in Meeting.objects.order_by("date_key")]
    cancel_meeting(meeting(event, "2027-06-08"), user=None)

    publish(
        event,
        start_time=time(18, 0),
        end_time=time(20, 0),
        timezone="America/New_York",
        venue_name="The other hall",
    )

    after = list(Meeting.objects.order_by("date_key"))
    assert [(m.pk, m.uid) for m in after] == before
    assert [m.state for m in after] == ["scheduled", "cancelled", "scheduled", "scheduled"]
    assert [m.sequence for m in after] == [1, 2, 1, 1]


def test_date_that_nobody_relies_on_goes_with_the_rule(event):
    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=2")

    assert keys(event) == ["2027-06-01T12:30", "2027-06-08T12:30"]


def test_rule_date_that_comes_back_has_the_same_uid(event):
    before = meeting(event, "2027-06-22").uid

    publish(event, recurrence_rule="")
    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=4")

    assert meeting(event, "2027-06-22").uid == before


def booked(meetings):
    """What an app that takes bookings would say."""
    return {meeting.pk: "Somebody has booked." for meeting in meetings}


@pytest.mark.parametrize("reason", ["booked", "cancelled", "moved", "pack"])
def test_date_that_somebody_relies_on_is_put_to_the_editor(event, reason, monkeypatch):
    relied_on = meeting(event, "2027-06-22")
    if reason == "booked":
        monkeypatch.setattr(extension, "_reliances", [*extension._reliances, booked])
    elif reason == "cancelled":
        cancel_meeting(relied_on, user=None)
    elif reason == "moved":
        hours = timedelta(hours=3)
        change_meeting(
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
    cancel_meeting(meeting(event, "2027-06-22"), user=None)
    publish(event, recurrence_rule="")

    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=4")

    assert meeting(event, "2027-06-22").is_planned


def test_old_draft_does_not_undo_what_was_decided(event):
    old_draft = event.save_revision()
    publish(event, start_time=time(11, 0))
    cancel_meeting(meeting(event, "2027-06-08"), user=None, public_note="No room.")

    old_draft.publish()

    kept = meeting(event, "2027-06-08")
    assert (kept.state, kept.public_note) == (MeetingState.CANCELLED, "No room.")


def test_added_and_skipped_dates_are_content(event):
    page = EventPage.objects.get(pk=event.pk)
    skipped = page.skipped_dates.stream_block.to_python([{"type": "date", "value": "2027-06-15"}])

    publish(event, added_dates=added(page, date(2027, 7, 1)), skipped_dates=skipped)

    assert keys(event) == [f"2027-{day}T12:30" for day in ("06-01", "06-08", "06-22", "07-01")]


def test_endless_rule_is_worked_out_up_to_the_horizon(event, settings):
    settings.WAGTAIL_LIFT_HORIZON_MONTHS = 2

    publish(event, recurrence_rule="FREQ=MONTHLY")

    assert keys(event) == [f"2027-{month}-01T12:30" for month in ("06", "07", "08")]
    assert Event.objects.get().next_date == date(2027, 9, 1)
    publish(event, recurrence_rule="FREQ=MONTHLY;COUNT=3")
    assert Event.objects.get().next_date is None


def test_only_an_event_that_is_hidden_forgets_what_comes_next(event):
    publish(event, recurrence_rule="FREQ=MONTHLY")
    other = make_event(event.get_parent(), "Other", recurrence_rule="FREQ=MONTHLY")
    publish(other)  # unchanged

    EventPage.objects.get(pk=event.pk).unpublish()

    found = dict(Event.objects.values_list("title", "next_date"))
    assert found == {"Kindness at work": None, "Other": date(2029, 7, 1)}


def test_new_plan_makes_no_date_that_was_beyond_the_horizon_and_is_past(event, settings):
    """The dates of the old plan there would have been made; those of a new one were never told."""
    settings.WAGTAIL_LIFT_HORIZON_MONTHS = 2
    publish(event, recurrence_rule="FREQ=MONTHLY")

    with time_machine.travel(datetime(2028, 1, 1, tzinfo=UTC), tick=False):
        publish(event, recurrence_rule="FREQ=MONTHLY", start_date=date(2027, 6, 15))

    made = [key[:10] for key in keys(event)]
    assert made == ["2027-06-01", "2027-07-01", "2027-08-01", "2028-01-15", "2028-02-15"]


def test_translation_whose_source_is_hidden_lists_no_withdrawn_date(event):
    german = Locale.objects.create(language_code="de")
    translation = event.copy_for_translation(german, copy_parents=True)
    translation.save_revision().publish()
    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=2")

    EventPage.objects.get(pk=event.pk).unpublish()

    shown = EventOccurrence.objects.filter(page=translation.pk).order_by("date_key")
    assert [row.date_key[:10] for row in shown] == ["2027-06-01", "2027-06-08"]


def test_clock_that_jumps_back_and_forth_loses_no_identity(event):
    publish(event, recurrence_rule="FREQ=MONTHLY")
    before = set(Meeting.objects.shown().values_list("date_key", "uid"))

    for instant in (datetime(1971, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC), NOW):
        with time_machine.travel(instant, tick=False):
            assert project_page(event.pk)

    assert set(Meeting.objects.shown().values_list("date_key", "uid")) == before


def test_older_dates_of_a_long_daily_rule_stay(event, settings):
    settings.WAGTAIL_LIFT_HORIZON_MONTHS = 1
    publish(event, recurrence_rule="FREQ=DAILY")
    with time_machine.travel(NOW + timedelta(days=1100), tick=False):
        assert project_page(event.pk)

    found = keys(event)
    assert "2027-06-02T12:30" in found
    assert found[-1].startswith("2030-06-0")
