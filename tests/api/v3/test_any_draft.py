"""Whatever an editor changes: the draft is answered as it will be once it is published."""

import json
from contextlib import suppress
from datetime import date, time, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from hypothesis import HealthCheck, example, given, reject, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Locale

from tests.api.drafts import found, shared, without_facts_about_publication
from tests.api.v3.conftest import V3Client
from tests.api.v3.test_drafts import both_answers
from tests.factories import make_event, make_host, make_pack, make_programme
from tests.projection.tuesdays import NOW, added, edit_plan
from tests.site import make_home
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.exceptions import LiftError, PublishingRefused
from wagtail_lift.models import HostProfile, Meeting
from wagtail_lift.pages.models import EventHost, EventPage


def in_words(stream, *questions):
    return stream.stream_block.to_python(
        [{"type": "question", "id": f"q-{q}", "value": {"question": q}} for q in questions]
    )


def edit(page, step, value):
    """Change a page without saving it."""
    if step == "hosts":
        known = list(HostProfile.objects.order_by("pk"))
        page.event_hosts = [
            EventHost(host=known[key], sort_order=n, role="facilitator")
            for n, key in enumerate(value)
        ]
    elif step == "questions":
        page.conversation = in_words(page.conversation, *value)
    elif step == "topics":
        page.topics.set(value)
    elif step == "fields":
        for name, content in value.items():
            setattr(page, name, content)
    elif step == "added with time":
        page.added_dates = added(page, date(2027, 5, value), block_id=f"added-{value}")
    else:
        edit_plan(page, step, value)


BOOKING = (
    {"booking_mode": "elsewhere", "booking_url": "https://tickets.example.org/"},
    {"booking_mode": "not_needed"},
    {"booking_mode": "elsewhere", "booking_places": "full"},
    {"booking_opens_date": date(2027, 5, 20), "booking_opens_time": time(9)},
    {"booking_opens_before": 30, "booking_opens_unit": "days"},
    {"booking_closes_before": 2, "booking_closes_unit": "hours"},
    {"booking_closes_date": date(2027, 6, 2), "booking_closes_time": time(9)},
)
FIELDS = (
    *BOOKING,
    {"attendance_mode": "online", "platform_name": "Zoom"},
    {"attendance_mode": "both", "venue_name": "The Mill"},
    {"title": "Another", "slug": "another"},
    {"summary": "Something else.", "step_free": True},
    {"start_date": None, "start_time": None, "end_date": None, "end_time": None},
    {"end_time": time(23, 30)},
    {"contact_name": "Ada", "contact_email": "ada@example.org"},
)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("day"), st.integers(1, 28)),
        st.tuples(st.just("rule"), st.sampled_from(("", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY"))),
        st.tuples(st.just("time"), st.integers(8, 20)),
        st.tuples(st.just("zone"), st.sampled_from(("America/New_York", "Asia/Tokyo"))),
        st.tuples(st.just("skip"), st.sampled_from((1, 8, 15, 22))),
        st.tuples(st.just("add"), st.integers(1, 30)),
        st.tuples(st.just("added with time"), st.integers(2, 30)),
        st.tuples(st.just("hosts"), st.lists(st.integers(0, 2), unique=True)),
        st.tuples(st.just("questions"), st.lists(st.sampled_from("abc"), unique=True)),
        st.tuples(st.just("topics"), st.lists(st.sampled_from(("care", "rest")), unique=True)),
        st.tuples(st.just("fields"), st.sampled_from(FIELDS)),
        st.tuples(st.just("fields"), st.sampled_from(BOOKING)),
    ),
    min_size=1,
    max_size=5,
)


def move(meeting, *, user):
    later = timedelta(days=1, hours=1)
    starts_at, ends_at = meeting.current_starts_at + later, meeting.current_ends_at + later
    change_meeting(meeting, starts_at=starts_at, ends_at=ends_at, user=user)


def note(meeting, *, user):
    change_meeting(meeting, user=user, public_note="Bring a cup.")


ACTS = st.lists(
    st.tuples(st.sampled_from((cancel_meeting, postpone_meeting, move, note)), st.integers(0, 3)),
    max_size=2,
    unique_by=lambda act: act[1],
)
DAYS = st.sampled_from((0, 31, 40, 90))
"""How long after the first publication the draft is written: before, between, after the dates."""

PACK = st.sampled_from((None, {}, {"opens_early": True}, {"meeting": 1}))


def assert_alike(reader, page):
    """Assert that a draft is answered as it is once published, if it can be published at all.

    So is what stands around it.
    """
    around = without_facts_about_publication(shared(3, page, include="head"))
    try:
        draft, live = both_answers(reader, page)
    except PublishingRefused:
        reject()
    assert draft == live
    assert around == without_facts_about_publication(found(3, page, include="head"))


@pytest.mark.slow
class TestAnyDraft(TestCase):
    """Whatever was published, decided by hand and edited: the draft is what publishing makes."""

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(
        rule=st.sampled_from(("", "FREQ=WEEKLY;COUNT=4")),
        acts=ACTS,
        days=DAYS,
        pack=PACK,
        edits=EDITS,
    )
    @example(rule="", acts=[], days=90, pack={}, edits=[("day", 28)])
    @example(
        rule="FREQ=WEEKLY;COUNT=4",
        acts=[(cancel_meeting, 1)],
        days=31,
        pack={"meeting": 1},
        edits=[("day", 3), ("rule", "FREQ=WEEKLY")],
    )
    def test_is_answered_as_it_will_be_once_published(self, rule, acts, days, pack, edits):
        with time_machine.travel(NOW, tick=False) as clock:
            event, reader = self.begin(rule, acts, pack)
            clock.shift(timedelta(days=days))
            page = EventPage.objects.get(pk=event.pk)
            for step, value in edits:
                edit(page, step, value)
            page.save_revision(clean=False)

            assert_alike(reader, event)

    def begin(self, rule, acts, pack):
        user = get_user_model().objects.create_superuser("root", "root@example.org", "pass")
        hosts = [make_host(name) for name in ("Ada", "Bo", "Cy")]
        event = make_event(make_programme(make_home()), recurrence_rule=rule, hosts=hosts[:2])
        meetings = list(Meeting.objects.order_by("pk"))
        for act, number in acts:
            with suppress(LiftError):  # such as cancelling twice
                act(meetings[number % len(meetings)], user=user)
        if pack is not None:
            about = {"meeting": meetings[-1]} if "meeting" in pack else pack
            make_pack(event, guide=json.dumps([]), **about)
        return event, V3Client(user)

    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(days=DAYS, edits=EDITS)
    def test_of_a_translation_is_answered_as_it_will_be(self, days, edits):
        with time_machine.travel(NOW, tick=False) as clock:
            event, reader = self.begin("FREQ=WEEKLY;COUNT=4", [], None)
            french = Locale.objects.get_or_create(language_code="fr")[0]
            translation = event.copy_for_translation(french, copy_parents=True)
            translation.slug = "gentillesse"
            translation.save()
            clock.shift(timedelta(days=days))
            page = EventPage.objects.get(pk=translation.pk)
            for step, value in edits:
                edit(page, step, value)
            page.save_revision(clean=False)

            assert_alike(reader, translation)
