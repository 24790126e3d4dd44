from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import INSTANT, NOW, any_instants, meeting_facts
from wagtail_lift.domain.lifecycle import MeetingFacts, event_lifecycle, meeting_status
from wagtail_lift.domain.preview import as_it_will_look
from wagtail_lift.enums import BookingMode, BookingPlaces, MeetingState, Status

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
START = NOW + 30 * DAY

DROP_IN = MeetingFacts(starts_at=START, ends_at=START + HOUR)
ELSEWHERE = replace(DROP_IN, booking_mode=BookingMode.ELSEWHERE)
HERE = replace(DROP_IN, booking_mode=BookingMode.HERE, places=BookingPlaces.WAITING_LIST)
WINDOW = replace(ELSEWHERE, booking_opens_at=START - 9 * DAY, booking_closes_at=START - 2 * DAY)


@given(facts=meeting_facts(any_instants), status=st.sampled_from(Status), now=any_instants)
def test_preview_shows_every_status_of_any_facts(facts, status, now):
    seen, at = as_it_will_look(facts, status, now)

    assert (meeting_status(seen, at), event_lifecycle([seen], at).status) == (status, status)


@pytest.mark.parametrize(
    ("facts", "status", "at"),
    [
        (DROP_IN, Status.DROP_IN, START - DAY),
        (DROP_IN, Status.HAPPENING_NOW, START),
        (DROP_IN, Status.TAKEN_PLACE, START + HOUR),
        (ELSEWHERE, Status.BOOKING_AVAILABLE, START - DAY),
        (WINDOW, Status.BOOKING_SOON, START - 10 * DAY),
        (WINDOW, Status.BOOKING_AVAILABLE, START - 2 * DAY - INSTANT),
        (WINDOW, Status.BOOKING_CLOSED, START - 2 * DAY),
        (HERE, Status.TAKEN_PLACE, START + HOUR),
    ],
)
def test_preview_leaves_a_draft_as_it_is_where_time_alone_brings_the_status(facts, status, at):
    assert as_it_will_look(facts, status, NOW) == (facts, at)


@pytest.mark.parametrize(
    ("facts", "status", "changes", "at"),
    [
        (ELSEWHERE, Status.CANCELLED, {"state": MeetingState.CANCELLED}, START - DAY),
        (ELSEWHERE, Status.POSTPONED, {"state": MeetingState.POSTPONED}, START - DAY),
        (ELSEWHERE, Status.DATE_TO_COME, {"starts_at": None, "ends_at": None}, NOW),
        (ELSEWHERE, Status.DROP_IN, {"booking_mode": BookingMode.NOT_NEEDED}, START - DAY),
        (DROP_IN, Status.INSIGHTS_OPEN, {"pack_opens_at": START + HOUR}, START + HOUR),
        (
            DROP_IN,
            Status.FULLY_BOOKED,
            {"booking_mode": BookingMode.ELSEWHERE, "places": BookingPlaces.FULL},
            START - DAY,
        ),
        (
            ELSEWHERE,
            Status.WAITING_LIST,
            {"places": BookingPlaces.WAITING_LIST},
            START - DAY,
        ),
        (ELSEWHERE, Status.BOOKING_SOON, {"booking_opens_at": START - DAY}, START - 2 * DAY),
        (
            replace(WINDOW, booking_opens_at=WINDOW.booking_closes_at),
            Status.BOOKING_SOON,
            {"booking_opens_at": START - 3 * DAY},
            START - 4 * DAY,
        ),
        (
            replace(WINDOW, booking_opens_at=WINDOW.booking_closes_at - INSTANT),
            Status.BOOKING_AVAILABLE,
            {},
            START - 2 * DAY - INSTANT,
        ),
        (ELSEWHERE, Status.BOOKING_CLOSED, {"booking_closes_at": START - DAY}, START - DAY),
        (
            replace(WINDOW, booking_opens_at=START - DAY),
            Status.BOOKING_AVAILABLE,
            {"booking_opens_at": None},
            START - 2 * DAY - INSTANT,
        ),
        (
            replace(WINDOW, booking_opens_at=START - 2 * DAY - HOUR),
            Status.BOOKING_AVAILABLE,
            {},
            START - 2 * DAY - INSTANT,
        ),
        (
            replace(ELSEWHERE, booking_opens_at=START - HOUR),
            Status.BOOKING_AVAILABLE,
            {},
            START - HOUR,
        ),
        (HERE, Status.BOOKING_AVAILABLE, {"places": BookingPlaces.AVAILABLE}, START - DAY),
        (HERE, Status.WAITING_LIST, {}, START - DAY),
    ],
)
def test_preview_changes_only_what_stands_in_the_way(facts, status, changes, at):
    assert as_it_will_look(facts, status, NOW) == (replace(facts, **changes), at)


@pytest.mark.parametrize(
    "span",
    [
        {"starts_at": None, "ends_at": None},
        {"starts_at": START, "ends_at": START},
        {"starts_at": START, "ends_at": None},
    ],
)
def test_preview_gives_a_draft_without_a_date_one_in_two_weeks(span):
    draft = replace(DROP_IN, booking_closes_at=NOW, **span)
    expected = MeetingFacts(starts_at=NOW + 14 * DAY, ends_at=NOW + 14 * DAY + 2 * HOUR)

    found = as_it_will_look(draft, Status.HAPPENING_NOW, NOW + timedelta(minutes=59))

    assert found == (expected, expected.starts_at)
