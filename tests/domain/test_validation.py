from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.booking import Lead, TypedBooking
from wagtail_lift.domain.schedule import TypedDates, plan_date
from wagtail_lift.domain.validation import (
    FieldProblem,
    booking_problems,
    lasts_too_long,
    schedule_problems,
)
from wagtail_lift.enums import BookingMode, Problem, TimeUnit

DAY = date(2026, 11, 23)
BEFORE = date(2026, 11, 20)

DATES = TypedDates(
    start_date=DAY, start_time=time(12, 30), end_time=time(14, 0), timezone="Europe/London"
)
ELSEWHERE = TypedBooking(mode=BookingMode.ELSEWHERE, url="https://example.org/book")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"end_date": DAY}, []),
        ({"end_date": date(2026, 11, 24), "end_time": time(1, 0)}, []),
        ({"timezone": "London"}, [("timezone", Problem.TIMEZONE_UNKNOWN)]),
        ({"timezone": ""}, [("timezone", Problem.TIMEZONE_UNKNOWN)]),
        ({"start_date": None}, [("start_date", Problem.START_DATE_MISSING)]),
        ({"start_time": None}, [("start_time", Problem.START_TIME_MISSING)]),
        ({"end_time": None}, [("end_time", Problem.END_TIME_MISSING)]),
        (
            {"start_time": None, "end_time": None},
            [("start_time", Problem.START_TIME_MISSING), ("end_time", Problem.END_TIME_MISSING)],
        ),
        ({"end_time": time(12, 30)}, [("end_time", Problem.END_BEFORE_START)]),
        ({"end_time": time(11, 0)}, [("end_time", Problem.END_BEFORE_START)]),
        ({"end_date": DAY, "end_time": time(11)}, [("end_time", Problem.END_BEFORE_START)]),
        ({"end_date": BEFORE}, [("end_date", Problem.END_BEFORE_START)]),
        ({"end_date": DAY + timedelta(days=366)}, [("end_date", Problem.LASTS_TOO_LONG)]),
        ({"end_date": DAY + timedelta(days=365)}, []),
        ({"end_date": date.max}, [("end_date", Problem.LASTS_TOO_LONG)]),
    ],
)
def test_schedule_problems_stand_at_their_field(changes, expected):
    found = schedule_problems(replace(DATES, **changes))

    assert found == [FieldProblem(*problem) for problem in expected]


@pytest.mark.parametrize(
    "typed",
    [{"start_time": time(9)}, {"end_date": DAY}, {"end_time": time(9)}],
)
def test_schedule_problems_ask_for_the_date_of_a_time(typed):
    assert schedule_problems(TypedDates(**typed)) == [
        FieldProblem("start_date", Problem.START_DATE_MISSING)
    ]


def test_schedule_problems_of_a_date_to_come_are_none():
    assert schedule_problems(TypedDates(timezone="Europe/London")) == []


@given(
    start_date=st.none() | st.dates(),
    start_time=st.none() | st.times(),
    end_date=st.none() | st.dates(),
    end_time=st.none() | st.times(),
    name=st.sampled_from(["UTC", "Pacific/Apia", "nowhere"]),
)
def test_schedule_without_problems_is_dated_or_wholly_empty(
    start_date, start_time, end_date, end_time, name
):
    typed = TypedDates(start_date, start_time, end_date, end_time, name)
    is_empty = (start_date, start_time, end_date, end_time) == (None, None, None, None)

    if not schedule_problems(typed):
        assert (plan_date(typed).starts_at is None) == is_empty


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"mode": BookingMode.NOT_NEEDED, "url": ""}, []),
        ({"url": ""}, [("booking_url", Problem.BOOKING_URL_MISSING)]),
        ({"mode": BookingMode.HERE, "url": ""}, []),
        ({"opens_time": time(9)}, [("booking_opens_date", Problem.BOOKING_DATE_MISSING)]),
        ({"closes_time": time(9)}, [("booking_closes_date", Problem.BOOKING_DATE_MISSING)]),
    ],
)
def test_booking_problems_stand_at_their_field(changes, expected):
    found = booking_problems(DATES, replace(ELSEWHERE, **changes))

    assert found == [FieldProblem(*problem) for problem in expected]


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ({"opens_date": BEFORE, "closes_date": BEFORE}, []),
        ({"opens_date": DAY}, []),
        ({"opens_date": DAY, "opens_time": time(12, 29)}, []),
        (
            {"opens_date": DAY, "opens_time": time(12, 30)},
            [("booking_opens_date", Problem.BOOKING_OPENS_LATE)],
        ),
        (
            {"opens_date": BEFORE, "closes_date": date(2026, 11, 19)},
            [("booking_closes_date", Problem.BOOKING_CLOSES_EARLY)],
        ),
        (
            {
                "opens_date": BEFORE,
                "opens_time": time(9),
                "closes_date": BEFORE,
                "closes_time": time(9),
            },
            [("booking_closes_date", Problem.BOOKING_CLOSES_EARLY)],
        ),
        ({"closes_date": DAY}, []),
        ({"closes_date": DAY, "closes_time": time(14)}, []),
        (
            {"closes_date": DAY, "closes_time": time(14, 1)},
            [("booking_closes_date", Problem.BOOKING_CLOSES_LATE)],
        ),
        (
            {"closes_date": date(2026, 11, 24)},
            [("booking_closes_date", Problem.BOOKING_CLOSES_LATE)],
        ),
    ],
)
def test_booking_window_opens_before_it_closes_and_closes_by_the_end(window, expected):
    found = booking_problems(DATES, replace(ELSEWHERE, **window))

    assert found == [FieldProblem(*problem) for problem in expected]


MONTH, WEEK = Lead(30, TimeUnit.DAYS), Lead(1, TimeUnit.WEEKS)
HOUR = Lead(1, TimeUnit.HOURS)


@pytest.mark.parametrize("has_several_dates", [False, True])
@pytest.mark.parametrize("typed", [DATES, TypedDates()])
@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ({"opens_before": MONTH}, []),
        ({"opens_before": MONTH, "closes_before": HOUR}, []),
        ({"closes_before": Lead(0, TimeUnit.HOURS)}, []),
        (
            {"opens_before": MONTH, "opens_date": BEFORE},
            [("booking_opens_before", Problem.BOOKING_END_TWICE)],
        ),
        (
            {"closes_before": HOUR, "closes_date": BEFORE},
            [("booking_closes_before", Problem.BOOKING_END_TWICE)],
        ),
        (
            {"opens_before": Lead(0, TimeUnit.DAYS)},
            [("booking_opens_before", Problem.BOOKING_OPENS_LATE)],
        ),
        (
            {"opens_before": WEEK, "closes_before": MONTH},
            [("booking_closes_before", Problem.BOOKING_CLOSES_EARLY)],
        ),
        (
            {"opens_before": WEEK, "closes_before": Lead(168, TimeUnit.HOURS)},
            [("booking_closes_before", Problem.BOOKING_CLOSES_EARLY)],
        ),
        (
            {"opens_before": MONTH, "opens_time": time(9)},
            [("booking_opens_date", Problem.BOOKING_DATE_MISSING)],
        ),
    ],
)
def test_leads_are_held_against_one_another_whatever_the_dates(
    typed, has_several_dates, window, expected
):
    found = booking_problems(
        typed, replace(ELSEWHERE, **window), has_several_dates=has_several_dates
    )

    assert found == [FieldProblem(*problem) for problem in expected]


@pytest.mark.parametrize(
    ("window", "has_several_dates", "expected"),
    [
        ({"opens_date": BEFORE, "closes_before": HOUR}, False, []),
        (
            {"opens_date": BEFORE, "closes_before": WEEK},
            False,
            [("booking_closes_before", Problem.BOOKING_CLOSES_EARLY)],
        ),
        ({"opens_date": BEFORE, "closes_before": WEEK}, True, []),
        (
            {"opens_before": Lead(3, TimeUnit.HOURS), "closes_date": BEFORE},
            False,
            [("booking_closes_date", Problem.BOOKING_CLOSES_EARLY)],
        ),
    ],
)
def test_lead_and_day_are_held_against_one_another_for_an_only_date(
    window, has_several_dates, expected
):
    found = booking_problems(
        DATES, replace(ELSEWHERE, **window), has_several_dates=has_several_dates
    )

    assert found == [FieldProblem(*problem) for problem in expected]


def test_booking_window_is_not_looked_at_where_booking_is_not_needed():
    stale = replace(ELSEWHERE, mode=BookingMode.NOT_NEEDED, opens_date=date(2027, 1, 1))

    assert booking_problems(DATES, stale) == []


def test_booking_window_of_a_date_to_come_is_only_held_against_itself():
    window = replace(ELSEWHERE, opens_date=DAY, closes_date=BEFORE)

    assert booking_problems(TypedDates(), window) == [
        FieldProblem("booking_closes_date", Problem.BOOKING_CLOSES_EARLY)
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 10, 25), []),
        (date(2026, 10, 26), [("booking_closes_date", Problem.BOOKING_CLOSES_LATE)]),
    ],
)
def test_booking_may_close_on_the_last_day_however_long_it_is(day, expected):
    overnight = replace(
        DATES,
        start_date=date(2026, 10, 24),
        end_date=date(2026, 10, 25),
        end_time=time(0, 15),
    )

    found = booking_problems(overnight, replace(ELSEWHERE, closes_date=day))

    assert found == [FieldProblem(*problem) for problem in expected]


@given(
    start_date=st.none() | st.dates(),
    opens_date=st.none() | st.dates(),
    opens_time=st.none() | st.times(),
    closes_date=st.none() | st.dates(),
    closes_time=st.none() | st.times(),
    leads=st.tuples(*[st.none() | st.builds(Lead, st.integers(0), st.sampled_from(TimeUnit))] * 2),
)
def test_booking_problems_never_raise(
    start_date, opens_date, opens_time, closes_date, closes_time, leads
):
    booking = replace(
        ELSEWHERE,
        opens_date=opens_date,
        opens_time=opens_time,
        closes_date=closes_date,
        closes_time=closes_time,
        opens_before=leads[0],
        closes_before=leads[1],
    )

    found = booking_problems(replace(DATES, start_date=start_date), booking)

    assert {problem.field for problem in found} <= {
        "booking_opens_date",
        "booking_opens_before",
        "booking_closes_date",
        "booking_closes_before",
    }


def test_date_lasts_a_leap_year_at_most():
    start = datetime(2028, 1, 1, tzinfo=UTC)

    assert not lasts_too_long(start, start + timedelta(days=366))
    assert lasts_too_long(start, start + timedelta(days=366, microseconds=1))
