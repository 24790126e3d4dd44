"""From plan to meetings: what is kept, what goes, what is put to the editor; and repeatedly so."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.actions import cancel_meeting, keep_meeting, move_meeting, project_event
from wagtail_lift.enums import MeetingState, Problem
from wagtail_lift.exceptions import (
    EventNotPublishable,
    MeetingNotPlanned,
    MeetingPlanned,
    MeetingUndated,
)
from wagtail_lift.models import EventHorizon, EventOccurrence, EventPage, Meeting

NOW = datetime(2027, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def may_first():
    """Freeze the clock a month before the first date."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def event(home):
    """An event on four Tuesdays from 1 June 2027 on."""
    return make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY;COUNT=4")


def publish(event, **changes):
    """Publish the event with changes and return it as it is stored."""
    page = EventPage.objects.get(pk=event.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def keys(event):
    return sorted(Meeting.objects.filter(event=event.pk).values_list("date_key", flat=True))


def meeting(event, key):
    return Meeting.objects.get(event=event.pk, date_key=key)


def added(page, day, block_id="5f0e"):
    value = {"start_date": day.isoformat()}
    return page.added_dates.stream_block.to_python(
        [{"type": "date", "value": value, "id": block_id}]
    )


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


@pytest.mark.parametrize("reason", ["booked", "cancelled", "moved", "pack"])
def test_date_that_somebody_relies_on_is_put_to_the_editor(event, reason):
    relied_on = meeting(event, "rule:2027-06-22")
    if reason == "booked":
        Meeting.objects.filter(pk=relied_on.pk).update(places_taken=2)
    elif reason == "cancelled":
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


def not_planned(event):
    """Return a cancelled date that the page plans no more."""
    cancel_meeting(meeting(event, "rule:2027-06-22"), user=None)
    publish(event, recurrence_rule="FREQ=WEEKLY;COUNT=2")
    return meeting(event, "rule:2027-06-22")


def test_kept_date_is_an_added_one_with_all_it_had(event):
    before = not_planned(event)

    kept = keep_meeting(before, user=None)

    page = EventPage.objects.get(pk=event.pk)
    block = page.added_dates[0]
    assert (kept.pk, kept.uid, kept.state) == (before.pk, before.uid, MeetingState.CANCELLED)
    assert (kept.date_key, kept.problem) == (f"extra:{block.id}", "")
    assert block.value["start_date"] == date(2027, 6, 22)
    assert keys(event) == [kept.date_key, "first", "rule:2027-06-08"]
    assert not page.has_unpublished_changes


def test_kept_date_reaches_the_newer_draft_too(event):
    before = not_planned(event)
    draft = EventPage.objects.get(pk=event.pk)
    draft.title = "Not yet published"
    draft.save_revision()

    kept = keep_meeting(before, user=None)

    page = EventPage.objects.get(pk=event.pk)
    draft = page.get_latest_revision_as_object()
    assert (page.title, draft.title) == ("Kindness at work", "Not yet published")
    assert [f"extra:{block.id}" for block in draft.added_dates] == [kept.date_key]


def test_kept_date_of_an_unpublished_event_waits_in_its_draft(event):
    before = not_planned(event)
    EventPage.objects.get(pk=event.pk).unpublish()

    kept = keep_meeting(before, user=None)

    page = EventPage.objects.get(pk=event.pk)
    assert not page.live
    assert keys(page) == [kept.date_key, "first", "rule:2027-06-08"]
    page.get_latest_revision().publish()
    assert keys(page) == [kept.date_key, "first", "rule:2027-06-08"]


def test_keep_refuses_what_makes_no_sense(event):
    with pytest.raises(MeetingPlanned):
        keep_meeting(meeting(event, "first"), user=None)
    before = not_planned(event)
    EventPage.objects.filter(pk=event.pk).update(timezone="Mars/Olympus")
    with pytest.raises(EventNotPublishable):
        keep_meeting(before, user=None)
    assert meeting(event, "rule:2027-06-22").problem == Problem.DATE_NOT_PLANNED
    Meeting.objects.filter(pk=before.pk).update(starts_at=None, ends_at=None)
    with pytest.raises(MeetingUndated):
        keep_meeting(before, user=None)


def test_date_that_is_planned_no_more_is_not_moved(event):
    before = not_planned(event)
    Meeting.objects.filter(pk=before.pk).update(state=MeetingState.SCHEDULED, places_taken=1)

    with pytest.raises(MeetingNotPlanned):
        move_meeting(
            before,
            starts_at=before.starts_at + timedelta(days=1),
            ends_at=before.ends_at + timedelta(days=1),
            user=None,
        )


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


RULES = ("", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;INTERVAL=2;COUNT=3", "FREQ=DAILY;COUNT=4")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("rule"), st.sampled_from(RULES)),
        st.tuples(st.just("day"), st.integers(1, 9)),
        st.tuples(st.just("time"), st.integers(8, 20)),
        st.tuples(st.just("zone"), st.sampled_from(["Europe/London", "Asia/Kolkata"])),
        st.tuples(st.just("skip"), st.integers(1, 30)),
        st.tuples(st.just("old draft"), st.integers(0, 9)),
        st.tuples(st.just("project"), st.none()),
        st.tuples(st.just("cancel"), st.integers(0, 9)),
    ),
    max_size=6,
)


class TestAnySequence(TestCase):
    """Whatever was done in between, the rows are those of projecting the last content once."""

    @settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
    @given(steps=STEPS)
    def test_leaves_the_rows_of_projecting_once(self, steps):
        from wagtail.models import Page

        home = Page.get_first_root_node().add_child(instance=Page(title="Home", slug="any"))
        event = make_event(make_programme(home), recurrence_rule=RULES[1])
        drafts = [event.save_revision()]
        decided = set()
        for step, value in steps:
            self.take(step, value, event, drafts, decided)

        fresh = make_event(make_programme(home, slug="fresh"), **self.content(event))

        kept = Meeting.objects.filter(event=event.pk, problem="")
        planned = {key: row for key, row in self.rows(kept).items() if key not in decided}
        once = self.rows(Meeting.objects.filter(event=fresh.pk))
        assert planned == {key: row for key, row in once.items() if key not in decided}
        gone = Meeting.objects.filter(event=event.pk, problem=Problem.DATE_NOT_PLANNED)
        assert {m.date_key for m in gone} == decided - once.keys()

    def take(self, step, value, event, drafts, decided):
        page = EventPage.objects.get(pk=event.pk)
        if step == "old draft":
            drafts[value % len(drafts)].publish()
        elif step == "project":
            assert project_event(page)
        elif step == "cancel":
            meetings = Meeting.objects.filter(event=page.pk, state="scheduled", problem="")
            chosen = list(meetings.exclude(date_key="first").order_by("pk"))
            if chosen:
                done = cancel_meeting(chosen[value % len(chosen)], user=None)
                decided.add(done.date_key)
        else:
            self.edit(page, step, value)
            drafts.append(page.save_revision())
            drafts[-1].publish()

    def edit(self, page, step, value):
        if step == "rule":
            page.recurrence_rule = value
        elif step == "day":
            page.start_date = date(2027, 6, value)
        elif step == "time":
            page.start_time, page.end_time = time(value, 0), time(value + 1, 0)
        elif step == "zone":
            page.timezone = value
        else:
            raw = [{"type": "date", "value": f"2027-06-{value:02}"}]
            page.skipped_dates = page.skipped_dates.stream_block.to_python(raw)

    def content(self, event):
        page = EventPage.objects.get(pk=event.pk)
        names = ("start_date", "start_time", "end_date", "end_time", "timezone")
        more = ("recurrence_rule", "skipped_dates", "added_dates")
        return {name: getattr(page, name) for name in names + more}

    def rows(self, meetings):
        names = ("starts_at", "ends_at", "timezone", "state", "problem", "places_limit")
        return {m.date_key: tuple(getattr(m, name) for name in names) for m in meetings}
