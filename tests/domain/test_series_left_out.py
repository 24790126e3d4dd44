"""Days that are left out of a rule, the first one too, and dates that end in the night."""

from datetime import date, time

import pytest

from tests.domain.test_series import FIRST, LONDON, UNTIL, WEEKLY, fields, keys, local_times
from wagtail_lift.domain.schedule import TypedDates
from wagtail_lift.domain.series import (
    AddedDate,
    TypedSeries,
    dates_left_out,
    days_without_effect,
    plan_dates,
    series_notices,
)
from wagtail_lift.enums import Notice, Problem

FOUR_WEEKS = "FREQ=WEEKLY;COUNT=4"


def test_first_date_of_a_rule_may_be_left_out():
    """RFC 5545 section 3.8.5.1: the set loses the start itself, and COUNT counts it."""
    typed = TypedSeries(FIRST, FOUR_WEEKS, skipped=frozenset({FIRST.start_date}))

    assert keys(typed) == [
        "2026-03-22T19:30",
        "2026-03-29T19:30",
        "2026-04-05T19:30",
    ]
    assert fields(typed) == []


def test_first_date_stays_where_nothing_repeats():
    typed = TypedSeries(FIRST, skipped=frozenset({FIRST.start_date}))

    assert keys(typed) == ["2026-03-15T19:30"]


def test_day_of_a_first_date_left_out_is_free_for_an_added_one():
    first = FIRST.start_date
    typed = TypedSeries(FIRST, FOUR_WEEKS, frozenset({first}), (AddedDate("a", first),))

    assert keys(typed)[-1] == "2026-03-15T19:30"
    assert fields(typed) == []


def test_event_of_which_every_date_is_left_out_is_undated_and_refused():
    days = frozenset({date(2026, 3, 15), date(2026, 3, 22)})
    typed = TypedSeries(FIRST, "FREQ=WEEKLY;COUNT=2", skipped=days)

    plan = plan_dates(typed, until=UNTIL)

    assert [(p.key, p.starts_at) for p in plan] == [("", None)]
    assert fields(typed) == [("skipped_dates", Problem.ALL_DATES_LEFT_OUT)]


@pytest.mark.parametrize(
    ("rule", "skipped", "expected"),
    [
        (WEEKLY, ["2026-03-15", "2026-03-22"], []),
        (WEEKLY, ["2026-03-23", "2026-03-08"], ["2026-03-08", "2026-03-23"]),
        (WEEKLY, ["2026-04-14"], []),  # beyond what is looked at
        (FOUR_WEEKS, ["2026-04-05", "2026-04-12", "2026-05-03"], ["2026-04-12", "2026-05-03"]),
        ("FREQ=MONTHLY;BYDAY=1TU", ["2026-03-15", "2026-04-07"], []),
        ("", ["2026-03-22"], ["2026-03-22"]),
        ("nonsense", ["2026-03-22"], []),
    ],
)
def test_day_left_out_that_the_rule_does_not_give_has_no_effect(rule, skipped, expected):
    typed = TypedSeries(FIRST, rule, frozenset(map(date.fromisoformat, skipped)))

    found = days_without_effect(typed, until=UNTIL)

    assert [day.isoformat() for day in found] == expected


def test_dates_left_out_are_those_that_the_rule_would_give():
    days = frozenset(map(date.fromisoformat, ["2026-03-15", "2026-03-23", "2026-03-29"]))
    added = (AddedDate("a", date(2026, 3, 29)),)

    alone = dates_left_out(TypedSeries(FIRST, FOUR_WEEKS, days), until=UNTIL)
    beside = dates_left_out(TypedSeries(FIRST, FOUR_WEEKS, days, added), until=UNTIL)

    assert [planned.key for planned in alone] == ["2026-03-15T19:30", "2026-03-29T19:30"]
    assert [planned.key for planned in beside] == ["2026-03-15T19:30"]
    assert dates_left_out(TypedSeries(FIRST, "", days), until=UNTIL) == []


@pytest.mark.parametrize(
    ("added", "times"),
    [
        (AddedDate("a", date(2026, 5, 1)), ("05-01 22:00", "05-02 01:00")),
        (AddedDate("a", date(2026, 5, 1), time(23)), ("05-01 23:00", "05-02 02:00")),
        (AddedDate("a", date(2026, 5, 1), end_time=time(2)), ("05-01 22:00", "05-02 02:00")),
        (AddedDate("a", date(2026, 5, 1), end_time=time(23)), ("05-01 22:00", "05-01 23:00")),
        (
            AddedDate("a", date(2026, 5, 1), end_date=date(2026, 5, 3)),
            ("05-01 22:00", "05-03 01:00"),
        ),
    ],
)
def test_every_date_of_an_event_over_midnight_ends_in_its_night(added, times):
    night = TypedDates(date(2026, 3, 14), time(22), None, time(1), LONDON)
    typed = TypedSeries(night, "FREQ=WEEKLY;COUNT=2", added=(added,))

    assert local_times(typed) == [
        ("03-14 22:00", "03-15 01:00"),
        ("03-21 22:00", "03-22 01:00"),
        times,
    ]
    assert fields(typed) == []
    assert Notice.ENDS_NEXT_DAY in series_notices(typed, until=UNTIL)


@pytest.mark.parametrize("typed", [TypedSeries(TypedDates()), TypedSeries(FIRST, FOUR_WEEKS)])
def test_nothing_is_left_out_of_an_undated_event_or_a_whole_rule(typed):
    assert dates_left_out(typed, until=UNTIL) == []
