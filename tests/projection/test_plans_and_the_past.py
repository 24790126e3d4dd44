"""What becomes of dates that are past, postponed or far away as a plan changes, and who is told."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from tests.factories import local, make_event, make_programme, meeting_of, when
from tests.projection.tuesdays import NOW, keys, make_tuesdays, meeting, publish
from wagtail_lift.actions import (
    cancel_meeting,
    change_meeting,
    make_past_dates,
    postpone_meeting,
    reinstate_meeting,
)
from wagtail_lift.enums import MeetingState, Notice, Problem
from wagtail_lift.models import Event, EventPage, Meeting
from wagtail_lift.projection import rebuild_occurrences

NO_DATE = {"start_date": None, "start_time": None, "end_time": None}
AT_NOON = {"start_time": time(12, 30), "end_time": time(14, 0)}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def event(home):
    return make_event(make_programme(home), venue_name="Hall")


def left_out(page, *days):
    raw = [{"type": "date", "value": day} for day in days]
    return page.skipped_dates.stream_block.to_python(raw)


def told(page, *notices):
    now = datetime.now(UTC)
    return [(n.notice, n.about) for n in page.get_editor_notices(now) if n.notice in notices]


def test_date_left_out_until_it_passed_is_told_and_shown_on_request(home, clock):
    event = make_tuesdays(home)
    uid = meeting(event, "2027-06-08").uid
    publish(event, skipped_dates=left_out(event, "2027-06-08"))
    clock.move_to(datetime(2027, 6, 10, tzinfo=UTC))

    page = publish(event, skipped_dates=left_out(event))

    assert [key[5:10] for key in keys(event)] == ["06-01", "06-15", "06-22"]
    assert told(page, Notice.PAST_NOT_MADE) == [(Notice.PAST_NOT_MADE, "8 Jun 2027")]
    make_past_dates(page.lift_event, user=None)
    assert [key[5:10] for key in keys(event)] == ["06-01", "06-08", "06-15", "06-22"]
    assert meeting(event, "2027-06-08").uid == uid


def test_postponed_date_whose_day_has_passed_comes_to_no_past_day(event, clock):
    postpone_meeting(meeting_of(event), user=None, public_note="ill")
    clock.move_to(datetime(2027, 6, 20, tzinfo=UTC))

    page = publish(event, start_date=date(2027, 6, 10))

    stored = Meeting.objects.get()
    assert (stored.date_key[:10], stored.state) == ("2027-06-01", MeetingState.POSTPONED)
    assert told(page, Notice.PAST_NOT_MADE) == [(Notice.PAST_NOT_MADE, "10 Jun 2027")]


def test_editor_is_told_that_publishing_corrects_the_past(event, clock):
    old = event.save_revision()
    publish(event, start_date=date(2027, 6, 10))
    clock.move_to(datetime(2027, 6, 20, tzinfo=UTC))

    draft = old.as_object()

    assert told(draft, Notice.PAST_CORRECTED) == [(Notice.PAST_CORRECTED, "10 Jun 2027")]


def test_editor_is_told_that_a_new_place_is_not_for_the_past(event, clock):
    clock.move_to(datetime(2027, 6, 20, tzinfo=UTC))
    page = EventPage.objects.get(pk=event.pk)

    page.venue_name = "New"

    both = (Notice.PAST_STAYS, Notice.PAST_CORRECTED)
    assert told(page, *both) == [(Notice.PAST_STAYS, "1 Jun 2027")]
    page = publish(event, venue_name="New")
    assert [occurrence.place for occurrence in page.occurrences] == ["Hall"]


def test_dates_that_passed_while_nothing_was_published_are_not_made(event, clock):
    publish(event, recurrence_rule="FREQ=MONTHLY")
    EventPage.objects.get(pk=event.pk).unpublish()
    clock.move_to(datetime(2032, 6, 10, tzinfo=UTC))

    page = publish(event)

    shown = [datetime.fromisoformat(key) for key in keys(event)]
    away = [day for day in shown if date(2029, 7, 1) <= day.date() <= date(2032, 6, 1)]
    assert away == []
    assert told(page, Notice.PAST_NOT_MADE)
    assert Event.objects.get().next_date is not None


def test_horizon_that_ends_earlier_leaves_what_somebody_relies_on(event, settings):
    publish(event, start_date=date(2028, 6, 6), recurrence_rule="FREQ=MONTHLY")
    before = keys(event)
    last = meeting(event, before[-1])
    cancel_meeting(last, user=None)

    publish(event, start_date=date(2027, 6, 6))

    stored = Meeting.objects.get(pk=last.pk)
    assert (stored.state, stored.problem) == (MeetingState.CANCELLED, "")
    settings.WAGTAIL_LIFT_HORIZON_MONTHS = 6
    assert [rebuilt for rebuilt in rebuild_occurrences() if not rebuilt.is_projected] == []
    assert Meeting.objects.get(pk=last.pk).problem == ""


def test_date_beyond_the_horizon_brings_no_others_with_it(home):
    event = make_event(
        make_programme(home), **when(local(2027, 6, 1, 18)), recurrence_rule="FREQ=MONTHLY"
    )
    kept = meeting(event, keys(event)[-1])
    cancel_meeting(kept, user=None)
    Meeting.objects.exclude(pk=kept.pk).filter(starts_at__gt=local(2029, 1, 1, 0)).delete()
    page = EventPage.objects.get(pk=event.pk)

    page.start_date = date(2026, 6, 1)
    page.save_revision().publish()

    beyond = [key for key in keys(event) if key > "2029-05-02"]
    assert beyond == [kept.date_key]


def test_undated_event_that_was_cancelled_is_reinstated_at_its_new_date(event):
    publish(event, **NO_DATE)
    undated = Meeting.objects.shown().get()
    cancel_meeting(undated, user=None)
    publish(event, start_date=date(2027, 7, 1), **AT_NOON)
    waiting = Meeting.objects.get(pk=undated.pk)

    reinstate_meeting(waiting, user=None)

    assert waiting.problem == Problem.DATE_NOT_PLANNED
    shown = EventPage.objects.get(pk=event.pk).occurrences
    assert [(o.date_key[:10], o.state) for o in shown] == [("2027-07-01", "scheduled")]


def test_date_that_is_running_is_nothing_that_is_to_come(event, clock):
    publish(event, start_date=date(2027, 6, 1), recurrence_rule="FREQ=DAILY;COUNT=2")
    clock.move_to(local(2027, 6, 1, 13))
    second = meeting(event, "2027-06-02")

    publish(event, recurrence_rule="FREQ=DAILY;INTERVAL=2;COUNT=2")

    assert meeting(event, "2027-06-03").uid == second.uid


def test_end_that_is_changed_leaves_the_start_on_the_clock(event):
    stored = meeting_of(event)
    hour = timedelta(hours=1)  # as instants are until lift_tick has followed new zone data
    Meeting.objects.update(starts_at=stored.starts_at + hour, ends_at=stored.ends_at + hour)

    change_meeting(Meeting.objects.get(), ends_at=local(2027, 6, 1, 16), user=None)

    changed = Meeting.objects.get()
    assert (changed.current_start, changed.current_end) == (
        datetime(2027, 6, 1, 12, 30),  # noqa: DTZ001 -- on the clock
        datetime(2027, 6, 1, 16, 0),  # noqa: DTZ001 -- on the clock
    )
