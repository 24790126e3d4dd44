"""Which meeting each planned date is: the five rules, one after the other, and together."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.matching import KnownMeeting, match
from wagtail_lift.domain.schedule import PlannedDate

NOW = datetime(2027, 6, 10, 12, 0, tzinfo=UTC)


def at(text):
    return datetime.fromisoformat(f"2027-{text}")


def date(text, hours=2):
    start = at(text)
    end = start + timedelta(hours=hours)
    return PlannedDate(start, end, start.replace(tzinfo=UTC), end.replace(tzinfo=UTC))


def known(text, hours=2, **fields):
    """A meeting in UTC; whether it has begun or ended follows from ``NOW``."""
    start = at(text) if text else None
    shown = fields.get("moved_start") or start
    now = NOW.replace(tzinfo=None)
    begun = shown is not None and shown <= now
    ended = shown is not None and shown + timedelta(hours=hours) <= now
    return KnownMeeting(start, has_begun=begun, has_ended=ended, **fields)


UNDATED = PlannedDate()


@pytest.mark.parametrize(
    ("dates", "meetings", "pairs", "new", "past", "left"),
    [
        # Rule 1: the same day and time, withdrawn ones too.
        ([date("06-15T19:30")], [known("06-15T19:30")], {0: 0}, [], [], []),
        ([date("06-15T19:30")], [known("06-15T19:30", is_withdrawn=True)], {0: 0}, [], [], []),
        ([UNDATED], [known("")], {0: 0}, [], [], []),
        ([date("06-01T19:30")], [known("06-01T19:30")], {0: 0}, [], [], []),
        # Rule 2: the time to which an action moved it, unless another one is there by plan.
        (
            [date("06-22T18:00"), date("06-29T18:00")],
            [known("06-15T19:30", moved_start=at("06-22T18:00")), known("06-29T18:00")],
            {0: 0, 1: 1},
            [],
            [],
            [],
        ),
        (
            [date("06-22T18:00")],
            [known("06-15T19:30", moved_start=at("06-22T18:00")), known("06-22T18:00")],
            {0: 1},
            [],
            [],
            [0],
        ),
        # No two have the same day and time: a withdrawn one comes before one that was moved there.
        (
            [date("06-22T18:00")],
            [
                known("06-15T19:30", moved_start=at("06-22T18:00")),
                known("06-22T18:00", is_withdrawn=True),
            ],
            {0: 1},
            [],
            [],
            [0],
        ),
        # Rule 3: the same day, in order, if there are as many on both sides.
        (
            [date("06-15T18:00"), date("06-22T18:00")],
            [known("06-15T19:30"), known("06-22T19:30", is_cancelled=True)],
            {0: 0, 1: 1},
            [],
            [],
            [],
        ),
        (
            [date("06-15T11:00"), date("06-15T16:00")],
            [known("06-15T15:00"), known("06-15T10:00")],
            {0: 1, 1: 0},
            [],
            [],
            [],
        ),
        (
            [date("06-15T11:00")],
            [known("06-15T15:00"), known("06-15T10:00")],
            {},
            [0],
            [],
            [0, 1],
        ),
        # What has begun or ended takes up its date, so that no second one is made.
        ([date("06-10T11:30")], [known("06-10T11:00")], {0: 0}, [], [], []),
        (
            [date("06-08T18:00"), date("06-15T18:00")],
            [known("06-08T19:30"), known("06-15T19:30")],
            {0: 0, 1: 1},
            [],
            [],
            [],
        ),
        # Rule 4: only if nothing else is to come.
        ([date("06-25T18:00")], [known("06-15T19:30")], {0: 0}, [], [], []),
        ([date("06-25T18:00")], [known("")], {0: 0}, [], [], []),
        ([UNDATED], [known("06-15T19:30")], {0: 0}, [], [], []),
        # What waits for a date takes the first of several.
        ([date("07-02T18:00"), date("06-25T18:00")], [known("")], {1: 0}, [0], [], []),
        (
            [date("07-02T18:00"), date("06-25T18:00")],
            [known(""), known("06-25T18:00", is_withdrawn=True)],
            {1: 1},
            [0],
            [],
            [0],
        ),
        ([date("07-02T18:00"), date("06-25T18:00")], [known("06-15T19:30")], {}, [0, 1], [], [0]),
        # A postponed one is still to come, but what has a day comes before it.
        ([date("06-25T18:00")], [known("06-01T19:30", is_postponed=True)], {0: 0}, [], [], []),
        (
            [date("06-25T18:00")],
            [known("06-01T19:30", is_postponed=True), known("06-08T19:30", is_postponed=True)],
            {},
            [0],
            [],
            [0, 1],
        ),
        (
            [date("06-25T18:00")],
            [known("06-01T19:30", is_postponed=True), known("06-15T19:30")],
            {0: 1},
            [],
            [],
            [0],
        ),
        (
            [date("06-01T19:30"), date("06-25T18:00")],
            [known("06-01T19:30"), known("06-15T19:30")],
            {0: 0, 1: 1},
            [],
            [],
            [],
        ),
        (
            [date("06-25T18:00")],
            [known("06-15T19:30"), known("06-22T19:30")],
            {},
            [0],
            [],
            [0, 1],
        ),
        ([date("06-25T18:00")], [known("06-15T19:30", is_cancelled=True)], {}, [0], [], [0]),
        (
            [date("06-25T18:00")],
            [known("06-15T19:30", moved_start=at("06-16T19:30"))],
            {},
            [0],
            [],
            [0],
        ),
        ([date("06-25T18:00")], [known("06-10T11:00")], {}, [0], [], [0]),
        ([date("06-25T18:00")], [known("06-15T19:30", has_note=True)], {}, [0], [], [0]),
        ([UNDATED], [known("06-15T19:30"), known("06-22T19:30")], {}, [0], [], [0, 1]),
        # A withdrawn one is found by its very time alone.
        ([date("06-15T18:00")], [known("06-15T19:30", is_withdrawn=True)], {}, [0], [], [0]),
        ([date("06-25T18:00")], [known("06-15T19:30", is_withdrawn=True)], {}, [0], [], [0]),
        # What has ended is no date to come of the same day, and no decision comes to another hour.
        ([date("06-10T18:00")], [known("06-10T08:00")], {}, [0], [], [0]),
        (
            [date("06-15T10:00"), date("06-15T18:00")],
            [known("06-15T10:00"), known("06-15T15:00", is_cancelled=True)],
            {0: 0},
            [1],
            [],
            [1],
        ),
        (
            [date("06-15T10:00"), date("06-15T18:00")],
            [known("06-15T10:00"), known("06-15T15:00")],
            {0: 0, 1: 1},
            [],
            [],
            [],
        ),
        # Past dates are made by the first publication only, and told otherwise.
        ([date("06-01T18:00"), date("06-15T18:00")], [], {}, [0, 1], [], []),
        (
            [date("06-01T18:00"), date("06-15T18:00")],
            [known("06-15T18:00")],
            {1: 0},
            [],
            [0],
            [],
        ),
        # One that is removed and one that is added on purpose are two.
        (
            [date("06-15T19:30"), date("06-29T19:30"), date("07-02T19:30")],
            [known("06-15T19:30"), known("06-22T19:30"), known("06-29T19:30")],
            {0: 0, 1: 2},
            [2],
            [],
            [1],
        ),
        # An ended single one: a past date corrects it, a date to come is another.
        ([date("06-02T18:00")], [known("06-01T19:30")], {0: 0}, [], [], []),
        ([date("06-25T18:00")], [known("06-01T19:30")], {}, [0], [], [0]),
        (
            [date("06-02T18:00"), date("06-25T18:00")],
            [known("06-01T19:30")],
            {},
            [1],
            [0],
            [0],
        ),
        ([date("06-02T18:00")], [known("06-01T19:30", has_note=True)], {}, [], [0], [0]),
        (
            [date("06-02T18:00")],
            [known("06-22T19:30", is_withdrawn=True), known("06-01T19:30")],
            {0: 1},
            [],
            [],
            [0],
        ),
    ],
)
def test_dates_find_their_meetings(dates, meetings, pairs, new, past, left):
    found = match(dates, meetings, NOW)

    assert (found.pairs, found.new, found.past, found.left) == (pairs, new, past, left)


def test_past_dates_are_made_on_request():
    dates = [date("05-31T18:00"), date("06-01T18:00")]

    found = match(dates, [known("06-15T18:00")], NOW, past_from=at("06-01T00:00").date())

    assert (found.new, found.past) == ([1], [0])


def test_only_one_date_to_come_is_told_apart():
    assert match([date("06-25T18:00")], [known("06-15T19:30")], NOW).only == 0
    assert match([date("06-15T18:00")], [known("06-15T19:30")], NOW).only is None


def test_correction_takes_no_day_that_a_withdrawn_meeting_holds():
    meetings = [known("06-01T19:30"), known("06-02T18:00", is_withdrawn=True)]

    found = match([date("06-02T18:00")], meetings, NOW)

    assert (found.pairs, found.corrected, found.past) == ({}, None, [0])


MOMENTS = st.integers(-20, 20).map(lambda n: NOW.replace(tzinfo=None) + timedelta(hours=18 * n))
MEETINGS = st.lists(
    st.builds(
        lambda start, moved, cancelled, withdrawn: known(
            start.isoformat()[5:],
            moved_start=moved,
            is_cancelled=cancelled,
            is_withdrawn=withdrawn and not cancelled and moved is None,
        ),
        MOMENTS,
        st.none() | MOMENTS,
        st.booleans(),
        st.booleans(),
    ),
    unique_by=lambda meeting: meeting.start,
    max_size=8,
)
DATES = st.lists(
    MOMENTS.map(lambda start: date(start.isoformat()[5:])),
    unique_by=lambda planned: planned.start,
    max_size=8,
)


@given(DATES, MEETINGS)
def test_every_date_and_every_meeting_is_accounted_for_once(dates, meetings):
    found = match(dates, meetings, NOW)

    assert sorted([*found.pairs, *found.new, *found.past]) == list(range(len(dates)))
    assert sorted([*found.pairs.values(), *found.left]) == list(range(len(meetings)))


@given(DATES, MEETINGS)
def test_decision_made_by_hand_comes_to_no_other_day(dates, meetings):
    found = match(dates, meetings, NOW)

    for number, key in found.pairs.items():
        meeting = meetings[key]
        is_decided = meeting.is_cancelled or meeting.moved_start is not None
        if is_decided and key != found.corrected:
            days = {m.date() for m in (meeting.start, meeting.moved_start) if m}
            assert dates[number].start.date() in days


@given(DATES, MEETINGS)
def test_meeting_at_the_planned_time_is_always_the_one(dates, meetings):
    found = match(dates, meetings, NOW)

    starts = {meeting.start: key for key, meeting in enumerate(meetings)}
    for number, planned in enumerate(dates):
        is_found = found.corrected is None and number not in found.past
        if planned.start in starts and is_found:
            assert found.pairs[number] == starts[planned.start]
