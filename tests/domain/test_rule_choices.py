"""Between choices and text: what is chosen is read back, what cannot be chosen is not guessed."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.recurrence import read_rule, rule_dates
from wagtail_lift.domain.rule_choices import (
    AFTER,
    GIVEN_DAY,
    LAST_DAY,
    LAST_WEEKDAY,
    NEVER,
    ON_A_DAY,
    ORDINALS,
    WEEKDAYS,
    RuleChoices,
    read_choices,
    write_rule,
)

CHOSEN = [
    (RuleChoices(), ""),
    (RuleChoices("DAILY"), "FREQ=DAILY"),
    (RuleChoices("YEARLY", interval=2), "FREQ=YEARLY;INTERVAL=2"),
    (RuleChoices("WEEKLY", weekdays=("TU", "TH")), "FREQ=WEEKLY;BYDAY=TU,TH"),
    (RuleChoices("MONTHLY"), "FREQ=MONTHLY"),
    (RuleChoices("MONTHLY", month_by=GIVEN_DAY, month_day=15), "FREQ=MONTHLY;BYMONTHDAY=15"),
    (RuleChoices("MONTHLY", month_by="2", month_weekday="TU"), "FREQ=MONTHLY;BYDAY=2TU"),
    (RuleChoices("MONTHLY", month_by="-1", month_weekday="FR"), "FREQ=MONTHLY;BYDAY=-1FR"),
    (RuleChoices("MONTHLY", month_by=LAST_DAY), "FREQ=MONTHLY;BYMONTHDAY=-1"),
    (
        RuleChoices("MONTHLY", interval=2, month_by=LAST_WEEKDAY),
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ),
    (RuleChoices("DAILY", ends=AFTER, count=5), "FREQ=DAILY;COUNT=5"),
    (
        RuleChoices("WEEKLY", ends=ON_A_DAY, until=date(2026, 12, 24)),
        "FREQ=WEEKLY;UNTIL=20261224",
    ),
]


@pytest.mark.parametrize(("choices", "text"), CHOSEN)
def test_choices_are_written_and_read_back(choices, text):
    assert write_rule(choices) == text
    assert read_choices(text) == choices


@pytest.mark.parametrize(
    ("choices", "text"),
    [
        (RuleChoices("WEEKLY", weekdays=("TH", "MO")), "FREQ=WEEKLY;BYDAY=MO,TH"),
        (RuleChoices("DAILY", weekdays=("MO",), month_by="2", month_weekday="TU"), "FREQ=DAILY"),
        (RuleChoices("MONTHLY", month_by=GIVEN_DAY), "FREQ=MONTHLY"),
        (RuleChoices("MONTHLY", month_by="2"), "FREQ=MONTHLY"),
        (
            RuleChoices("MONTHLY", month_by="2", month_weekday="TU", month_day=15),
            "FREQ=MONTHLY;BYDAY=2TU",
        ),
        (RuleChoices("MONTHLY", month_day=15), "FREQ=MONTHLY"),
        (RuleChoices("DAILY", ends=ON_A_DAY, count=4), "FREQ=DAILY"),
        (RuleChoices("DAILY", ends=AFTER, until=date(2026, 12, 24)), "FREQ=DAILY"),
        (RuleChoices("DAILY", ends=NEVER, count=4), "FREQ=DAILY"),
    ],
)
def test_what_does_not_apply_or_is_incomplete_is_left_out(choices, text):
    assert write_rule(choices) == text


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("rrule:freq=weekly;wkst=mo;byday=th,tu", RuleChoices("WEEKLY", weekdays=("TU", "TH"))),
        ("BYDAY=+2TU;FREQ=MONTHLY", RuleChoices("MONTHLY", month_by="2", month_weekday="TU")),
        ("FREQ=DAILY;INTERVAL=01", RuleChoices("DAILY")),
        (
            "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=FR",
            RuleChoices("MONTHLY", month_by="-1", month_weekday="FR"),
        ),
        (
            "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=FR,MO,TH,WE,TU",
            RuleChoices("MONTHLY", month_by=LAST_WEEKDAY),
        ),
    ],
)
def test_rule_that_means_the_same_is_read_as_choices(text, choices):
    assert read_choices(text) == choices


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=WEEKLY;WKST=SU;INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=1FR,3FR",
        "FREQ=MONTHLY;BYDAY=5FR",
        "FREQ=MONTHLY;BYMONTHDAY=2,15",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=-1,15",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=2MO;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=-1;BYSETPOS=-1",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=YEARLY;BYMONTH=6,7",
        "every Tuesday",
    ],
)
def test_rule_that_no_choices_give_is_not_guessed(text):
    assert read_choices(text) is None


@given(
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    interval=st.integers(1, 999),
    weekdays=st.sets(st.sampled_from(WEEKDAYS)).map(tuple),
    month_by=st.sampled_from(["", GIVEN_DAY, LAST_DAY, LAST_WEEKDAY, *ORDINALS]),
    month_day=st.none() | st.integers(1, 31),
    month_weekday=st.sampled_from(["", *WEEKDAYS]),
    ends=st.sampled_from([NEVER, ON_A_DAY, AFTER]),
    until=st.none() | st.dates(date(1900, 1, 1)),
    count=st.none() | st.integers(2, 999_999),
)
def test_whatever_is_chosen_gives_a_rule_that_is_read_back(**chosen):
    text = write_rule(RuleChoices(**chosen))

    choices = read_choices(text)

    assert choices is not None
    assert write_rule(choices) == text
    assert read_rule(text).get("FREQ") == chosen["frequency"]


@pytest.mark.parametrize(
    ("until", "at", "last"),
    [
        ("20270630T220000Z", time(19, 30), date(2027, 6, 30)),
        ("20270630T183000Z", time(19, 30), date(2027, 6, 30)),  # the start of the last date itself
        ("20270630T182959Z", time(19, 30), date(2027, 6, 29)),
        ("20270630T230000Z", time(0, 30), date(2027, 6, 30)),  # 1 July in London, but too early
        ("20270701T000000", time(9), date(2027, 6, 30)),
        ("20270630T220000Z", None, date(2027, 6, 30)),
        ("00010101T000000Z", time(9), date(1, 1, 1)),
        ("99991231T235959Z", time(9), date.max),
    ],
)
def test_rule_that_ends_at_an_instant_is_chosen_by_its_last_day(until, at, last):
    choices = read_choices(f"FREQ=WEEKLY;UNTIL={until}", timezone="Europe/London", at=at)

    assert choices == RuleChoices("WEEKLY", ends=ON_A_DAY, until=last)


@given(
    until=st.builds(datetime.combine, st.dates(date(2027, 1, 1), date(2027, 12, 31)), st.times()),
    is_utc=st.booleans(),
    at=st.times(),
    timezone=st.sampled_from(["Europe/London", "America/New_York", "Pacific/Apia", "UTC"]),
)
def test_choices_of_a_rule_that_ends_at_an_instant_give_its_dates(until, is_utc, at, timezone):
    text = f"FREQ=DAILY;UNTIL={until:%Y%m%dT%H%M%S}{'Z' if is_utc else ''}"
    starts = datetime.combine(date(2026, 12, 20), at.replace(microsecond=0))

    chosen = write_rule(read_choices(text, timezone=timezone, at=starts.time()))

    days = [[*rule_dates(read_rule(rule), starts, timezone)] for rule in (text, chosen)]
    assert days[0] == days[1]
