"""What follows the date of an event that is held again."""

from datetime import date, time

import pytest

from wagtail_lift.domain.duplicates import moved_along, moved_to
from wagtail_lift.domain.schedule import TypedDates

BEFORE = TypedDates(date(2027, 6, 1), time(12, 30), date(2027, 6, 3), time(14), "Europe/London")
NEW = date(2028, 2, 28)


def test_dates_are_as_many_days_long_as_before():
    after = moved_to(BEFORE, NEW, time(9), time(10))

    assert after == TypedDates(NEW, time(9), date(2028, 3, 1), time(10), "Europe/London")


@pytest.mark.parametrize("end_date", [None, date(2027, 6, 1), date(2027, 5, 1)])
def test_date_of_one_day_names_no_last_day(end_date):
    before = TypedDates(BEFORE.start_date, time(22), end_date, time(1), "UTC")

    assert moved_to(before, NEW, time(22), time(1)).end_date is None


def test_day_moves_as_far_as_the_start():
    after = moved_to(BEFORE, date(2027, 6, 11), None, None)

    assert moved_along(date(2027, 5, 1), BEFORE, after) == date(2027, 5, 11)
    assert moved_along(date(2, 1, 1), BEFORE, TypedDates(date.min)) == date.min
    assert moved_along(date.max, BEFORE, after) == date.max


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [(None, BEFORE, BEFORE), (NEW, TypedDates(), BEFORE), (NEW, BEFORE, TypedDates())],
)
def test_without_a_day_or_a_start_nothing_moves(day, before, after):
    assert moved_along(day, before, after) is None
