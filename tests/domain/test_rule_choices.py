"""Between choices and text: what is chosen is read back, what cannot be chosen is not guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.recurrence import read_rule
from wagtail_lift.domain.rule_choices import (
    AFTER,
    GIVEN_DAY,
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
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=YEARLY;BYMONTH=6,7",
        "FREQ=DAILY;UNTIL=20261224T120000Z",
        "every Tuesday",
    ],
)
def test_rule_that_no_choices_give_is_not_guessed(text):
    assert read_choices(text) is None


@given(
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    interval=st.integers(1, 999),
    weekdays=st.sets(st.sampled_from(WEEKDAYS)).map(tuple),
    month_by=st.sampled_from(["", GIVEN_DAY, *ORDINALS]),
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
