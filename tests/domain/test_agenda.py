"""When the parts of an agenda begin and end."""

from datetime import date, datetime, time, timedelta

import pytest

from wagtail_lift.domain.agenda import (
    AgendaDay,
    AgendaPart,
    AgendaTime,
    agenda_faults,
    agenda_times,
    parallel_minutes,
)
from wagtail_lift.enums import Notice

DAY = date(2027, 6, 1)


def part(starts: str = "", minutes: int | None = None) -> AgendaPart:
    return AgendaPart(time.fromisoformat(starts) if starts else None, minutes)


def told(steps, start: str = "09:00") -> list[str]:
    """Return each time as "day of the month, start-end"; a question mark for what is unknown."""
    at = time.fromisoformat(start) if start else None
    return [in_short(each) for each in agenda_times(steps, DAY, at)]


def in_short(at: AgendaTime) -> str:
    starts, ends = (f"{m:%d %H:%M}" if m else "?" for m in (at.starts, at.ends))
    return f"{at.number}: {starts}-{ends}"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], []),
        ([part("", 30), part("", 15)], ["1: 01 09:00-01 09:30", "1: 01 09:30-01 09:45"]),
        ([part("10:00", 30), part("", 15)], ["1: 01 10:00-01 10:30", "1: 01 10:30-01 10:45"]),
        (
            [part("", 30), part(), part("", 15), part("11:00", 15)],
            ["1: 01 09:00-01 09:30", "1: 01 09:30-?", "1: ?-?", "1: 01 11:00-01 11:15"],
        ),
        # A typed time wins over the end of the part above, and over an unknown one.
        ([part("", 30), part("11:00")], ["1: 01 09:00-01 09:30", "1: 01 11:00-?"]),
    ],
)
def test_times_follow_each_other_until_one_is_unknown(steps, expected):
    assert told(steps) == expected


@pytest.mark.parametrize(
    ("start", "steps", "expected"),
    [
        ("23:00", [part("", 90), part("", 30)], ["1: 01 23:00-02 00:30", "1: 02 00:30-02 01:00"]),
        ("22:00", [part("00:30", 30)], ["1: 02 00:30-02 01:00"]),
        ("22:00", [part("", 30), part("01:00"), part("02:00")], None),
        # More than twelve hours later is no night, but earlier on the same day.
        ("09:00", [part("14:00", 60), part("13:00")], ["1: 01 14:00-01 15:00", "1: 01 13:00-?"]),
        ("18:30", [part("18:00", 30)], ["1: 01 18:00-01 18:30"]),
        ("19:00", [part("07:00")], ["1: 02 07:00-?"]),
        ("19:00", [part("06:59")], ["1: 02 06:59-?"]),
        ("18:59", [part("07:00")], ["1: 01 07:00-?"]),
    ],
)
def test_night_after_the_start_is_the_next_day(start, steps, expected):
    nightly = ["1: 01 22:00-01 22:30", "1: 02 01:00-?", "1: 02 02:00-?"]

    assert told(steps, start) == (expected or nightly)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (  # the first heading is that of the first day
            [AgendaDay(), part("", 60), AgendaDay(), part("10:00", 30), part("", 5)],
            [
                *["1: ?-?", "1: 01 09:00-01 10:00"],
                *["2: ?-?", "2: 02 10:00-02 10:30", "2: 02 10:30-02 10:35"],
            ],
        ),
        (  # nothing is known of another day until a time is typed
            [part("", 60), AgendaDay(), part("", 30), part("08:00")],
            ["1: 01 09:00-01 10:00", "2: ?-?", "2: ?-?", "2: 02 08:00-?"],
        ),
        (  # a day may be left out
            [part(), AgendaDay(3), part("08:00"), AgendaDay(), part("08:00")],
            ["1: 01 09:00-?", "3: ?-?", "3: 03 08:00-?", "4: ?-?", "4: 04 08:00-?"],
        ),
        ([AgendaDay(2), part("", 10)], ["2: ?-?", "2: ?-?"]),
        ([AgendaDay(1), part("", 10)], ["1: ?-?", "1: 01 09:00-01 09:10"]),
    ],
)
def test_day_begins_anew(steps, expected):
    assert told(steps) == expected


def test_event_without_a_start_has_only_typed_times():
    assert told([part("", 10), part("19:00", 10), part()], "") == [
        "1: ?-?",
        "1: 01 19:00-01 19:10",
        "1: 01 19:10-?",
    ]


def on_the_8th(at: time) -> datetime:
    return datetime.combine(date(2027, 6, 8), at)


def test_another_date_shifts_every_time_by_as_much_as_its_start():
    (at,) = agenda_times([part("10:00", 30)], DAY, time(9))

    assert at.shifted(timedelta(days=7, hours=2)) == AgendaTime(
        1, on_the_8th(time(12)), on_the_8th(time(12, 30))
    )
    assert AgendaTime(2).shifted(timedelta(days=7)) == AgendaTime(2)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([part("", 60), part("", 60)], {}),
        ([part("08:30", 60)], {Notice.AGENDA_BEFORE_START: [0]}),
        ([part("", 60), part("09:30", 10)], {Notice.AGENDA_OVERLAPS: [1]}),
        ([part("10:00"), part("09:30")], {Notice.AGENDA_OVERLAPS: [1]}),
        # A long part is still running when the one after next begins.
        ([part("", 90), part("09:10", 5), part("09:20", 5)], {Notice.AGENDA_OVERLAPS: [1, 2]}),
        ([part("", 60), part("", 61)], {Notice.AGENDA_AFTER_END: [1]}),
        ([part("11:00")], {}),
        ([part("11:01")], {Notice.AGENDA_AFTER_END: [0]}),
        ([part(), part(), part()], {}),
    ],
)
def test_times_that_do_not_fit_are_told(steps, expected):
    times = agenda_times(steps, DAY, time(9))
    span = (datetime.combine(DAY, time(9)), datetime.combine(DAY, time(11)))

    assert agenda_faults(times, *span) == expected


def test_agenda_of_an_event_without_times_fits():
    assert agenda_faults(agenda_times([part("08:00", 500)], DAY, None), None, None) == {}


@pytest.mark.parametrize(
    ("minutes", "expected"), [([], None), ([10, 45, 30], 45), ([10, None], None), ([None], None)]
)
def test_parallel_parts_end_with_the_longest(minutes, expected):
    assert parallel_minutes(minutes) == expected
