"""A rule in words, in English and German."""

from datetime import date, time

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.events.rule_words import rule_in_words

TUESDAY = date(2027, 6, 15)
SENTENCES = [
    ("FREQ=DAILY", "every day", "jeden Tag"),
    ("FREQ=DAILY;INTERVAL=3", "every 3 days", "alle 3 Tage"),
    ("FREQ=DAILY;BYDAY=TU,MO", "every Monday and Tuesday", "jeden Montag und Dienstag"),
    ("FREQ=WEEKLY", "every Tuesday", "jeden Dienstag"),
    ("FREQ=WEEKLY;WKST=MO;INTERVAL=1", "every Tuesday", "jeden Dienstag"),
    (
        "FREQ=WEEKLY;BYDAY=SA,TU,TH",
        "every Tuesday, Thursday and Saturday",
        "jeden Dienstag, Donnerstag und Samstag",
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "every week, Monday to Friday",
        "jede Woche von Montag bis Freitag",
    ),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day", "jeden Tag"),
    ("FREQ=WEEKLY;INTERVAL=2", "every 2 weeks on Tuesday", "alle 2 Wochen am Dienstag"),
    ("FREQ=MONTHLY", "on the 15th of every month", "am 15. jedes Monats"),
    ("FREQ=MONTHLY;BYMONTHDAY=1", "on the 1st of every month", "am 1. jedes Monats"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-1,22",
        "on the 22nd and last day of every month",
        "am 22. und letzten Tag jedes Monats",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of every month", "am letzten Tag jedes Monats"),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "on the last weekday of every month (Monday to Friday)",
        "am letzten Werktag jedes Monats (Montag bis Freitag)",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYSETPOS=-1;BYDAY=FR,MO,TU,WE,TH",
        "every 2 months on the last weekday (Monday to Friday)",
        "alle 2 Monate am letzten Werktag (Montag bis Freitag)",
    ),
    ("FREQ=MONTHLY;INTERVAL=3", "every 3 months on the 15th", "alle 3 Monate am 15."),
    (
        "FREQ=MONTHLY;BYDAY=2TU",
        "every second Tuesday of the month",
        "jeden zweiten Dienstag im Monat",
    ),
    (
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=+02",
        "every second Tuesday of the month",
        "jeden zweiten Dienstag im Monat",
    ),
    ("FREQ=MONTHLY;BYDAY=-1FR", "every last Friday of the month", "jeden letzten Freitag im Monat"),
    (
        "FREQ=MONTHLY;BYDAY=3TU,+1TU",
        "every first and third Tuesday of the month",
        "jeden ersten und dritten Dienstag im Monat",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1MO,3TH",
        "every first Monday and third Thursday of the month",
        "jeden ersten Montag und dritten Donnerstag im Monat",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU",
        "every 2 months on the second Tuesday",
        "alle 2 Monate am zweiten Dienstag",
    ),
    ("FREQ=MONTHLY;BYDAY=TU", "every Tuesday", "jeden Dienstag"),
    ("FREQ=YEARLY", "every year on June 15", "jedes Jahr am 15. Juni"),
    ("FREQ=YEARLY;INTERVAL=4", "every 4 years on June 15", "alle 4 Jahre am 15. Juni"),
    (
        "FREQ=YEARLY;BYMONTH=12,1;BYMONTHDAY=24",
        "every year on January 24 and December 24",
        "jedes Jahr am 24. Januar und 24. Dezember",
    ),
    (
        "FREQ=YEARLY;BYMONTH=6;BYDAY=2TU",
        "every year on the second Tuesday of June",
        "jedes Jahr am zweiten Dienstag im Juni",
    ),
    ("FREQ=WEEKLY;COUNT=4", "every Tuesday, 4 times", "jeden Dienstag, 4-mal"),
    (
        "FREQ=MONTHLY;BYDAY=2TU,2TU,+2TU",
        "every second Tuesday of the month",
        "jeden zweiten Dienstag im Monat",
    ),
    (
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,1",
        "every first Tuesday of the month",
        "jeden ersten Dienstag im Monat",
    ),
    ("FREQ=DAILY;BYMONTH=6", "on certain days of the year", "an bestimmten Tagen des Jahres"),
    ("FREQ=WEEKLY;BYMONTHDAY=1", "on certain days of the month", "an bestimmten Tagen des Monats"),
    (
        "FREQ=WEEKLY;UNTIL=20270901",
        "every Tuesday, until Sept. 1, 2027",
        "jeden Dienstag, bis 1. September 2027",
    ),
    (
        "FREQ=WEEKLY;UNTIL=20270831T233000Z",
        "every Tuesday, until Sept. 1, 2027",
        "jeden Dienstag, bis 1. September 2027",
    ),
    ("FREQ=WEEKLY;BYMONTH=6", "on certain days of the year", "an bestimmten Tagen des Jahres"),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "on certain days of the month",
        "an bestimmten Tagen des Monats",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=1,-2,-1",
        "on certain days of the month",
        "an bestimmten Tagen des Monats",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "on certain days of the month",
        "an bestimmten Tagen des Monats",
    ),
    (
        "FREQ=YEARLY;BYWEEKNO=20;COUNT=3",
        "on certain days of the year, 3 times",
        "an bestimmten Tagen des Jahres, 3-mal",
    ),
    ("", "", ""),
    ("FREQ=HOURLY", "", ""),
    ("nonsense", "", ""),
]

VALUES = {
    "BYDAY": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
    "BYMONTHDAY": ["1", "+15", "29", "31", "-1", "-31"],
    "BYMONTH": ["1", "02", "6", "12"],
    "BYSETPOS": ["1", "-1", "+2", "-02", "40"],
    "BYYEARDAY": ["1", "-366"],
    "BYWEEKNO": ["20", "-53"],
}


@pytest.mark.parametrize(("rule", "english", "german"), SENTENCES)
def test_rule_is_told_in_a_sentence(rule, english, german):
    told = []
    for language in ("en", "de"):
        with override(language):
            told.append(rule_in_words(rule, TUESDAY, "Europe/London"))

    assert told == [english, german]


@pytest.mark.parametrize(
    ("until", "last"),
    [("20270701T090000Z", "30 Jun 2027"), ("20270701T183000Z", "1 Jul 2027")],
)
def test_rule_that_ends_at_an_instant_is_told_by_its_last_day(until, last):
    rule = f"FREQ=WEEKLY;UNTIL={until}"

    with override("en-gb"):
        words = rule_in_words(rule, TUESDAY, "Europe/London", at=time(19, 30))

    assert words == f"every Tuesday, until {last}"


@given(
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    parts=st.dictionaries(
        st.sampled_from([*VALUES]), st.lists(st.integers(0, 5), min_size=1, max_size=7, unique=True)
    ),
    first_day=st.dates(),
)
def test_every_rule_is_told(frequency, parts, first_day):
    chosen = {name: [VALUES[name][n % len(VALUES[name])] for n in at] for name, at in parts.items()}
    lines = [f"{name}={','.join(dict.fromkeys(values))}" for name, values in chosen.items()]

    words = rule_in_words(";".join([f"FREQ={frequency}", *lines]), first_day, "Europe/London")

    assert words
    assert "%" not in words
