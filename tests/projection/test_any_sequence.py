"""Any sequence of edits, old drafts, projections and actions ends in the same rows."""

from datetime import timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories import make_event, make_programme
from tests.projection.tuesdays import NOW, edit_plan
from tests.site import make_home
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.enums import Hours, Problem
from wagtail_lift.models import EventPage
from wagtail_lift.projection import project_page


@pytest.fixture(autouse=True)
def may_first():
    with time_machine.travel(NOW, tick=False):
        yield


RULES = ("", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;INTERVAL=2;COUNT=3", "FREQ=DAILY;COUNT=4")


def move_on(meeting, *, user):
    """Move a meeting by a day and an hour."""
    later = timedelta(days=1, hours=1)
    starts_at = meeting.current_starts_at + later
    ends_at = meeting.current_ends_at + later
    return change_meeting(meeting, starts_at=starts_at, ends_at=ends_at, user=user)


ACTIONS = (cancel_meeting, postpone_meeting, move_on)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("rule"), st.sampled_from(RULES)),
        st.tuples(st.just("day"), st.integers(1, 9)),
        st.tuples(st.just("time"), st.integers(8, 20)),
        st.tuples(st.just("hours"), st.sampled_from(Hours)),
        st.tuples(st.just("zone"), st.sampled_from(["Europe/London", "Asia/Kolkata"])),
        st.tuples(st.just("skip"), st.integers(1, 30)),
        st.tuples(st.just("old draft"), st.integers(0, 9)),
        st.tuples(st.just("project"), st.none()),
        st.tuples(st.just("add"), st.integers(1, 30)),
        st.tuples(st.just("act"), st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9))),
    ),
    max_size=6,
)


class TestAnySequence(TestCase):
    """Whatever was done in between, the rows are those of projecting the last content once."""

    @settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
    @given(steps=STEPS)
    def test_leaves_the_rows_of_projecting_once(self, steps):
        home = make_home()
        event = make_event(make_programme(home), recurrence_rule=RULES[1])
        drafts = [event.save_revision()]
        decided = set()
        for step, value in steps:
            self.take(step, value, event, drafts, decided)

        fresh = make_event(make_programme(home, slug="fresh"), **self.content(event))

        shown = event.lift_event.meetings.shown()
        planned, once = self.rows(shown.filter(problem="")), self.rows(fresh.lift_event.meetings)
        assert planned.keys() == once.keys()
        free = self.rows(shown.filter(problem="").exclude(pk__in=decided))
        assert free == {key: row for key, row in once.items() if key in free}
        left = shown.filter(problem=Problem.DATE_NOT_PLANNED)
        assert set(left.values_list("pk", flat=True)) <= decided

    def take(self, step, value, event, drafts, decided):
        page = EventPage.objects.get(pk=event.pk)
        if step == "old draft":
            drafts[value % len(drafts)].publish()
        elif step == "project":
            assert project_page(page.pk)
        elif step == "act":
            self.act(page, *value, decided)
        else:
            edit_plan(page, step, value)
            drafts.append(page.save_revision())
            drafts[-1].publish()

    def act(self, page, action, number, decided):
        going_ahead = page.lift_event.meetings.shown().filter(state="scheduled", problem="")
        chosen = list(going_ahead.order_by("pk"))
        if chosen:
            decided.add(action(chosen[number % len(chosen)], user=None).pk)

    def content(self, event):
        page = EventPage.objects.get(pk=event.pk)
        names = ("start_date", "start_time", "end_date", "end_time", "hours", "timezone")
        more = ("recurrence_rule", "skipped_dates", "added_dates")
        return {name: getattr(page, name) for name in names + more}

    def rows(self, meetings):
        names = ("starts_at", "ends_at", "current_hours", "timezone", "state", "problem", "places")
        return {m.date_key: tuple(getattr(m, name) for name in names) for m in meetings.all()}
