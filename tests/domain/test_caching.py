"""Until an instant that is worked out, nothing that is shown changes by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.strategies import NOW, meeting_facts, near_instants
from wagtail_lift.domain.caching import (
    cache_seconds,
    changes_of_meeting,
    first_change,
    next_midnight,
)
from wagtail_lift.domain.lifecycle import MeetingFacts, booking_state, event_lifecycle
from wagtail_lift.enums import MeetingState

MICROSECOND = timedelta(microseconds=1)
HOUR = timedelta(hours=1)


def shown(meetings, now):
    """Return all that a page says of an event by the clock."""
    lifecycle = event_lifecycle(meetings, now)
    return (
        lifecycle.headline,
        lifecycle.stage,
        lifecycle.status,
        lifecycle.next_bookable,
        lifecycle.has_open_pack,
        [booking_state(facts, now) for facts in meetings],
    )


@settings(max_examples=150)
@given(st.lists(meeting_facts(), min_size=1, max_size=3), near_instants, st.lists(near_instants))
def test_nothing_changes_before_the_first_change(meetings, now, others):
    until = first_change(set().union(*map(changes_of_meeting, meetings)), now)

    before = [t for t in others if t >= now and (until is None or t < until)]
    if until is not None:
        before.append(until - MICROSECOND)

    assert [shown(meetings, t) for t in before] == [shown(meetings, now)] * len(before)


def test_meeting_changes_with_its_booking_window_and_its_pack():
    facts = MeetingFacts(
        starts_at=NOW,
        ends_at=NOW + HOUR,
        booking_opens_at=NOW - 3 * HOUR,
        booking_closes_at=NOW - HOUR,
        pack_opens_at=NOW + 2 * HOUR,
    )

    assert changes_of_meeting(facts) == {NOW + n * HOUR for n in (-3, -1, 0, 1, 2)}


def test_first_change_is_the_earliest_to_come():
    assert first_change([None, NOW, NOW + 2 * HOUR, NOW + HOUR], NOW) == NOW + HOUR
    assert first_change([None, NOW], NOW) is None


def test_cancelled_meeting_has_no_booking_window():
    facts = MeetingFacts(
        state=MeetingState.CANCELLED,
        starts_at=NOW,
        ends_at=NOW + HOUR,
        booking_opens_at=NOW - HOUR,
    )

    assert changes_of_meeting(facts) == {NOW, NOW + HOUR}


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (None, 300),
        (NOW + HOUR, 300),
        (NOW + timedelta(seconds=9.9), 9),
        (NOW + MICROSECOND, 0),
        (NOW - HOUR, 0),
    ],
)
def test_seconds_end_with_whatever_comes_first(until, expected):
    assert cache_seconds(until, NOW, at_most=300) == expected


def test_seconds_are_never_negative():
    assert cache_seconds(None, NOW, at_most=-1) == 0


@pytest.mark.parametrize(
    ("timezone", "expected"),
    [
        ("UTC", datetime(2026, 11, 24, 0, 0, tzinfo=UTC)),
        ("Pacific/Auckland", datetime(2026, 11, 24, 11, 0, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 11, 24, 5, 0, tzinfo=UTC)),
    ],
)
def test_today_ends_at_midnight_in_the_zone(timezone, expected):
    assert next_midnight(NOW, timezone) == expected
