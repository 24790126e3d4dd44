"""Which meeting each planned date is: the five rules, one after the other, and together."""

import pytest

from tests.domain.meetings import NOW, at, date, known
from wagtail_lift.domain.matching import match
from wagtail_lift.domain.schedule import PlannedDate

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
