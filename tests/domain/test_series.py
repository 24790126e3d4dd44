"""All dates of an event: keys that last, wall-clock times that hold, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wagtail_lift.domain.instants import zone
from wagtail_lift.domain.schedule import TypedDates
from wagtail_lift.domain.series import (
    AddedDate,
    TypedSeries,
    next_rule_day,
    plan_dates,
    series_notices,
    series_problems,
)
from wagtail_lift.enums import Hours, Notice, Problem

LONDON = "Europe/London"
FIRST = TypedDates(date(2026, 3, 15), time(19, 30), None, time(21, 0), LONDON)
UNTIL = date(2026, 4, 12)
WEEKLY = "FREQ=WEEKLY"


def keys(typed, until=UNTIL):
    return [planned.key for planned in plan_dates(typed, until=until)]


def local_times(typed, until=UNTIL):
    """Return start and end of each date on the wall clock of its zone, without the year."""
    shown = zone(typed.first.timezone)
    return [
        (
            f"{p.starts_at.astimezone(shown):%m-%d %H:%M}",
            f"{p.ends_at.astimezone(shown):%m-%d %H:%M}",
        )
        for p in plan_dates(typed, until=until)
    ]


def fields(typed, months=24):
    return [(item.field, item.problem) for item in series_problems(typed, months=months)]


def test_event_with_one_date_has_the_first():
    assert keys(TypedSeries(FIRST)) == ["2026-03-15T19:30"]


def test_event_without_a_date_has_no_others():
    undated = TypedDates(timezone=LONDON)

    plan = plan_dates(TypedSeries(undated, WEEKLY, added=(AddedDate("a"),)), until=UNTIL)

    assert [(p.key, p.starts_at) for p in plan] == [("", None)]


def test_rule_gives_dates_up_to_the_horizon_and_leaves_out_what_is_skipped():
    typed = TypedSeries(FIRST, WEEKLY, skipped=frozenset({date(2026, 3, 29), date(2026, 3, 30)}))

    assert keys(typed) == [
        "2026-03-15T19:30",
        "2026-03-22T19:30",
        "2026-04-05T19:30",
        "2026-04-12T19:30",
    ]


def test_skipped_date_counts_among_the_number_of_times():
    typed = TypedSeries(FIRST, "FREQ=WEEKLY;COUNT=3", skipped=frozenset({date(2026, 3, 22)}))

    assert keys(typed) == ["2026-03-15T19:30", "2026-03-29T19:30"]


def test_wall_clock_time_holds_across_the_change_of_clocks():
    assert local_times(TypedSeries(FIRST, WEEKLY)) == [
        ("03-15 19:30", "03-15 21:00"),
        ("03-22 19:30", "03-22 21:00"),
        ("03-29 19:30", "03-29 21:00"),
        ("04-05 19:30", "04-05 21:00"),
        ("04-12 19:30", "04-12 21:00"),
    ]


def test_dates_across_midnight_and_over_days_keep_their_length_on_the_clock():
    across = TypedDates(date(2026, 3, 21), time(22), date(2026, 3, 22), time(1), LONDON)
    weekend = TypedDates(date(2026, 3, 27), time(18), date(2026, 3, 29), time(15), LONDON)

    assert local_times(TypedSeries(across, "FREQ=WEEKLY;COUNT=2"))[1] == (
        "03-28 22:00",
        "03-29 02:00",
    )
    assert local_times(TypedSeries(weekend, "FREQ=MONTHLY;COUNT=2"), date(2027, 1, 1))[1] == (
        "04-27 18:00",
        "04-29 15:00",
    )


def test_date_that_a_clock_change_would_turn_round_is_as_long_as_typed():
    """01:30 is skipped and read as 02:30, which is after 02:15 on that day."""
    first = TypedDates(date(2026, 3, 22), time(1, 30), None, time(2, 15), LONDON)

    plan = plan_dates(TypedSeries(first, "FREQ=WEEKLY;COUNT=3"), until=UNTIL)

    assert [p.ends_at - p.starts_at for p in plan] == [timedelta(minutes=45)] * 3
    assert plan[1].starts_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert plan[1].notices == (Notice.START_SKIPPED,)
    assert series_notices(TypedSeries(first, WEEKLY), until=UNTIL) == (Notice.START_SKIPPED,)


@pytest.mark.parametrize(
    ("added", "times"),
    [
        (AddedDate("a", date(2026, 5, 1)), ("05-01 19:30", "05-01 21:00")),
        (AddedDate("a", date(2026, 5, 1), time(10)), ("05-01 10:00", "05-01 11:30")),
        (AddedDate("a", date(2026, 5, 1), time(23)), ("05-01 23:00", "05-02 00:30")),
        (
            AddedDate("a", date(2026, 5, 1), None, None, time(22)),
            ("05-01 19:30", "05-01 22:00"),
        ),
        (AddedDate("a", date(2026, 5, 1), time(9), None, time(11)), ("05-01 09:00", "05-01 11:00")),
        (
            AddedDate("a", date(2026, 5, 1), time(9), date(2026, 5, 3)),
            ("05-01 09:00", "05-03 21:00"),
        ),
        (
            AddedDate("a", date(2026, 5, 1), time(9), date(2026, 5, 3), time(16)),
            ("05-01 09:00", "05-03 16:00"),
        ),
    ],
)
def test_added_date_takes_from_the_first_what_was_left_empty(added, times):
    typed = TypedSeries(FIRST, added=(added,))

    assert len(keys(typed)) == 2
    assert local_times(typed)[1] == times
    assert fields(typed) == []


def test_added_date_lasts_as_many_days_as_the_first():
    weekend = TypedDates(date(2026, 3, 27), time(18), date(2026, 3, 29), time(15), LONDON)

    assert local_times(TypedSeries(weekend, added=(AddedDate("a", date(2026, 5, 1)),)))[1] == (
        "05-01 18:00",
        "05-03 15:00",
    )


def test_dates_at_the_end_of_the_calendar_never_raise():
    last = TypedDates(date(9999, 12, 30), time(22), date(9999, 12, 31), time(1), "Asia/Tokyo")
    added = (AddedDate("a", date.max, time(23, 30)), AddedDate("b", date.max))

    plan = plan_dates(TypedSeries(last, "FREQ=DAILY", added=added), until=date.max)

    assert plan[0].starts_at is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (TypedSeries(FIRST, "FREQ=HOURLY"), [("recurrence_rule", Problem.RULE_FREQUENCY)]),
        (TypedSeries(FIRST, "FREQ=DAILY;COUNT=1"), [("recurrence_rule", Problem.RULE_EMPTY)]),
        (
            TypedSeries(TypedDates(timezone=LONDON), WEEKLY),
            [("start_date", Problem.START_DATE_MISSING)],
        ),
        (
            TypedSeries(TypedDates(date(2026, 3, 15), timezone=LONDON), WEEKLY),
            [("start_time", Problem.START_TIME_MISSING), ("end_time", Problem.END_TIME_MISSING)],
        ),
        (
            TypedSeries(FIRST, added=(AddedDate("a"),)),
            [("added_dates", Problem.ADDED_DATE_INCOMPLETE)],
        ),
        (
            TypedSeries(FIRST, added=(AddedDate("a", date(2026, 5, 1), end_time=time(9)),)),
            [("added_dates", Problem.ADDED_DATE_ENDS_EARLY)],
        ),
        (
            TypedSeries(FIRST, added=(AddedDate("a", date(2026, 3, 15)),)),
            [("added_dates", Problem.ADDED_DATE_TWICE)],
        ),
        (
            TypedSeries(FIRST, WEEKLY, added=(AddedDate("a", date(2026, 3, 22)),)),
            [("added_dates", Problem.ADDED_DATE_TWICE)],
        ),
        (
            TypedSeries(FIRST, WEEKLY, added=(AddedDate("a", date(2026, 3, 22), time(8)),)),
            [],
        ),
    ],
)
def test_what_keeps_an_event_from_being_published(typed, expected):
    assert fields(typed) == expected


@pytest.mark.parametrize(
    ("first", "hours", "times", "expected"),
    [
        (Hours.ALL_DAY, Hours.START_AND_END, (time(10), time(12)), []),
        (Hours.ALL_DAY, Hours.START_AND_END, (time(10), time(9)), ["added_date_ends_early"]),
        (Hours.ALL_DAY, Hours.START_AND_END, (time(10), None), ["added_date_time_missing"]),
        (Hours.ALL_DAY, Hours.START_AND_END, (None, time(20)), ["added_date_time_missing"]),
        (Hours.ALL_DAY, Hours.START_AND_END, (None, None), ["added_date_time_missing"]),
        (Hours.ALL_DAY, Hours.OPEN_END, (None, None), ["added_date_time_missing"]),
        (Hours.ALL_DAY, Hours.OPEN_END, (time(10), None), []),
        (Hours.OPEN_END, Hours.START_AND_END, (time(10), None), ["added_date_time_missing"]),
        (Hours.OPEN_END, Hours.START_AND_END, (None, None), ["added_date_time_missing"]),
        (Hours.OPEN_END, Hours.START_AND_END, (None, time(21)), []),
        (Hours.START_AND_END, Hours.START_AND_END, (time(10), None), []),
    ],
)
def test_added_date_needs_the_times_that_its_hours_name(first, hours, times, expected):
    added = AddedDate("a", date(2026, 5, 1), times[0], None, times[1], hours)

    found = fields(TypedSeries(replace(FIRST, hours=first), added=(added,)))

    assert [problem for _, problem in found] == expected


def test_added_date_is_not_blamed_where_the_first_has_no_end():
    endless = TypedDates(date(2026, 3, 15), time(19), timezone=LONDON)

    found = fields(TypedSeries(endless, added=(AddedDate("a", date(2026, 5, 1)),)))

    assert found == [("end_time", Problem.END_TIME_MISSING)]


def test_date_that_was_added_twice_is_one_too_many():
    twice = (AddedDate("a", date(2026, 5, 1)), AddedDate("b", date(2026, 5, 1)))

    assert fields(TypedSeries(FIRST, added=twice)) == [("added_dates", Problem.ADDED_DATE_TWICE)]


def test_added_date_is_not_blamed_for_the_first():
    backwards = TypedDates(date(2026, 3, 15), time(19), None, time(18), LONDON)

    found = fields(TypedSeries(backwards, added=(AddedDate("a", date(2026, 5, 1)),)))

    assert found == [("end_time", Problem.END_BEFORE_START)]


def test_next_day_of_a_rule_lies_beyond_the_horizon():
    typed = TypedSeries(FIRST, WEEKLY, skipped=frozenset({date(2026, 4, 19)}))

    assert next_rule_day(typed, after=UNTIL) == date(2026, 4, 26)
    assert next_rule_day(TypedSeries(FIRST, "FREQ=WEEKLY;COUNT=2"), after=UNTIL) is None
    assert next_rule_day(TypedSeries(FIRST), after=UNTIL) is None
    assert next_rule_day(TypedSeries(FIRST, "nonsense"), after=UNTIL) is None


def test_of_a_rule_with_too_many_dates_the_latest_are_given():
    plan = plan_dates(TypedSeries(FIRST, "FREQ=DAILY"), until=date(2029, 3, 15))

    assert len(plan) == 1001
    assert plan[-1].key == "2029-03-15T19:30"


ZONES = (
    LONDON,
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Pacific/Apia",
    "America/St_Johns",
)
STARTS = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@settings(max_examples=60)
@given(
    day=st.dates(date(2009, 1, 1), date(2027, 1, 1)),
    at=STARTS,
    minutes=st.integers(15, 3000),
    timezone=st.sampled_from(ZONES),
)
def test_dates_of_a_rule_keep_key_clock_and_order_in_every_zone(day, at, minutes, timezone):
    ends = datetime.combine(day, at) + timedelta(minutes=minutes)
    first = TypedDates(day, at, ends.date(), ends.time(), timezone)

    plan = plan_dates(TypedSeries(first, "FREQ=DAILY"), until=day + timedelta(days=400))[1:]

    assert len(plan) == 400
    for number, planned in enumerate(plan, start=1):
        assert planned.start == datetime.combine(day + timedelta(days=number), at)
        assert planned.starts_at < planned.ends_at
        if not planned.notices:
            local = planned.starts_at.astimezone(zone(timezone))
            assert local.replace(tzinfo=None) == planned.start


def test_added_date_lasts_a_year_at_most():
    endless = AddedDate("a", date(2026, 5, 1), None, date(2027, 6, 1), None)

    assert fields(TypedSeries(FIRST, added=(endless,))) == [("added_dates", Problem.LASTS_TOO_LONG)]
