"""When a date is, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.zones import around_clock_changes
from wagtail_lift.domain.schedule import PlannedDate, TypedDates, as_read, plan_date, time_notices
from wagtail_lift.domain.series import AddedDate, typed_extra
from wagtail_lift.domain.validation import FieldProblem, schedule_problems
from wagtail_lift.domain.when import When, when_of
from wagtail_lift.enums import Hours, Notice, Problem

DAY = date(2027, 6, 5)
SKIPPED = date(2011, 12, 30)
"""A day that Apia did not have."""


@given(around_clock_changes(), st.integers(0, 3))
def test_whole_days_are_the_days_that_were_typed(moment, more):
    name, day, at = moment
    last = day + timedelta(days=more)
    assume(name != "Pacific/Apia" or not day - timedelta(days=2) <= SKIPPED <= last)

    when = when_of(plan_date(TypedDates(day, at, last, at, name, Hours.ALL_DAY)), name)

    assert (when.first_day, when.last_day) == (day, last)


@pytest.mark.parametrize(
    ("name", "day"), [("America/Santiago", date(2027, 9, 5)), ("Asia/Beirut", date(2027, 3, 28))]
)
def test_day_without_a_midnight_is_a_whole_day(name, day):
    before, there = (
        when_of(plan_date(TypedDates(d, timezone=name, hours=Hours.ALL_DAY)), name)
        for d in (day - timedelta(days=1), day)
    )

    assert (before.first_day, before.last_day) == (day - timedelta(days=1),) * 2
    assert (there.first_day, there.last_day) == (day, day)
    assert before.ends_at == there.starts_at


@given(around_clock_changes())
def test_open_end_counts_as_over_after_its_start(moment):
    name, day, at = moment

    planned = plan_date(TypedDates(day, at, timezone=name, hours=Hours.OPEN_END))

    assert planned.end - planned.start == timedelta(hours=2)
    assert planned.ends_at > planned.starts_at
    assert not when_of(planned, name).has_end


@given(
    st.none() | st.dates(), st.none() | st.times(), st.none() | st.dates(), st.none() | st.times()
)
def test_any_draft_can_be_read(start_date, start_time, end_date, end_time):
    for hours in Hours:
        typed = TypedDates(start_date, start_time, end_date, end_time, "Asia/Kolkata", hours)
        planned = plan_date(typed)
        time_notices(typed)
        problems = schedule_problems(typed)

        assert as_read(as_read(typed)) == as_read(typed)
        assert planned == PlannedDate() or planned.hours is hours
        assert problems or start_date is None or planned.start or start_date.year in (1, 9999)


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        (TypedDates(hours=Hours.ALL_DAY), []),
        (TypedDates(start_time=time(9), hours=Hours.ALL_DAY), []),
        (
            TypedDates(end_date=DAY, hours=Hours.ALL_DAY),
            [FieldProblem("start_date", Problem.START_DATE_MISSING)],
        ),
        (TypedDates(DAY, hours=Hours.ALL_DAY), []),
        (
            TypedDates(DAY, end_date=DAY - timedelta(days=1), hours=Hours.ALL_DAY),
            [FieldProblem("end_date", Problem.END_BEFORE_START)],
        ),
        (
            TypedDates(DAY, end_date=DAY + timedelta(days=366), hours=Hours.ALL_DAY),
            [FieldProblem("end_date", Problem.LASTS_TOO_LONG)],
        ),
        (
            TypedDates(DAY, hours=Hours.OPEN_END),
            [FieldProblem("start_time", Problem.START_TIME_MISSING)],
        ),
        (TypedDates(DAY, time(9), hours=Hours.OPEN_END), []),
        (TypedDates(DAY, time(9), end_time=time(8), hours=Hours.OPEN_END), []),
        (
            TypedDates(start_time=time(9), hours=Hours.OPEN_END),
            [FieldProblem("start_date", Problem.START_DATE_MISSING)],
        ),
    ],
)
def test_problem_stands_at_the_field_that_counts(typed, problems):
    assert schedule_problems(typed) == problems


@pytest.mark.parametrize(
    ("typed", "notices"),
    [
        (TypedDates(DAY, time(9), hours=Hours.ALL_DAY), (Notice.TIMES_NOT_READ,)),
        (TypedDates(DAY, end_date=DAY, hours=Hours.ALL_DAY), ()),
        (TypedDates(DAY, time(9), end_time=time(8), hours=Hours.OPEN_END), (Notice.END_NOT_READ,)),
        (TypedDates(DAY, time(9), hours=Hours.OPEN_END), ()),
    ],
)
def test_what_does_not_count_is_told(typed, notices):
    assert time_notices(typed) == notices


TIMED = TypedDates(DAY, time(18), None, time(20))
WHOLE = TypedDates(DAY, time(18), DAY + timedelta(days=1), hours=Hours.ALL_DAY)
OPEN = TypedDates(DAY, time(18), hours=Hours.OPEN_END)
LATER = date(2027, 7, 1)


@pytest.mark.parametrize(
    ("first", "added", "start", "end", "hours"),
    [
        (WHOLE, AddedDate("a", LATER), "01 00", "03 00", Hours.ALL_DAY),
        (WHOLE, AddedDate("a", LATER, end_date=LATER), "01 00", "02 00", Hours.ALL_DAY),
        (WHOLE, AddedDate("a", LATER, time(9)), "01 09", "01 11", Hours.OPEN_END),
        (WHOLE, AddedDate("a", LATER, time(9), None, time(10)), "01 09", "01 10", "start_and_end"),
        (OPEN, AddedDate("a", LATER), "01 18", "01 20", Hours.OPEN_END),
        (OPEN, AddedDate("a", LATER, time(9)), "01 09", "01 11", Hours.OPEN_END),
        (OPEN, AddedDate("a", LATER, end_time=time(23)), "01 18", "01 23", "start_and_end"),
        (OPEN, AddedDate("a", LATER, hours=Hours.ALL_DAY), "01 00", "02 00", Hours.ALL_DAY),
        (TIMED, AddedDate("a", LATER, hours=Hours.ALL_DAY), "01 00", "02 00", Hours.ALL_DAY),
        (TIMED, AddedDate("a", LATER, hours=Hours.OPEN_END), "01 18", "01 20", Hours.OPEN_END),
        (TIMED, AddedDate("a", LATER), "01 18", "01 20", "start_and_end"),
    ],
)
def test_added_date_has_the_hours_of_the_first_or_its_own(first, added, start, end, hours):
    planned = plan_date(typed_extra(first, added))

    assert (f"{planned.start:%d %H}", f"{planned.end:%d %H}", planned.hours) == (start, end, hours)


def test_whole_days_stand_on_their_own_days_in_a_calendar_of_another_zone():
    planned = plan_date(TypedDates(DAY, timezone="Pacific/Auckland", hours=Hours.ALL_DAY))

    starts, ends = when_of(planned, "Pacific/Auckland").span_in("Europe/London")

    assert (f"{starts:%d %H}", f"{ends:%d %H}") == ("05 00", "06 00")


def test_times_stand_where_the_clock_of_the_calendar_has_them():
    planned = plan_date(TypedDates(DAY, time(18), None, time(20), timezone="Europe/London"))

    starts, ends = when_of(planned, "Europe/London").span_in("Europe/Berlin")

    assert (f"{starts:%d %H}", f"{ends:%d %H}") == ("05 19", "05 21")


def test_open_end_stands_at_its_start_in_a_calendar():
    planned = plan_date(TypedDates(DAY, time(18), timezone="Europe/London", hours=Hours.OPEN_END))

    starts, ends = when_of(planned, "Europe/London").span_in("Europe/Berlin")

    assert starts == ends
    assert f"{starts:%d %H}" == "05 19"


def test_start_alone_is_a_day():
    when = When(datetime(2027, 6, 5, 12, tzinfo=UTC), None, "UTC", Hours.ALL_DAY)

    assert (when.ends, when.first_day, when.last_day) == (None, DAY, DAY)
