from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from tests.domain.strategies import INSTANT, NOW, any_instants, meeting_facts
from wagtail_lift.domain.lifecycle import (
    MeetingFacts,
    booking_closes_at,
    booking_state,
    has_open_pack,
    headline_status,
    meeting_status,
    stage,
)
from wagtail_lift.enums import BookingMode, BookingPlaces, BookingState, MeetingState, Stage, Status

START = datetime(2026, 12, 1, 18, 0, tzinfo=UTC)
END = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)

DROP_IN = MeetingFacts(starts_at=START, ends_at=END)
ELSEWHERE = replace(DROP_IN, booking_mode=BookingMode.ELSEWHERE)
HERE = replace(DROP_IN, booking_mode=BookingMode.HERE)
WINDOW = replace(ELSEWHERE, booking_opens_at=START - 9 * HOUR, booking_closes_at=START - HOUR)
CANCELLED = replace(ELSEWHERE, state=MeetingState.CANCELLED)
POSTPONED = replace(ELSEWHERE, state=MeetingState.POSTPONED)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (START - INSTANT, Stage.UPCOMING),
        (START, Stage.HAPPENING_NOW),
        (END - INSTANT, Stage.HAPPENING_NOW),
        (END, Stage.TAKEN_PLACE),
    ],
)
def test_stage_gives_an_instant_to_the_later_stage(at, expected):
    assert stage(DROP_IN, at) == expected


@pytest.mark.parametrize("at", [START - HOUR, START, END])
def test_stage_of_a_decision_outranks_the_clock(at):
    assert (stage(CANCELLED, at), stage(POSTPONED, at)) == (Stage.CANCELLED, Stage.POSTPONED)


def test_stage_of_an_undated_meeting_is_undated():
    half = replace(DROP_IN, ends_at=None)

    assert [stage(f, NOW) for f in (MeetingFacts(), half)] == [Stage.UNDATED, Stage.UNDATED]


@pytest.mark.parametrize(
    "facts", [MeetingFacts(starts_at=START), MeetingFacts(ends_at=END), MeetingFacts()]
)
def test_half_a_date_is_none(facts):
    facts = replace(facts, booking_mode=BookingMode.ELSEWHERE)

    assert stage(facts, END + HOUR) == Stage.UNDATED
    assert booking_state(facts, END + HOUR) == BookingState.OPENS_LATER
    assert booking_closes_at(facts) == facts.starts_at


def test_postponed_meeting_has_not_ended_when_its_time_is_over():
    postponed = MeetingFacts(state=MeetingState.POSTPONED, starts_at=START, ends_at=END)

    assert not postponed.has_ended(END + HOUR)
    assert replace(postponed, state=MeetingState.CANCELLED).has_ended(END)


def test_stage_of_a_zero_length_meeting_has_no_middle():
    facts = replace(DROP_IN, ends_at=START)

    found = [stage(facts, at) for at in (START - INSTANT, START)]

    assert found == [Stage.UPCOMING, Stage.TAKEN_PLACE]


def test_stage_does_not_depend_on_the_zone_of_now():
    at = START.astimezone(ZoneInfo("Pacific/Apia"))

    assert stage(DROP_IN, at) == Stage.HAPPENING_NOW


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (MeetingFacts(), None),
        (DROP_IN, START),
        (replace(DROP_IN, ends_at=None), START),
        (WINDOW, START - HOUR),
        (replace(WINDOW, booking_closes_at=START + HOUR), START + HOUR),
        (replace(WINDOW, booking_closes_at=END + HOUR), END),
        (replace(WINDOW, starts_at=None, ends_at=None), START - HOUR),
    ],
)
def test_booking_closes_at_the_start_unless_said_otherwise_and_by_the_end(facts, expected):
    assert booking_closes_at(facts) == expected


@pytest.mark.parametrize(
    ("facts", "at", "expected"),
    [
        (DROP_IN, START, BookingState.NOT_NEEDED),
        (replace(DROP_IN, state=MeetingState.CANCELLED), START, BookingState.NOT_NEEDED),
        (CANCELLED, START - HOUR, BookingState.CLOSED),
        (POSTPONED, START - HOUR, BookingState.CLOSED),
        (replace(ELSEWHERE, starts_at=None, ends_at=None), NOW, BookingState.OPENS_LATER),
        (replace(ELSEWHERE, ends_at=None), NOW, BookingState.OPENS_LATER),
        (ELSEWHERE, START - INSTANT, BookingState.AVAILABLE),
        (ELSEWHERE, START, BookingState.CLOSED),
        (ELSEWHERE, END - INSTANT, BookingState.CLOSED),
        (ELSEWHERE, END, BookingState.OVER),
        (WINDOW, START - 9 * HOUR - INSTANT, BookingState.OPENS_LATER),
        (WINDOW, START - 9 * HOUR, BookingState.AVAILABLE),
        (WINDOW, START - HOUR - INSTANT, BookingState.AVAILABLE),
        (WINDOW, START - HOUR, BookingState.CLOSED),
    ],
)
def test_booking_state_follows_the_window(facts, at, expected):
    assert booking_state(facts, at) == expected


def test_booking_state_stays_available_while_the_meeting_runs_if_it_is_open():
    facts = replace(ELSEWHERE, booking_closes_at=END + HOUR)

    found = [booking_state(facts, at) for at in (START, END - INSTANT, END)]

    assert found == [BookingState.AVAILABLE, BookingState.AVAILABLE, BookingState.OVER]


@pytest.mark.parametrize(
    "window",
    [
        {"booking_opens_at": START - HOUR, "booking_closes_at": START - 2 * HOUR},
        {"booking_opens_at": START - HOUR, "booking_closes_at": START - HOUR},
        {"booking_opens_at": START},
        {"booking_opens_at": END, "booking_closes_at": END + HOUR},
    ],
)
def test_booking_state_of_a_window_that_never_opens_is_closed(window):
    facts = replace(ELSEWHERE, **window)

    found = {booking_state(facts, START + hours * HOUR) for hours in range(-5, 2)}

    assert found == {BookingState.CLOSED}


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (BookingPlaces.AVAILABLE, BookingState.AVAILABLE),
        (BookingPlaces.WAITING_LIST, BookingState.WAITING_LIST),
        (BookingPlaces.FULL, BookingState.FULL),
        ("", BookingState.AVAILABLE),
    ],
)
@pytest.mark.parametrize("mode", [BookingMode.ELSEWHERE, BookingMode.HERE])
def test_booking_state_is_the_word_on_places_whoever_says_it(mode, places, expected):
    facts = replace(ELSEWHERE, booking_mode=mode, places=places)

    assert booking_state(facts, NOW) == expected


STATUS_TABLE = [
    (Stage.CANCELLED, None, None, Status.CANCELLED),
    (Stage.POSTPONED, None, None, Status.POSTPONED),
    (Stage.TAKEN_PLACE, None, True, Status.INSIGHTS_OPEN),
    (Stage.TAKEN_PLACE, None, False, Status.TAKEN_PLACE),
    (Stage.HAPPENING_NOW, None, None, Status.HAPPENING_NOW),
    (Stage.UNDATED, None, None, Status.DATE_TO_COME),
    (Stage.UPCOMING, BookingState.NOT_NEEDED, None, Status.DROP_IN),
    (Stage.UPCOMING, BookingState.OPENS_LATER, None, Status.BOOKING_SOON),
    (Stage.UPCOMING, BookingState.CLOSED, None, Status.BOOKING_CLOSED),
    (Stage.UPCOMING, BookingState.WAITING_LIST, None, Status.WAITING_LIST),
    (Stage.UPCOMING, BookingState.FULL, None, Status.FULLY_BOOKED),
    (Stage.UPCOMING, BookingState.OVER, None, Status.BOOKING_CLOSED),
    (Stage.UPCOMING, BookingState.AVAILABLE, None, Status.BOOKING_AVAILABLE),
]


@pytest.mark.parametrize(
    ("stage_now", "state_now", "is_open"), [*product(Stage, BookingState, [True, False])]
)
def test_headline_status_is_the_first_line_of_the_table(stage_now, state_now, is_open):
    expected = next(
        status
        for a_stage, a_state, a_pack, status in STATUS_TABLE
        if a_stage == stage_now and a_state in (None, state_now) and a_pack in (None, is_open)
    )

    found = headline_status(stage_now, state_now, has_open_pack=is_open)

    assert found == expected


@pytest.mark.parametrize(
    ("opens_at", "expected"),
    [(None, False), (NOW - INSTANT, True), (NOW, True), (NOW + INSTANT, False)],
)
def test_has_open_pack_from_its_instant_on(opens_at, expected):
    assert has_open_pack(replace(DROP_IN, pack_opens_at=opens_at), NOW) == expected


@given(facts=meeting_facts(any_instants), at=any_instants)
def test_meeting_status_is_the_headline_of_both_facts(facts, at):
    expected = headline_status(
        stage(facts, at), booking_state(facts, at), has_open_pack=has_open_pack(facts, at)
    )

    assert meeting_status(facts, at) == expected


@given(facts=meeting_facts(), at=any_instants)
def test_meeting_status_takes_the_words_of_the_database(facts, at):
    as_stored = replace(
        facts,
        state=facts.state.value,
        booking_mode=facts.booking_mode.value,
        places=facts.places.value,
    )

    assert meeting_status(as_stored, at) == meeting_status(facts, at)
