"""What took place stays, and what was decided comes to no other day, whatever the page plans now.

Each case is a row of a table: what was there, what an editor did, what is there afterwards.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from tests.actions.tuesdays import added, meeting, publish
from tests.factories import local, make_event, make_pack, make_programme, meeting_of
from wagtail_lift.actions import (
    cancel_meeting,
    change_meeting,
    postpone_meeting,
    project_page,
    reinstate_meeting,
)
from wagtail_lift.enums import MeetingState, Problem
from wagtail_lift.models import EventOccurrence, EventPage, Meeting

SPRING = datetime(2027, 5, 1, 12, 0, tzinfo=UTC)
EVENING = {"start_time": time(19, 30), "end_time": time(21, 0), "timezone": "Europe/London"}
WEEKLY = "FREQ=WEEKLY"


@pytest.fixture
def clock():
    with time_machine.travel(SPRING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home, clock):
    return make_programme(home)


def weekly(programme, start=date(2027, 6, 1), rule=f"{WEEKLY};COUNT=4", **fields):
    return make_event(programme, start_date=start, recurrence_rule=rule, **{**EVENING, **fields})


def shown(event):
    """Return the dates of an event that are shown: local start and state, in order."""
    rows = Meeting.objects.shown().filter(event__page_links__page=event.pk)
    return [
        (f"{m.current_start:%m-%d %H:%M}", m.state)
        for m in sorted(rows, key=lambda m: m.current_start)
    ]


def history(event):
    """Return all that is stored of the dates that have begun, as calendars and pages tell it."""
    now = datetime.now(UTC)
    begun = [m for m in event.lift_event.meetings.all() if m.has_begun(now)]
    keys = [m.pk for m in begun]
    rows = EventOccurrence.objects.filter(meeting__in=keys).order_by("pk")
    told = ("starts_at", "ends_at", "timezone", "place", "attendance_mode", "state", "public_note")
    return (
        list(Meeting.objects.filter(pk__in=keys).order_by("pk").values()),
        list(rows.values("meeting", *told)),
    )


def uids(event):
    return {m.date_key: m.uid for m in event.lift_event.meetings.all()}


def going_ahead(*days):
    return [(f"{day} 19:30", "scheduled") for day in days]


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


def test_date_at_the_time_to_which_one_was_moved_ends_the_move(programme):
    event = weekly(programme, rule="")
    starts_at = local(2027, 6, 9, 18)
    moved = change_meeting(
        meeting_of(event), starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), user=None
    )

    publish(event, start_date=date(2027, 6, 9), start_time=time(18), end_time=time(19))

    found = meeting_of(event)
    assert (found.pk, found.is_moved, found.previous_start) == (moved.pk, False, None)
    assert found.current_starts_at == starts_at


def test_clock_of_a_moved_date_holds_when_its_zone_is_corrected(programme):
    event = weekly(programme, timezone="UTC")
    change_meeting(
        meeting(event, "2027-06-08"),
        starts_at=datetime(2027, 6, 9, 18, tzinfo=UTC),
        ends_at=datetime(2027, 6, 9, 20, tzinfo=UTC),
        user=None,
    )

    publish(event, timezone="America/New_York")

    found = meeting(event, "2027-06-08")
    assert found.current_starts_at == datetime(2027, 6, 9, 22, tzinfo=UTC)
    assert [day for day, _ in shown(event)] == [
        "06-01 19:30",
        "06-09 18:00",
        "06-15 19:30",
        "06-22 19:30",
    ]


def test_undated_and_back(programme):
    single, series = weekly(programme, rule=""), weekly(programme, slug="series")
    before = uids(single), uids(series)

    for event in (single, series):
        publish(event, start_date=None, start_time=None, end_time=None, recurrence_rule="")
    undated = shown_states(single), shown_states(series)
    publish(single, start_date=date(2027, 6, 1), **EVENING)
    publish(series, start_date=date(2027, 6, 1), recurrence_rule=f"{WEEKLY};COUNT=4", **EVENING)

    assert undated == (["scheduled"], ["scheduled"])
    assert (uids(single), uids(series)) == before
    assert not Meeting.objects.filter(is_withdrawn=True).exists()


def shown_states(event):
    found = Meeting.objects.shown().filter(event__page_links__page=event.pk)
    assert not any(m.starts_at for m in found)
    return [m.state for m in found]


def test_running_now_stays_as_it_is(programme, clock):
    event = weekly(programme, rule="", venue_name="The old hall")
    clock.move_to(local(2027, 6, 1, 20))
    before = history(event)

    publish(event, start_time=time(20, 30), end_time=time(22, 0), venue_name="The new hall")

    assert history(event) == before
    assert shown(event) == [("06-01 19:30", "scheduled")]


def test_ended_single_date_is_corrected_by_a_past_one(programme, clock):
    event = weekly(programme, rule="", venue_name="The old hall")
    before = meeting_of(event)
    clock.move_to(datetime(2027, 6, 10, 12, tzinfo=UTC))

    publish(event, start_date=date(2027, 6, 2), venue_name="The new hall")

    found = meeting_of(event)
    assert (found.pk, found.uid, found.place) == (before.pk, before.uid, "The old hall")
    assert shown(event) == [("06-02 19:30", "scheduled")]


def test_ended_single_date_stays_when_a_day_to_come_is_typed(programme, clock):
    event = weekly(programme, rule="")
    clock.move_to(datetime(2027, 6, 10, 12, tzinfo=UTC))
    before = history(event)

    publish(event, start_date=date(2027, 6, 25))

    assert history(event) == before
    assert shown(event) == going_ahead("06-01", "06-25")


def test_archive_is_made_whole_by_its_first_publication(programme, clock):
    clock.move_to(datetime(2030, 1, 1, tzinfo=UTC))

    event = weekly(programme)

    assert shown(event) == going_ahead("06-01", "06-08", "06-15", "06-22")
    publish(event, recurrence_rule=f"{WEEKLY};COUNT=6")
    assert shown(event) == going_ahead("06-01", "06-08", "06-15", "06-22")
    project_page(event.pk)
    assert shown(event) == going_ahead("06-01", "06-08", "06-15", "06-22")


def test_postponed_only_date_takes_the_new_one(programme):
    event = weekly(programme, rule="")
    before = postpone_meeting(meeting_of(event), user=None, public_note="Illness.")

    publish(event, start_date=date(2027, 6, 29))

    found = meeting_of(event)
    assert (found.pk, found.uid, found.state, found.public_note) == (
        before.pk,
        before.uid,
        MeetingState.SCHEDULED,
        "",
    )
    assert found.sequence > before.sequence


def test_reinstated_date_has_the_hour_that_is_planned_now(programme):
    event = weekly(programme)
    cancelled = cancel_meeting(meeting(event, "2027-06-08"), user=None)

    publish(event, start_time=time(18, 0), end_time=time(19, 0))
    reinstate_meeting(cancelled, user=None)

    assert ("06-08 18:00", "scheduled") in shown(event)


def test_withdrawn_date_goes_on_from_what_was_told_when_it_comes_back(programme):
    event = weekly(programme)
    before = meeting(event, "2027-06-22")

    event = publish(event, recurrence_rule=f"{WEEKLY};COUNT=3")
    gone = meeting(event, "2027-06-22")
    shows = EventOccurrence.objects.filter(meeting=gone).exists()
    publish(event, recurrence_rule=f"{WEEKLY};COUNT=4")

    back = meeting(event, "2027-06-22")
    assert (gone.is_withdrawn, shows, back.is_withdrawn) == (True, False, False)
    assert (back.uid, back.sequence) == (before.uid, before.sequence + 1)
    assert back.modified_at >= before.modified_at


def test_unpublished_page_keeps_its_history(programme, clock):
    event = weekly(programme)
    clock.move_to(datetime(2027, 6, 10, 12, tzinfo=UTC))
    stored = list(Meeting.objects.order_by("pk").values())

    page = EventPage.objects.get(pk=event.pk)
    page.unpublish()
    EventPage.objects.get(pk=event.pk).get_latest_revision_as_object().save_revision().publish()

    assert list(Meeting.objects.order_by("pk").values()) == stored
