"""What took place stays, and what was decided comes to no other day, whatever the page plans now.

Each case is a row of a table: what was there, what an editor did, what is there afterwards.
"""

from datetime import UTC, date, datetime, time, timedelta

from tests.factories import local, make_pack
from tests.projection.evenings import (
    WEEKLY,
    going_ahead,
    history,
    shown,
    uids,
    weekly,
)
from tests.projection.tuesdays import added, meeting, publish
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.enums import MeetingState, Problem
from wagtail_lift.models import EventOccurrence, EventPage, Meeting


def test_change_of_weekday_rewrites_no_past(programme, clock):
    event = weekly(programme, rule=WEEKLY)
    clock.move_to(datetime(2027, 8, 28, 12, tzinfo=UTC))
    before = history(event)

    publish(event, start_date=date(2027, 6, 3))

    assert history(event) == before
    thirteen = [f"{date(2027, 6, 1) + timedelta(weeks=n):%m-%d}" for n in range(13)]
    assert shown(event)[:15] == going_ahead(*thirteen, "09-02", "09-09")


def test_change_of_hour_and_venue_rewrites_no_past(programme, clock):
    event = weekly(programme, venue_name="The old hall")
    clock.move_to(datetime(2027, 6, 10, 12, tzinfo=UTC))
    before, known = history(event), uids(event)

    publish(event, start_time=time(18, 0), end_time=time(19, 0), venue_name="The new hall")

    assert history(event) == before
    assert [day for day, _ in shown(event)] == [
        "06-01 19:30",
        "06-08 19:30",
        "06-15 18:00",
        "06-22 18:00",
    ]
    places = EventOccurrence.objects.order_by("starts_at").values_list("place", flat=True)
    assert list(places) == ["The old hall", "The old hall", "The new hall", "The new hall"]
    assert set(uids(event).values()) == set(known.values())


def test_change_of_zone_rewrites_no_past(programme, clock):
    event = weekly(programme)
    clock.move_to(datetime(2027, 6, 10, 12, tzinfo=UTC))
    before = history(event)

    publish(event, timezone="America/New_York")

    assert history(event) == before
    zones = event.lift_event.meetings.order_by("date_key").values_list("timezone", flat=True)
    assert list(zones) == ["Europe/London"] * 2 + ["America/New_York"] * 2


def test_hour_of_53_dates_changes_and_seven_decisions_stay_on_their_days(programme):
    event = weekly(programme, rule=f"{WEEKLY};COUNT=53")
    before = uids(event)
    every = list(event.lift_event.meetings.order_by("date_key"))
    for number in (3, 9, 15):
        cancel_meeting(every[number], user=None, public_note=f"No room {number}.")
    for number in (20, 26):
        postpone_meeting(every[number], user=None, public_note="Later.")
    for number in (33, 40):
        later = timedelta(days=1)
        change_meeting(
            every[number],
            starts_at=every[number].starts_at + later,
            ends_at=every[number].ends_at + later,
            user=None,
        )

    publish(event, start_time=time(18, 0), end_time=time(20, 0))

    after = list(event.lift_event.meetings.order_by("date_key"))
    assert {m.uid for m in after} == set(before.values())
    assert not any(m.is_withdrawn or m.problem for m in after)
    decided = {n: (m.state, m.is_moved) for n, m in enumerate(after) if m.uid and _is_decided(m)}
    assert decided == {
        **dict.fromkeys((3, 9, 15), ("cancelled", False)),
        **dict.fromkeys((20, 26), ("postponed", False)),
        **dict.fromkeys((33, 40), ("scheduled", True)),
    }
    assert after[3].public_note == "No room 3."
    assert f"{after[33].current_start:%H:%M}" == "19:30"


def _is_decided(found):
    return found.state != MeetingState.SCHEDULED or found.is_moved


def test_first_date_before_a_cancelled_one(programme):
    event = weekly(programme)
    cancel_meeting(meeting(event, "2027-06-01"), user=None, public_note="Rain.")

    publish(event, start_date=date(2027, 5, 25), recurrence_rule=f"{WEEKLY};COUNT=5")

    assert shown(event) == [
        ("05-25 19:30", "scheduled"),
        ("06-01 19:30", "cancelled"),
        *going_ahead("06-08", "06-15", "06-22"),
    ]


def test_first_date_on_a_cancelled_one(programme):
    event = weekly(programme)
    cancel_meeting(meeting(event, "2027-06-08"), user=None)

    publish(event, start_date=date(2027, 6, 8), recurrence_rule=f"{WEEKLY};COUNT=3")

    assert shown(event) == [("06-08 19:30", "cancelled"), *going_ahead("06-15", "06-22")]
    assert meeting(event, "2027-06-01").is_withdrawn


def test_first_date_after_a_cancelled_one_puts_it_to_the_editor(programme):
    event = weekly(programme)
    cancel_meeting(meeting(event, "2027-06-08"), user=None)

    publish(event, start_date=date(2027, 6, 15), recurrence_rule=f"{WEEKLY};COUNT=2")

    assert shown(event) == [("06-08 19:30", "cancelled"), *going_ahead("06-15", "06-22")]
    assert meeting(event, "2027-06-08").problem == Problem.DATE_NOT_PLANNED


def test_one_is_removed_and_another_added_on_purpose(programme):
    event = weekly(programme)
    make_pack(programme, event=event, meeting=meeting(event, "2027-06-22"), live=False)
    skipped = [{"type": "date", "value": "2027-06-22"}]

    publish(
        event,
        skipped_dates=event.skipped_dates.stream_block.to_python(skipped),
        added_dates=added(event, date(2027, 6, 24)),
    )

    kept, new = meeting(event, "2027-06-22"), meeting(event, "2027-06-24")
    assert (kept.problem, new.problem) == (Problem.DATE_NOT_PLANNED, "")
    assert kept.uid != new.uid


def test_two_on_a_day_change_in_order(programme):
    event = weekly(programme, rule="")
    page = EventPage.objects.get(pk=event.pk)
    value = {"start_date": "2027-06-01", "start_time": "10:00", "end_time": "11:00"}
    early = page.added_dates.stream_block.to_python([{"type": "date", "value": value, "id": "e"}])
    publish(event, added_dates=early)
    before = uids(event)
    value.update(start_time="11:00", end_time="12:00")
    later = page.added_dates.stream_block.to_python([{"type": "date", "value": value, "id": "e"}])

    publish(event, start_time=time(20, 0), end_time=time(21, 30), added_dates=later)

    assert uids(event) == {
        "2027-06-01T11:00": before["2027-06-01T10:00"],
        "2027-06-01T20:00": before["2027-06-01T19:30"],
    }


def test_moved_date_next_to_a_change_of_rule(programme):
    event = weekly(programme)
    starts_at = local(2027, 6, 9, 18)
    moved = change_meeting(
        meeting(event, "2027-06-08"),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        user=None,
    )

    publish(event, recurrence_rule="FREQ=WEEKLY;INTERVAL=2;COUNT=2")

    found = Meeting.objects.get(pk=moved.pk)
    assert (found.current_starts_at, found.problem) == (starts_at, Problem.DATE_NOT_PLANNED)
    assert shown(event) == [
        ("06-01 19:30", "scheduled"),
        ("06-09 18:00", "scheduled"),
        ("06-15 19:30", "scheduled"),
    ]
