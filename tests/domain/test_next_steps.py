from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import NOW, any_instants, events
from wagtail_lift.domain.lifecycle import Lifecycle, MeetingFacts, booking_state, event_lifecycle
from wagtail_lift.domain.next_steps import next_steps
from wagtail_lift.enums import BookingState, NextStepKind, Stage, Status

FIRST = MeetingFacts(key="first", starts_at=NOW, ends_at=NOW + timedelta(hours=1))
OTHER = replace(FIRST, key="extra:1")


def lifecycle(status: Status, *, next_bookable=None, has_open_pack=False) -> Lifecycle:
    return Lifecycle(
        headline=FIRST,
        stage=Stage.UPCOMING,
        booking_state=BookingState.NOT_NEEDED,
        status=status,
        status_until=None,
        next_bookable=next_bookable,
        has_open_pack=has_open_pack,
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.CANCELLED, (NextStepKind.OTHER_EVENTS,)),
        (Status.POSTPONED, (NextStepKind.COME_BACK, NextStepKind.OTHER_EVENTS)),
        (Status.INSIGHTS_OPEN, (NextStepKind.INSIGHTS, NextStepKind.GUIDE)),
        (Status.TAKEN_PLACE, (NextStepKind.COME_BACK_FOR_INSIGHTS, NextStepKind.OTHER_EVENTS)),
        (Status.HAPPENING_NOW, (NextStepKind.OTHER_EVENTS,)),
        (Status.DATE_TO_COME, (NextStepKind.COME_BACK_FOR_DATE, NextStepKind.OTHER_EVENTS)),
        (Status.DROP_IN, (NextStepKind.OTHER_EVENTS,)),
        (Status.BOOKING_SOON, (NextStepKind.COME_BACK_TO_BOOK,)),
        (Status.BOOKING_CLOSED, (NextStepKind.OTHER_EVENTS,)),
        (Status.WAITING_LIST, (NextStepKind.WAITING_LIST,)),
        (Status.FULLY_BOOKED, (NextStepKind.OTHER_EVENTS,)),
        (Status.BOOKING_AVAILABLE, (NextStepKind.BOOK,)),
    ],
)
def test_next_steps_of_each_status(status, expected):
    assert next_steps(lifecycle(status), can_join=False) == expected


def test_next_steps_start_with_the_join_link_wherever_one_can_join():
    found = {status for status in Status if _starts_with_join(status)}

    assert found == {
        Status.HAPPENING_NOW,
        Status.DROP_IN,
        Status.BOOKING_SOON,
        Status.BOOKING_CLOSED,
        Status.WAITING_LIST,
        Status.FULLY_BOOKED,
        Status.BOOKING_AVAILABLE,
    }


def _starts_with_join(status: Status) -> bool:
    return next_steps(lifecycle(status), can_join=True)[0] == NextStepKind.JOIN


def test_next_steps_offer_another_date_first():
    full = lifecycle(Status.FULLY_BOOKED, next_bookable=OTHER)

    found = next_steps(full, can_join=False)

    assert found == (NextStepKind.OTHER_DATE, NextStepKind.OTHER_EVENTS)


def test_next_steps_offer_booking_while_it_is_open_during_the_event():
    running = lifecycle(Status.HAPPENING_NOW, next_bookable=FIRST)

    found = next_steps(running, can_join=True)

    assert found == (NextStepKind.JOIN, NextStepKind.BOOK)


def test_next_steps_offer_another_date_while_one_is_happening():
    running = lifecycle(Status.HAPPENING_NOW, next_bookable=OTHER)

    assert next_steps(running, can_join=False) == (NextStepKind.OTHER_DATE,)


def test_next_steps_offer_the_pack_of_an_earlier_date():
    repeated = lifecycle(Status.DROP_IN, has_open_pack=True)

    found = next_steps(repeated, can_join=False, has_map=True)

    assert found == (NextStepKind.COME_ALONG, NextStepKind.INSIGHTS, NextStepKind.GUIDE)


def test_next_steps_lead_on_from_a_date_that_nobody_can_come_to():
    found = {s: next_steps(lifecycle(s), can_join=False, has_next_date=True) for s in Status}

    assert {status: steps[0] == NextStepKind.NEXT_DATE for status, steps in found.items()} == {
        status: status
        in {
            Status.CANCELLED,
            Status.POSTPONED,
            Status.TAKEN_PLACE,
            Status.BOOKING_CLOSED,
            Status.FULLY_BOOKED,
        }
        for status in Status
    }
    assert found[Status.INSIGHTS_OPEN] == (
        NextStepKind.INSIGHTS,
        NextStepKind.GUIDE,
        NextStepKind.NEXT_DATE,
    )


def test_next_steps_offer_to_book_another_date_rather_than_to_see_the_next():
    full = lifecycle(Status.FULLY_BOOKED, next_bookable=OTHER)

    found = next_steps(full, can_join=False, has_next_date=True)

    assert found == (NextStepKind.OTHER_DATE, NextStepKind.OTHER_EVENTS)


@given(
    meetings=events(),
    at=any_instants,
    can_join=st.booleans(),
    has_map=st.booleans(),
    has_next=st.booleans(),
)
def test_next_steps_are_never_empty_twice_or_dead(meetings, at, can_join, has_map, has_next):
    now_known = event_lifecycle(meetings, at)

    found = next_steps(now_known, can_join=can_join, has_map=has_map, has_next_date=has_next)

    assert len(found) == len(set(found)) > 0
    assert can_join or NextStepKind.JOIN not in found
    assert has_map or NextStepKind.COME_ALONG not in found
    assert has_next or NextStepKind.NEXT_DATE not in found
    if NextStepKind.BOOK in found:
        assert booking_state(now_known.headline, at) == BookingState.AVAILABLE
    if NextStepKind.INSIGHTS in found:
        assert now_known.has_open_pack
