"""Whatever becomes of pages, plans, clocks and zone data: history stays, and so do decisions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Locale

from tests.factories import make_event, make_programme
from tests.projection.tuesdays import NOW, edit_plan
from tests.site import make_home
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting, reinstate_meeting
from wagtail_lift.domain import instants
from wagtail_lift.domain.location import Location
from wagtail_lift.enums import Hours
from wagtail_lift.exceptions import LiftError
from wagtail_lift.models import Event, EventPage, Meeting
from wagtail_lift.projection import rebuild_occurrences

ZONES = ("Europe/London", "America/New_York")
RULES = ("FREQ=WEEKLY;COUNT=3", "", "FREQ=WEEKLY;INTERVAL=2;COUNT=3", "FREQ=DAILY;COUNT=4")
HISTORY = (
    "date_key",
    "timezone",
    "current_start",
    "current_end",
    "current_hours",
    "current_starts_at",
    "current_ends_at",
    "location",
    "join_url",
    "state",
    "public_note",
)
INSTANTS = ("current_starts_at", "current_ends_at")
"""What new zone data moves of a meeting that has not ended."""


class Shifted(ZoneInfo):
    """A zone as another release of the zone data may have it: further east by some minutes."""

    minutes = 0

    def utcoffset(self, moment):
        return super().utcoffset(moment) + timedelta(minutes=self.minutes)


def zone(name):
    return Shifted(name) if name in ZONES else ZoneInfo("UTC")


def move_on(meeting, *, user):
    """Move a meeting by a day and an hour."""
    later = timedelta(days=1, hours=1)
    starts_at, ends_at = meeting.current_starts_at + later, meeting.current_ends_at + later
    return change_meeting(meeting, starts_at=starts_at, ends_at=ends_at, user=user)


def put_elsewhere(meeting, *, user):
    """Let a meeting take place online."""
    return change_meeting(
        meeting,
        location=Location("online", platform_name="Zoom"),
        join_url="https://meet.example.org/own",
        user=user,
        public_note="Zoom",
    )


def say(meeting, *, user):
    """Say something about a meeting, and nothing else."""
    return change_meeting(meeting, user=user, public_note="Bring a cup.")


ACTIONS = (cancel_meeting, postpone_meeting, reinstate_meeting, move_on, put_elsewhere, say)
ACT = st.tuples(st.just("act"), st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9)))
DAY = st.tuples(st.just("day"), st.integers(1, 28))
STEPS = st.lists(
    st.one_of(
        *[ACT] * 9,
        *[DAY] * 5,
        st.tuples(st.just("rule"), st.sampled_from(RULES)),
        st.tuples(st.just("time"), st.integers(8, 20)),
        st.tuples(st.just("hours"), st.sampled_from(Hours)),
        st.tuples(st.just("zone"), st.sampled_from(ZONES)),
        st.tuples(st.just("venue"), st.sampled_from(["The Mill", "The Hall"])),
        st.tuples(st.just("skip"), st.integers(1, 30)),
        st.tuples(st.just("add"), st.integers(1, 30)),
        st.tuples(st.just("old draft"), st.integers(0, 9)),
        st.tuples(st.just("clock"), st.sampled_from([0.02, 1, 3, 7, 12])),
        st.tuples(st.just("zone data"), st.sampled_from([0, 30, 60])),
        st.tuples(st.just("translate"), st.sampled_from(["de", "fr"])),
        st.tuples(st.just("alias"), st.none()),
        st.tuples(st.just("delete"), st.integers(0, 3)),
        st.tuples(st.just("unpublish"), st.integers(0, 3)),
        st.tuples(st.just("publish"), st.integers(0, 3)),
    ),
    min_size=4,
    max_size=9,
)


@dataclass(frozen=True)
class Known:
    """What is known of a meeting before a step."""

    uid: object
    sequence: int
    is_shown: bool
    has_begun: bool
    has_ended: bool
    is_decided: bool
    told: dict


@pytest.mark.slow
class TestAnyHistory(TestCase):
    """Steps of all kinds, and after each of them the promises that hold whatever is done."""

    @settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
    @given(steps=STEPS)
    @example(steps=[("act", (cancel_meeting, 0)), ("day", 10)])
    @example(steps=[("act", (move_on, 0)), ("day", 10)])
    @example(steps=[("act", (put_elsewhere, 0)), ("day", 10)])
    @example(steps=[("act", (say, 0)), ("day", 10)])
    @example(steps=[("rule", RULES[0]), ("clock", 6), ("venue", "The Mill"), ("time", 9)])
    @example(steps=[("act", (cancel_meeting, 0)), ("translate", "de"), ("delete", 0), ("day", 3)])
    def test_keeps_history_decisions_and_identities(self, steps):
        Shifted.minutes = 0
        with (
            time_machine.travel(NOW.replace(day=28), tick=False) as self.clock,
            mock.patch.object(instants, "zone", zone),
        ):
            self.begin()
            for step, value in steps:
                before, self.acted_on = self.known(), None
                self.take(step, value)
                if not Event.objects.filter(pk=self.event_id).exists():
                    assert not any(known.is_decided for known in before.values())
                    return
                self.check(before)
            assert [found for found in rebuild_occurrences() if found.has_drifted] == []

    def begin(self):
        home = make_home()
        event = make_event(make_programme(home), venue_name="The Kettle")
        self.event_id = event.lift_event.pk
        self.drafts = [event.save_revision()]

    def pages(self):
        shown = EventPage.objects.filter(lift_event_link__event=self.event_id)
        return list(shown.order_by("pk"))

    def source(self):
        found = Event.objects.get(pk=self.event_id).source_id
        return EventPage.objects.filter(pk=found).first()

    def known(self):
        now = datetime.now(NOW.tzinfo)
        meetings = Meeting.objects.filter(event=self.event_id)
        return {
            meeting.pk: Known(
                meeting.uid,
                meeting.sequence,
                not meeting.is_withdrawn,
                meeting.has_begun(now),
                meeting.has_ended(now),
                not meeting.is_withdrawn and meeting.as_known(now).is_decided,
                {name: getattr(meeting, name) for name in HISTORY},
            )
            for meeting in meetings
        }

    def check(self, before):
        after = self.known()
        assert before.keys() <= after.keys()
        assert len({known.uid for known in after.values()}) == len(after)
        is_alone = sum(known.is_shown for known in before.values()) == 1
        for key, known in before.items():
            now = after[key]
            assert now.uid == known.uid
            assert now.sequence >= known.sequence
            if key == self.acted_on:
                continue
            may_correct = is_alone and not known.is_decided
            if known.has_begun and not may_correct:
                moving = () if known.has_ended else INSTANTS
                assert now.told == {**known.told, **{name: now.told[name] for name in moving}}
            elif known.is_decided and not known.has_begun:
                assert now.is_decided or now.told["current_start"] == known.told["current_start"]
                for name in ("state", "public_note"):
                    assert now.told[name] == known.told[name]
                assert now.told["current_start"].date() == known.told["current_start"].date()
        for meeting in Meeting.objects.filter(event=self.event_id):
            if not after[meeting.pk].has_begun:
                stored = meeting.current_starts_at
                meeting.derive_instants()
                assert meeting.current_starts_at == stored

    def take(self, step, value):
        if step == "clock":
            self.clock.shift(timedelta(days=value))
            call_command("lift_tick", verbosity=0)
        elif step == "zone data":
            Shifted.minutes = value
            call_command("lift_tick", verbosity=0)
        elif step == "act":
            self.act(*value)
        elif step == "old draft":
            draft = self.drafts[value % len(self.drafts)]
            if EventPage.objects.filter(pk=draft.object_id).exists():
                draft.publish()
        elif step in ("translate", "alias", "delete", "unpublish", "publish"):
            self.change_pages(step, value)
        elif (page := self.source()) is not None and not page.alias_of_id:
            edit_plan(page, step, value)
            self.drafts.append(page.save_revision())
            self.drafts[-1].publish()

    def act(self, action, number):
        meetings = list(Meeting.objects.shown().filter(event=self.event_id).order_by("pk"))
        if meetings:
            self.acted_on = meetings[number % len(meetings)].pk
            try:
                action(meetings[number % len(meetings)], user=None)
            except LiftError:
                self.acted_on = None

    def change_pages(self, step, value):
        pages = self.pages()
        if not pages:
            return
        page = pages[(value or 0) % len(pages)] if isinstance(value, int) else pages[0]
        if step == "translate":
            locale = Locale.objects.get_or_create(language_code=value)[0]
            if not page.alias_of_id and not page.has_translation(locale):
                copy = page.copy_for_translation(locale, copy_parents=True)
                copy.save_revision().publish()
        elif step == "alias":
            page.create_alias(update_slug=f"alias-{len(pages)}-{page.pk}")
        elif step == "delete":
            page.delete()
        elif step == "unpublish":
            page.unpublish()
        elif not page.alias_of_id:
            page.get_latest_revision_as_object().save_revision().publish()
