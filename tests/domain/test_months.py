"""Weeks of a month, and what happens on their days."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from wagtail_lift.domain.months import Month, Span, month_of, month_weeks, weekdays

LONDON = ZoneInfo("Europe/London")


def at(day, hour=0, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def numbers(weeks):
    return [[day and day.day.day for day in week] for week in weeks]


@pytest.mark.parametrize(
    ("first_weekday", "expected"),
    [
        (0, [[None] * 6 + [1], list(range(2, 9)), list(range(9, 16)), list(range(16, 23)),
             list(range(23, 30)), [30] + [None] * 6]),
        (6, [list(range(1, 8)), list(range(8, 15)), list(range(15, 22)), list(range(22, 29)),
             [29, 30] + [None] * 5]),
    ],
)  # fmt: skip
def test_weeks_of_a_month_start_where_the_locale_says(first_weekday, expected):
    assert numbers(month_weeks(Month(2026, 11), (), first_weekday=first_weekday)) == expected


@pytest.mark.parametrize(
    ("first", "expected"), [(0, (0, 1, 2, 3, 4, 5, 6)), (6, (6, 0, 1, 2, 3, 4, 5))]
)
def test_weekdays_start_where_the_week_does(first, expected):
    assert weekdays(first) == expected


def test_spans_stand_on_each_day_they_touch_and_are_clipped():
    spans = [
        Span("evening", at(10, 19), at(10, 21)),
        Span("morning", at(10, 9), at(10, 10)),
        Span("two days", at(9, 10), at(10, 16)),
        Span("until midnight", at(30, 20), at(1, 0, month=12)),
        Span("from before", at(31, 12, month=10), at(1, 12)),
        Span("beyond", at(30, 23), at(5, 12, month=12)),
        Span("elsewhere", at(1, 12, month=12), at(1, 13, month=12)),
        Span("an instant", at(15), at(15)),
    ]

    weeks = month_weeks(Month(2026, 11), spans, first_weekday=0)

    found = {
        day.day.day: [(e.what, e.is_first_day, e.is_last_day) for e in day.entries]
        for week in weeks
        for day in week
        if day and day.entries
    }
    assert found == {
        1: [("from before", False, True)],
        9: [("two days", True, False)],
        10: [("two days", False, True), ("morning", True, True), ("evening", True, True)],
        15: [("an instant", True, True)],
        30: [("until midnight", True, True), ("beyond", True, False)],
    }


@hypothesis_settings(max_examples=50)
@given(st.dates(), st.integers(0, 6))
def test_each_day_of_a_month_stands_once_in_whole_weeks(day, first_weekday):
    month = month_of(day)

    weeks = month_weeks(month, (), first_weekday=first_weekday)

    days = [cell.day for week in weeks for cell in week if cell]
    count = (month.last_day - month.first_day).days + 1
    assert days == [month.first_day + timedelta(days=n) for n in range(count)]
    assert {len(week) for week in weeks} == {7}
    assert {
        cell.day.weekday() == (first_weekday + n) % 7
        for week in weeks
        for n, cell in enumerate(week)
        if cell
    } == {True}


@pytest.mark.parametrize(
    ("month", "timezone", "expected"),
    [
        (
            Month(2026, 3),
            "Europe/London",
            (datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 31, 23, tzinfo=UTC)),
        ),
        (
            Month(9999, 12),
            "UTC",
            (datetime(9998, 12, 31, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)),
        ),
    ],
)
def test_window_of_a_month_is_that_of_the_zone(month, timezone, expected):
    assert month.window(timezone) == expected


@pytest.mark.parametrize(
    ("year", "expected"), [(2015, False), (2016, True), (2031, True), (2032, False)]
)
def test_months_near_today_are_always_shown(year, expected):
    assert Month(year, 1).is_near(date(2026, 11, 23)) is expected
