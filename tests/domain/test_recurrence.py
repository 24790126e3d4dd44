"""Repetition: rules are read as RFC 5545 says, and refused where they cannot be kept."""

from datetime import date, datetime, time
from itertools import islice, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wagtail_lift.domain.recurrence import (
    RuleRefused,
    horizon_end,
    read_rule,
    rule_dates,
    rule_problems,
)
from wagtail_lift.enums import Problem

NEW_YORK = "America/New_York"


def at_nine(year, month, day):
    return datetime.combine(date(year, month, day), time(9, 0))


SEPTEMBER_2 = at_nine(1997, 9, 2)


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


RFC_EXAMPLES = {
    "daily for 10 occurrences": (
        "FREQ=DAILY;COUNT=10",
        SEPTEMBER_2,
        "1997-09: 2 3 4 5 6 7 8 9 10 11",
    ),
    "every other day": (
        "FREQ=DAILY;INTERVAL=2",
        SEPTEMBER_2,
        "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30, 1997-10: 2 4",
    ),
    "every 10 days, 5 occurrences": (
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        SEPTEMBER_2,
        "1997-09: 2 12 22, 1997-10: 2 12",
    ),
    "weekly for 10 occurrences": (
        "FREQ=WEEKLY;COUNT=10",
        SEPTEMBER_2,
        "1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4",
    ),
    "weekly until December 24": (
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        SEPTEMBER_2,
        "1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4 11 18 25, 1997-12: 2 9 16 23",
    ),
    "every other week": (
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        SEPTEMBER_2,
        "1997-09: 2 16 30, 1997-10: 14 28, 1997-11: 11 25, 1997-12: 9 23",
    ),
    "weekly on Tuesday and Thursday for five weeks": (
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        SEPTEMBER_2,
        "1997-09: 2 4 9 11 16 18 23 25 30, 1997-10: 2",
    ),
    "every other week on three days until December 24": (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        at_nine(1997, 9, 1),
        (
            "1997-09: 1 3 5 15 17 19 29, 1997-10: 1 3 13 15 17 27 29 31, "
            "1997-11: 10 12 14 24 26 28, 1997-12: 8 10 12 22"
        ),
    ),
    "every other week on Tuesday and Thursday, 8 occurrences": (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        SEPTEMBER_2,
        "1997-09: 2 4 16 18 30, 1997-10: 2 14 16",
    ),
    "monthly on the first Friday": (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        at_nine(1997, 9, 5),
        (
            "1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5, 1998-01: 2, 1998-02: 6, 1998-03: 6, "
            "1998-04: 3, 1998-05: 1, 1998-06: 5"
        ),
    ),
    "every other month on the first and last Sunday": (
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        at_nine(1997, 9, 7),
        "1997-09: 7 28, 1997-11: 2 30, 1998-01: 4 25, 1998-03: 1 29, 1998-05: 3 31",
    ),
    "monthly on the second-to-last Monday": (
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        at_nine(1997, 9, 22),
        "1997-09: 22, 1997-10: 20, 1997-11: 17, 1997-12: 22, 1998-01: 19, 1998-02: 16",
    ),
    "monthly on the third-to-last day": (
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        at_nine(1997, 9, 28),
        "1997-09: 28, 1997-10: 29, 1997-11: 28, 1997-12: 29, 1998-01: 29, 1998-02: 26",
    ),
    "monthly on the 2nd and 15th": (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        SEPTEMBER_2,
        "1997-09: 2 15, 1997-10: 2 15, 1997-11: 2 15, 1997-12: 2 15, 1998-01: 2 15",
    ),
    "monthly on the first and last day": (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        at_nine(1997, 9, 30),
        "1997-09: 30, 1997-10: 1 31, 1997-11: 1 30, 1997-12: 1 31, 1998-01: 1 31, 1998-02: 1",
    ),
    "every Tuesday, every other month": (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        SEPTEMBER_2,
        "1997-09: 2 9 16 23 30, 1997-11: 4 11 18 25, 1998-01: 6 13 20 27",
    ),
    "yearly in June and July": (
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        at_nine(1997, 6, 10),
        (
            "1997-06: 10, 1997-07: 10, 1998-06: 10, 1998-07: 10, 1999-06: 10, 1999-07: 10, "
            "2000-06: 10, 2000-07: 10, 2001-06: 10, 2001-07: 10"
        ),
    ),
    "every third year on the 1st, 100th and 200th day": (
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        at_nine(1997, 1, 1),
        (
            "1997-01: 1, 1997-04: 10, 1997-07: 19, 2000-01: 1, 2000-04: 9, 2000-07: 18, "
            "2003-01: 1, 2003-04: 10, 2003-07: 19, 2006-01: 1"
        ),
    ),
    "the 20th Monday of the year": (
        "FREQ=YEARLY;BYDAY=20MO",
        at_nine(1997, 5, 19),
        "1997-05: 19, 1998-05: 18, 1999-05: 17",
    ),
    "Monday of week 20": (
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        at_nine(1997, 5, 12),
        "1997-05: 12, 1998-05: 11, 1999-05: 17",
    ),
    "every Thursday in March": (
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        at_nine(1997, 3, 13),
        "1997-03: 13 20 27, 1998-03: 5 12 19 26, 1999-03: 4 11 18 25",
    ),
    "the first Saturday that follows the first Sunday": (
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        at_nine(1997, 9, 13),
        "1997-09: 13, 1997-10: 11, 1997-11: 8, 1997-12: 13, 1998-01: 10, 1998-02: 7, 1998-03: 7",
    ),
    "election day": (
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        at_nine(1996, 11, 5),
        "1996-11: 5, 2000-11: 7, 2004-11: 2",
    ),
    "the third of Tuesday, Wednesday or Thursday": (
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        at_nine(1997, 9, 4),
        "1997-09: 4, 1997-10: 7, 1997-11: 6",
    ),
    "the second-to-last weekday": (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        at_nine(1997, 9, 29),
        "1997-09: 29, 1997-10: 30, 1997-11: 27, 1997-12: 30, 1998-01: 29, 1998-02: 26",
    ),
    "weeks that begin on Monday": (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        at_nine(1997, 8, 5),
        "1997-08: 5 10 19 24",
    ),
    "weeks that begin on Sunday": (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        at_nine(1997, 8, 5),
        "1997-08: 5 17 19 31",
    ),
    "a day that some months lack": (
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        at_nine(2007, 1, 15),
        "2007-01: 15 30, 2007-02: 15, 2007-03: 15 30",
    ),
}


@pytest.mark.parametrize("name", RFC_EXAMPLES)
def test_examples_of_rfc_5545_give_the_dates_that_it_prints(name):
    text, starts, printed = RFC_EXAMPLES[name]
    expected = days(printed)

    assert days_of(text, starts, most=len(expected)) == expected


def test_rule_that_ends_gives_no_more():
    assert days_of("FREQ=DAILY;COUNT=3") == days("1997-09: 2 3 4")
    assert days_of("FREQ=DAILY;UNTIL=19970904") == days("1997-09: 2 3 4")
    assert days_of("FREQ=DAILY;UNTIL=19970904T085959") == days("1997-09: 2 3")


def test_end_in_utc_is_read_in_the_zone_of_the_event():
    """Nine in New York is one in the afternoon in UTC, in Auckland it is still the day before."""
    text = "FREQ=DAILY;UNTIL=19970904T125959Z"

    assert days_of(text) == days("1997-09: 2 3")
    assert days_of(text, timezone="Pacific/Auckland") == days("1997-09: 2 3 4")


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


@settings(max_examples=30)
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
