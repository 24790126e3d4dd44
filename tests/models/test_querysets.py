"""The database answers as the rules do; run on SQLite, PostgreSQL and MariaDB."""

from datetime import timedelta
from itertools import product

import pytest
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from tests.domain.strategies import INSTANT, NOW, any_instants, events, meeting_facts, near_instants
from tests.stored_facts import event_of, make_pages, store
from wagtail_lift.domain.lifecycle import (
    MeetingFacts,
    booking_closes_at,
    booking_state,
    event_lifecycle,
    headline_key,
    meeting_status,
    stage,
)
from wagtail_lift.enums import BookingMode, BookingPlaces, MeetingState, Status
from wagtail_lift.models import EventOccurrence, Meeting
from wagtail_lift.models.querysets import headline_subquery, with_event_status, with_headline_start
from wagtail_lift.models.status_expressions import (
    booking_closes_expression,
    booking_state_expression,
    meeting_status_expression,
    stage_expression,
)

on_one_database = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def pages(home) -> list[Page]:
    return make_pages(home)


many_events = st.lists(events(any_instants), min_size=1, max_size=8)
nows = near_instants | any_instants


@on_one_database
@given(shown=many_events, now=nows)
def test_each_occurrence_has_the_status_that_the_rules_give(pages, shown, now):
    store(pages, shown)

    rows = EventOccurrence.objects.with_status(now)
    by_relation = Meeting.objects.filter(occurrences__isnull=False).values_list(
        "event__source",
        "date_key",
        stage_expression(now, "occurrences__"),
        booking_state_expression(now, "occurrences__"),
        meeting_status_expression(now, "occurrences__"),
    )

    expected = {
        (page.pk, f.key): (stage(f, now), booking_state(f, now), meeting_status(f, now))
        for page, known in zip(pages, shown, strict=False)
        for f in known
    }
    assert {
        (row.page_id, row.date_key): (row.stage_now, row.booking_state_now, row.status_now)
        for row in rows
    } == expected
    assert {(page, key): tuple(words) for page, key, *words in by_relation} == expected


def every_combination() -> list[MeetingFacts]:
    """Every order of now and the instants of a meeting, with everything that places can be."""
    hour = timedelta(hours=1)
    spans = [(None, None), (-2, -1), (-1, 0), (0, 0), (-1, 1), (0, 1), (1, 2), (2, 2)]
    modes = [
        {},
        {"pack_opens_at": NOW - INSTANT},
        {"pack_opens_at": NOW},
        {"pack_opens_at": NOW + INSTANT},
        *(
            {"booking_mode": mode, "places": places}
            for mode, places in product([BookingMode.ELSEWHERE, BookingMode.HERE], BookingPlaces)
        ),
    ]
    windows = [*product([None, -3, -1, 0, 1, 3], [None, -1, 0, 1, 3])]
    combinations = [
        *product([MeetingState.SCHEDULED], spans, windows, modes),
        *product([MeetingState.CANCELLED, MeetingState.POSTPONED], spans, windows[:1], modes),
    ]
    return [
        MeetingFacts(
            key=f"rule:{number}",
            state=state,
            starts_at=None if span[0] is None else NOW + span[0] * hour,
            ends_at=None if span[1] is None else NOW + span[1] * hour,
            booking_opens_at=None if window[0] is None else NOW + window[0] * hour,
            booking_closes_at=None if window[1] is None else NOW + window[1] * hour,
            **mode,
        )
        for number, (state, span, window, mode) in enumerate(combinations)
    ]


def test_each_boundary_is_on_the_side_where_the_rules_have_it(pages):
    combinations = every_combination()
    Meeting.objects.bulk_create(
        [Meeting(event=event_of(pages[0]), date_key=facts.key) for facts in combinations],
        batch_size=1000,
    )
    store(pages, [combinations])

    rows = EventOccurrence.objects.with_status(NOW).values_list(
        "date_key", "stage_now", "booking_state_now", "status_now"
    )

    assert {key: tuple(words) for key, *words in rows} == {
        f.key: (stage(f, NOW), booking_state(f, NOW), meeting_status(f, NOW)) for f in combinations
    }


@on_one_database
@given(shown=many_events, now=nows)
def test_each_occurrence_is_either_upcoming_or_past(pages, shown, now):
    store(pages, shown)

    upcoming = EventOccurrence.objects.upcoming(now)
    past = EventOccurrence.objects.past(now)

    facts = [f for known in shown for f in known]
    ended = [f.has_ended(now) for f in facts]
    assert (upcoming.count(), past.count()) == (ended.count(False), ended.count(True))
    assert not upcoming.filter(pk__in=past.values("pk")).exists()
    assert all(row.facts().has_ended(now) for row in past)


@on_one_database
@given(shown=many_events)
def test_booking_closes_when_the_rules_say(pages, shown):
    store(pages, shown)

    rows = EventOccurrence.objects.annotate(closes=booking_closes_expression())

    assert {(row.page_id, row.date_key): row.closes for row in rows} == {
        (page.pk, f.key): booking_closes_at(f)
        for page, known in zip(pages, shown, strict=False)
        for f in known
    }


@on_one_database
@given(shown=many_events, now=nows)
def test_each_event_has_the_status_that_the_rules_give(pages, shown, now):
    store(pages, shown)

    rows = with_event_status(Page.objects.filter(pk__in=[p.pk for p in pages]), now).annotate(
        headline=headline_subquery(now, "date_key")
    )

    expected = {page.pk: event_lifecycle([], now) for page in pages} | {
        page.pk: event_lifecycle(known, now) for page, known in zip(pages, shown, strict=False)
    }
    dated = {page.pk for page, known in zip(pages, shown, strict=False) if known}
    assert {
        row.pk: (row.stage_now, row.booking_state_now, row.status_now, row.headline) for row in rows
    } == {
        pk: (
            life.stage,
            life.booking_state,
            life.status,
            life.headline.key if pk in dated else None,
        )
        for pk, life in expected.items()
    }


@on_one_database
@given(shown=many_events, now=nows)
def test_each_event_is_ordered_by_the_start_of_its_headline(pages, shown, now):
    store(pages, shown)

    rows = with_headline_start(Page.objects.filter(pk__in=[p.pk for p in pages]), now)
    found = rows.annotate(start=F("headline_at")).values_list("pk", "start")

    expected = {page.pk: None for page in pages} | {
        page.pk: event_lifecycle(known, now).headline.starts_at
        for page, known in zip(pages, shown, strict=False)
    }
    assert dict(found) == expected


@on_one_database
@given(shown=many_events, now=nows)
def test_the_headline_comes_first_as_the_rules_order_it(pages, shown, now):
    store(pages, shown)

    found = [
        list(page.lift_occurrences.headline_first(now).values_list("date_key", flat=True))
        for page in pages[: len(shown)]
    ]

    assert found == [
        [f.key for f in sorted(known, key=lambda f: headline_key(f, now))] for known in shown
    ]


@on_one_database
@given(
    plan=meeting_facts(),
    move=st.none() | st.tuples(near_instants, near_instants).filter(lambda m: m[0] < m[1]),
    now=near_instants,
)
def test_a_meeting_has_the_stage_of_where_it_was_moved_to(pages, plan, move, now):
    moved_starts_at, moved_ends_at = move or (None, None)
    meeting = Meeting.objects.filter(event=event_of(pages[0]), date_key="first")
    meeting.update(
        state=plan.state,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        moved_starts_at=moved_starts_at,
        moved_ends_at=moved_ends_at,
    )

    found = meeting.with_status(now).get()

    holds = MeetingFacts(
        state=plan.state, starts_at=found.current_starts_at, ends_at=found.current_ends_at
    )
    assert (found.starts_now, found.ends_now, found.stage_now) == (
        moved_starts_at or plan.starts_at,
        moved_ends_at or plan.ends_at,
        stage(holds, now),
    )


def test_the_year_that_an_editor_mistyped_is_compared_all_the_same(pages):
    start = NOW.replace(year=26)
    facts = MeetingFacts(starts_at=start, ends_at=start + timedelta(hours=2))
    store(pages, [[facts]])

    [before, after] = [
        EventOccurrence.objects.with_status(now).get().status_now
        for now in (facts.ends_at - INSTANT, facts.ends_at)
    ]

    assert (before, after) == (Status.HAPPENING_NOW, Status.TAKEN_PLACE)


def test_public_keeps_what_anyone_may_see(pages):
    store(pages, [[MeetingFacts(key="first"), MeetingFacts(key="extra:1")]])
    EventOccurrence.objects.filter(date_key="first").update(is_public=False)

    assert [row.date_key for row in EventOccurrence.objects.public()] == ["extra:1"]
