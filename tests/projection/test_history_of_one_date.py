"""What becomes of a date that was moved, put off, undated, ended or taken out, as plans change."""

from datetime import UTC, date, datetime, time, timedelta

from tests.factories import local, meeting_of
from tests.projection.evenings import (
    EVENING,
    WEEKLY,
    going_ahead,
    history,
    shown,
    uids,
    weekly,
)
from tests.projection.tuesdays import meeting, publish
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting, reinstate_meeting
from wagtail_lift.enums import BookingMode, MeetingState
from wagtail_lift.models import EventOccurrence, EventPage, Meeting
from wagtail_lift.projection import project_page


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


def test_postponed_date_takes_the_new_one_after_its_old_day_too(programme, clock):
    event = weekly(
        programme, rule="", booking_mode=BookingMode.ELSEWHERE, booking_url="https://example.org/"
    )
    before = postpone_meeting(meeting_of(event), user=None, public_note="Illness.")
    clock.move_to(local(2027, 6, 10, 12))

    publish(
        event, start_date=date(2027, 6, 29), booking_closes_before=1, booking_closes_unit="hours"
    )

    found = meeting_of(event)
    assert (found.uid, found.state, found.public_note) == (
        before.uid,
        MeetingState.SCHEDULED,
        "",
    )
    assert shown(event) == going_ahead("06-29")
    assert found.booking_closes_at == local(2027, 6, 29, 18, 30)


def test_date_that_was_waited_for_is_the_first_of_several(programme):
    event = weekly(programme, rule="")
    before = meeting_of(event)
    publish(event, start_date=None, start_time=None, end_time=None)

    publish(event, start_date=date(2027, 6, 1), recurrence_rule=f"{WEEKLY};COUNT=2", **EVENING)

    assert shown(event) == going_ahead("06-01", "06-08")
    assert meeting(event, "2027-06-01").uid == before.uid


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
