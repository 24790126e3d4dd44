from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import INSTANT, NOW, any_instants, events, instants_of
from wagtail_lift.domain.lifecycle import (
    ALWAYS,
    Lifecycle,
    MeetingFacts,
    booking_state,
    event_lifecycle,
    headline_key,
    stage,
)
from wagtail_lift.enums import BookingMode, BookingState, MeetingState, Stage, Status

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def meeting(key: str, days: int, **changes) -> MeetingFacts:
    starts_at = NOW + days * DAY
    return MeetingFacts(key=key, starts_at=starts_at, ends_at=starts_at + HOUR, **changes)


YESTERDAY = meeting("yesterday", -1)
RUNNING = meeting("running", 0)
TOMORROW = meeting("tomorrow", 1)
NEXT_WEEK = meeting("next_week", 7, booking_mode=BookingMode.ELSEWHERE)
UNDATED = MeetingFacts(key="undated")
OFF = meeting("off", 2, state=MeetingState.CANCELLED)
OFF_UNDATED = MeetingFacts(key="off_undated", state=MeetingState.POSTPONED)


def test_headline_key_puts_the_meeting_an_event_is_known_by_first():
    expected = [
        RUNNING,
        TOMORROW,
        NEXT_WEEK,
        UNDATED,
        YESTERDAY,
        meeting("long_ago", -9),
        OFF,
        meeting("off_long_ago", -8, state=MeetingState.POSTPONED),
        OFF_UNDATED,
    ]
    upside_down = expected[::-1]

    found = sorted(upside_down, key=lambda facts: headline_key(facts, NOW))

    assert found == expected


def test_headline_key_breaks_ties_by_the_key_of_the_date():
    one, two = replace(TOMORROW, key="extra:1"), replace(TOMORROW, key="extra:2")

    assert sorted([two, one], key=lambda facts: headline_key(facts, NOW)) == [one, two]


def test_headline_key_tells_instants_apart_far_from_today():
    far = replace(TOMORROW, starts_at=datetime(9000, 1, 1, tzinfo=UTC), ends_at=None)
    later = replace(far, starts_at=far.starts_at + INSTANT)

    assert headline_key(far, NOW) < headline_key(later, NOW)


def test_event_lifecycle_without_meetings_is_that_of_an_undated_event():
    expected = Lifecycle(
        headline=MeetingFacts(),
        stage=Stage.UNDATED,
        booking_state=BookingState.NOT_NEEDED,
        status=Status.DATE_TO_COME,
        status_until=None,
        next_bookable=None,
        has_open_pack=False,
    )

    assert event_lifecycle([], NOW) == expected


def test_event_lifecycle_speaks_of_the_headline_and_offers_what_stands_beside_it():
    with_pack = replace(YESTERDAY, pack_opens_at=ALWAYS)
    expected = Lifecycle(
        headline=TOMORROW,
        stage=Stage.UPCOMING,
        booking_state=BookingState.NOT_NEEDED,
        status=Status.DROP_IN,
        status_until=TOMORROW.starts_at,
        next_bookable=NEXT_WEEK,
        has_open_pack=True,
    )

    assert event_lifecycle(iter([NEXT_WEEK, with_pack, TOMORROW, OFF]), NOW) == expected


def test_event_lifecycle_offers_the_earlier_of_two_dates_that_can_be_booked():
    later = meeting("later", 8, booking_mode=BookingMode.ELSEWHERE)

    found = [event_lifecycle(dates, NOW) for dates in ([NEXT_WEEK, later], [later, NEXT_WEEK])]

    assert [life.next_bookable for life in found] == [NEXT_WEEK, NEXT_WEEK]


def test_event_lifecycle_opens_insights_for_the_pack_of_any_date():
    with_pack = replace(meeting("long_ago", -9), pack_opens_at=NOW)
    expected = Lifecycle(
        headline=YESTERDAY,
        stage=Stage.TAKEN_PLACE,
        booking_state=BookingState.NOT_NEEDED,
        status=Status.INSIGHTS_OPEN,
        status_until=None,
        next_bookable=None,
        has_open_pack=True,
    )

    assert event_lifecycle([with_pack, YESTERDAY], NOW) == expected


def test_event_lifecycle_passes_over_a_cancelled_date_that_is_sooner():
    sooner = replace(TOMORROW, state=MeetingState.CANCELLED)

    found = event_lifecycle([sooner, NEXT_WEEK], NOW)

    assert (found.headline, found.status) == (NEXT_WEEK, Status.BOOKING_AVAILABLE)


def test_event_lifecycle_is_cancelled_only_when_nothing_goes_ahead():
    found = event_lifecycle([OFF, OFF_UNDATED], NOW)

    assert (found.headline, found.status, found.status_until) == (OFF, Status.CANCELLED, None)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, TOMORROW.starts_at),
        ({"booking_mode": BookingMode.ELSEWHERE}, TOMORROW.starts_at),
        (
            {"booking_mode": BookingMode.ELSEWHERE, "booking_closes_at": NOW + HOUR},
            NOW + HOUR,
        ),
        (
            {"booking_mode": BookingMode.ELSEWHERE, "booking_opens_at": NOW + 2 * HOUR},
            NOW + 2 * HOUR,
        ),
        ({"pack_opens_at": NOW + HOUR}, TOMORROW.starts_at),
        ({"state": MeetingState.CANCELLED}, None),
        ({"starts_at": NOW - HOUR, "ends_at": NOW + HOUR}, NOW + HOUR),
        ({"starts_at": NOW - HOUR, "ends_at": NOW}, None),
        ({"starts_at": NOW - HOUR, "ends_at": NOW, "pack_opens_at": NOW + DAY}, NOW + DAY),
    ],
)
def test_status_until_is_the_next_change_of_the_clock(changes, expected):
    found = event_lifecycle([replace(TOMORROW, **changes)], NOW)

    assert found.status_until == expected


def test_status_until_looks_past_a_date_that_follows_without_a_break():
    after = replace(RUNNING, key="after", starts_at=RUNNING.ends_at, ends_at=NOW + 3 * HOUR)

    assert event_lifecycle([RUNNING, after], NOW).status_until == NOW + 3 * HOUR


@given(meetings=events(), at=any_instants)
def test_status_until_is_the_first_change_and_no_earlier(meetings, at):
    found = event_lifecycle(meetings, at)

    until = found.status_until
    steady = [i for i in instants_of(meetings) if i > at and (until is None or i < until)]
    assert {event_lifecycle(meetings, i).status for i in steady} <= {found.status}
    if until is not None:
        assert until > at
        assert event_lifecycle(meetings, until).status != found.status
        assert event_lifecycle(meetings, max(at, until - INSTANT)).status == found.status


@given(meetings=events().filter(bool), at=any_instants)
def test_headline_is_the_earliest_to_come_else_the_latest_past_else_the_latest(meetings, at):
    going_ahead = [f for f in meetings if f.is_going_ahead]
    to_come = [f for f in going_ahead if not f.has_ended(at)]
    earliest_first = [f for f in to_come if f.starts_at] or to_come
    latest_first = [f for f in (going_ahead or meetings) if f.starts_at] or meetings
    instants = [f.starts_at for f in earliest_first or latest_first]
    expected = min(instants) if earliest_first and instants[0] else None
    if not earliest_first:
        expected = max((i for i in instants if i), default=None)

    found = event_lifecycle(meetings, at).headline

    assert (found.starts_at, found in (earliest_first or latest_first)) == (expected, True)


@given(meetings=events(), at=any_instants)
def test_next_bookable_is_the_first_date_that_can_be_booked(meetings, at):
    bookable = [f for f in meetings if booking_state(f, at) == BookingState.AVAILABLE]

    found = event_lifecycle(meetings, at).next_bookable

    assert (found in bookable) if bookable else (found is None)
    assert found is None or found.starts_at == min(f.starts_at for f in bookable)
    assert found is None or stage(found, at) in (Stage.UPCOMING, Stage.HAPPENING_NOW)


@given(meetings=events(), at=any_instants, order=st.randoms())
def test_event_lifecycle_does_not_depend_on_the_order_of_dates(meetings, at, order):
    shuffled = list(meetings)
    order.shuffle(shuffled)

    assert event_lifecycle(shuffled, at) == event_lifecycle(meetings, at)
