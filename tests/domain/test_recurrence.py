"""Repetition: rules are read as RFC 5545 says, and refused where they cannot be kept."""

import time
from datetime import date
from itertools import islice, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.rfc_5545 import RFC_EXAMPLES, SEPTEMBER_2
from wagtail_lift.domain.recurrence import (
    RuleRefused,
    horizon_end,
    read_rule,
    rule_dates,
    rule_problems,
)
from wagtail_lift.enums import Problem

NEW_YORK = "America/New_York"


def days_of(text, starts=SEPTEMBER_2, *, most=60, timezone=NEW_YORK):
    """Return the days of a rule, the first date included."""
    return [starts.date(), *islice(rule_dates(read_rule(text), starts, timezone), most - 1)]


def days(text):
    """Return days written as ``1997-09: 2 9 16, 1997-10: 7``."""
    found = []
    for month in text.split(","):
        name, _, numbers = month.strip().partition(":")
        found += [date.fromisoformat(f"{name}-{int(n):02}") for n in numbers.split()]
    return found


@pytest.mark.parametrize("name", RFC_EXAMPLES)
def test_examples_of_rfc_5545_give_the_dates_that_it_prints(name):
    text, starts, printed = RFC_EXAMPLES[name]
    expected = days(printed)

    assert days_of(text, starts, most=len(expected)) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "1997-09: 2 30, 1997-10: 31, 1997-11: 30, 1997-12: 31"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "1997-09: 2 30, 1997-10: 31, 1997-11: 28, 1997-12: 31, 1998-01: 30, 1998-02: 27",
        ),
    ],
)
def test_last_day_and_last_weekday_of_each_month(rule, expected):
    expected = days(expected)

    assert days_of(rule, most=len(expected)) == expected


def test_rule_that_ends_gives_no_more():
    assert days_of("FREQ=DAILY;COUNT=3") == days("1997-09: 2 3 4")
    assert days_of("FREQ=DAILY;UNTIL=19970904") == days("1997-09: 2 3 4")
    assert days_of("FREQ=DAILY;UNTIL=19970904T085959") == days("1997-09: 2 3")
    assert days_of("FREQ=DAILY;UNTIL=19970904T090000") == days("1997-09: 2 3 4")


@pytest.mark.parametrize("until", ["00010101T000000Z", "99991231T235959Z"])
@pytest.mark.parametrize("timezone", [NEW_YORK, "Asia/Tokyo"])
def test_end_at_either_end_of_the_calendar_is_no_error(until, timezone):
    found = days_of(f"FREQ=YEARLY;UNTIL={until}", most=2, timezone=timezone)

    assert len(found) == (1 if until < "1997" else 2)


def test_end_in_utc_is_read_in_the_zone_of_the_event():
    """Nine in New York is one in the afternoon in UTC, in Auckland it is still the day before."""
    text = "FREQ=DAILY;UNTIL=19970904T125959Z"

    assert days_of(text) == days("1997-09: 2 3")
    assert days_of(text, timezone="Pacific/Auckland") == days("1997-09: 2 3 4")


def test_end_in_utc_depends_on_no_clock_of_the_machine(monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        found = days_of("FREQ=DAILY;UNTIL=19970904T125959Z")
    finally:
        monkeypatch.undo()
        time.tzset()

    assert found == days("1997-09: 2 3")


def test_first_date_counts_though_it_does_not_fit_the_rule():
    """RFC 5545 section 3.8.5.3: DTSTART always counts as the first."""
    assert days_of("FREQ=WEEKLY;BYDAY=FR;COUNT=3") == days("1997-09: 2 5 12")


@pytest.mark.parametrize(
    "text", ["freq=weekly", "RRULE:FREQ=WEEKLY", " FREQ=WEEKLY; ", "INTERVAL=1;FREQ=WEEKLY"]
)
def test_rule_is_read_however_it_is_written(text):
    assert days_of(text, most=2) == days("1997-09: 2 9")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("FREQ=HOURLY", Problem.RULE_FREQUENCY),
        ("FREQ=MINUTELY;INTERVAL=90", Problem.RULE_FREQUENCY),
        ("FREQ=SECONDLY", Problem.RULE_FREQUENCY),
        ("FREQ=DAILY;BYHOUR=9,10", Problem.RULE_FREQUENCY),
        ("every Tuesday", Problem.RULE_UNREADABLE),
        ("", Problem.RULE_UNREADABLE),
        ("INTERVAL=2", Problem.RULE_UNREADABLE),
        ("FREQ=FORTNIGHTLY", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY;FREQ=WEEKLY", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY;INTERVAL=0", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY;COUNT=0", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY;COUNT=2;UNTIL=19970904", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY;UNTIL=19971332", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY;UNTIL=tomorrow", Problem.RULE_UNREADABLE),
        ("FREQ=WEEKLY;BYDAY=2MO", Problem.RULE_UNREADABLE),
        ("FREQ=MONTHLY;BYDAY=9MO", Problem.RULE_UNREADABLE),
        ("FREQ=MONTHLY;BYMONTHDAY=0", Problem.RULE_UNREADABLE),
        ("FREQ=MONTHLY;BYMONTHDAY=٣", Problem.RULE_UNREADABLE),
        ("FREQ=YEARLY;BYMONTH=13", Problem.RULE_UNREADABLE),
        ("FREQ=MONTHLY;BYEASTER=0", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY;X=", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY\nRRULE:FREQ=WEEKLY", Problem.RULE_UNREADABLE),
        ("FREQ=DAILY;BYDAY=" + "MO," * 200 + "MO", Problem.RULE_UNREADABLE),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(text, problem):
    with pytest.raises(RuleRefused) as refused:
        read_rule(text)

    assert refused.value.problem == problem
    assert rule_problems(text, SEPTEMBER_2, NEW_YORK, months=24) == [problem]


def parts(name, values, most=3):
    chosen = st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True)
    return st.just("") | chosen.map(lambda items: f";{name}=" + ",".join(map(str, items)))


@settings(max_examples=100)
@given(
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    by_day=parts("BYDAY", ["MO", "SU", "1TU", "-1FR", "+5SA"]),
    by_month_day=parts("BYMONTHDAY", [1, 13, 31, -1, -31]),
    by_month=parts("BYMONTH", [1, 2, 12]),
    by_year_day=parts("BYYEARDAY", [1, 366, -366]),
    by_week=parts("BYWEEKNO", [1, 53, -1]),
    by_position=parts("BYSETPOS", [1, -1, 366], most=1),
)
def test_whatever_is_read_gives_dates_in_order_and_never_raises(frequency, **chosen):
    text = f"FREQ={frequency}" + "".join(chosen.values())
    try:
        rule = read_rule(text)
    except RuleRefused:
        return

    limit = horizon_end(SEPTEMBER_2.date(), 30)
    found = list(takewhile(lambda day: day < limit, rule_dates(rule, SEPTEMBER_2, NEW_YORK)))

    assert found == sorted(set(found))
    assert all(day > SEPTEMBER_2.date() for day in found)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", [Problem.RULE_EMPTY]),
        ("FREQ=YEARLY;INTERVAL=400", []),
        ("FREQ=YEARLY;INTERVAL=9000", [Problem.RULE_EMPTY]),
        ("FREQ=WEEKLY", []),
        ("FREQ=DAILY", []),
        ("FREQ=YEARLY;INTERVAL=5", []),
        ("FREQ=DAILY;COUNT=1", [Problem.RULE_EMPTY]),
        ("FREQ=WEEKLY;UNTIL=19970901", [Problem.RULE_EMPTY]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", [Problem.RULE_EMPTY]),
    ],
)
def test_rule_that_gives_nothing_is_a_problem(text, problems):
    assert rule_problems(text, SEPTEMBER_2, NEW_YORK, months=24) == problems


def test_more_than_a_thousand_dates_within_the_horizon_are_a_problem():
    assert rule_problems("FREQ=DAILY", SEPTEMBER_2, NEW_YORK, months=32) == []
    assert rule_problems("FREQ=DAILY", SEPTEMBER_2, NEW_YORK, months=34) == [Problem.RULE_TOO_MANY]
    assert rule_problems("FREQ=DAILY;COUNT=1001", SEPTEMBER_2, NEW_YORK, months=34) == []


def test_horizon_ends_within_the_calendar():
    assert horizon_end(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert horizon_end(date(9999, 1, 1), 24) == date(9999, 12, 29)
