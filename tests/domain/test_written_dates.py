"""A day is read as people write it, in their language and its order, or refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.written_dates import FIRST_YEAR, LAST_YEAR, read_date
from wagtail_lift.domain.written_words import NotUnderstood, date_words

TODAY = date(2026, 11, 30)  # a Monday
GERMAN_MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
GERMAN_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
AMERICAN = date_words(day_first=False)
BRITISH = date_words(day_first=True)
GERMAN = date_words(
    [*enumerate(GERMAN_MONTHS, start=1)], [*enumerate(GERMAN_DAYS), (2, "Mi"), (5, "Sa")]
)
FRENCH = date_words(
    [(1, "janvier"), (1, "janv."), (3, "mars"), (3, "mar"), (5, "mai")],
    [(1, "mardi"), (1, "mar"), (2, "mercredi")],
)
JAPANESE = date_words([(1, "1月"), (11, "11月")], [(2, "水曜日")], day_first=None)
POLISH = date_words(short_year_first=True)
TWENTIETH = date(2027, 1, 20)  # a Wednesday

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def code_of(text, words) -> str:
    with pytest.raises(NotUnderstood) as refused:
        read_date(text, words, TODAY)
    return refused.value.code


@pytest.mark.parametrize("words", [AMERICAN, BRITISH, GERMAN, JAPANESE])
@pytest.mark.parametrize(
    "text",
    [
        "2027-01-20",
        "2027/1/20",
        "2027.1.20",
        "20270120",
        "20/1/2027",
        "20.1.2027",
        "20. 1. 2027",
        "20-1-2027",
        "20–01–2027",
        "20 01 2027",
        "20/1/27",
        "1/20/2027",
        "20 January 2027",
        "20 Jan",
        "20-Jan-2027",
        "20th of January, 2027",
        "January 20, 2027",
        "Jan. 20",
        "Jan 20 27",
        "2027 January 20",
        "Wednesday 20 January 2027",
        "Wed, 20 Jan",
        "Wed. 20/1/2027",
        "2027年1月20日",
        "2027년 1월 20일",
        "２０／１／２０２７",
        "٢٠/١/٢٠٢٧",
        " 20 \u00a0January\t2027 ",
    ],
)
def test_day_with_one_reading_is_read_in_every_language(text, words):
    assert read_date(text, words, TODAY) == TWENTIETH


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("2/3/2027", AMERICAN, date(2027, 2, 3)),
        ("2/3/2027", BRITISH, date(2027, 3, 2)),
        ("2.3.2027", GERMAN, date(2027, 3, 2)),
        ("2/3", AMERICAN, date(2027, 2, 3)),
        ("2.3.", GERMAN, date(2027, 3, 2)),
        ("20/1", AMERICAN, TWENTIETH),
        ("3/3/2027", JAPANESE, date(2027, 3, 3)),
        ("20. Januar 2027", GERMAN, TWENTIETH),
        ("20. Mär", GERMAN, date(2027, 3, 20)),
        ("Mittwoch, den 20. Januar 2027", GERMAN, TWENTIETH),
        ("Mi 20.1.", GERMAN, TWENTIETH),
        ("20 janv. 2027", FRENCH, TWENTIETH),
        ("le 1er mai", FRENCH, date(2027, 5, 1)),
        ("mar 3 mai 2033", FRENCH, date(2033, 5, 3)),
        ("水曜日 20 1月 2027", JAPANESE, TWENTIETH),
        ("27-01-20", POLISH, TWENTIETH),
        ("27-01-20", BRITISH, date(2020, 1, 27)),
        ("20.01.27", POLISH, TWENTIETH),
    ],
)
def test_day_is_read_in_the_language_and_its_order(text, words, day):
    assert read_date(text, words, TODAY) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", 0),
        ("Tomorrow", 1),
        ("the day after tomorrow", 2),
        ("heute", 0),
        ("morgen", 1),
        ("Übermorgen", 2),
        ("ubermorgen", 2),
        ("demain", 1),
        ("aujourd’hui", 0),
        ("mañana", 1),
        ("tuesday", 1),
        ("Fri", 4),
        ("sunday", 6),
        ("monday", 7),
        ("30 Nov", 0),
        ("1 Dec", 1),
    ],
)
def test_day_counts_from_today(text, days):
    assert read_date(text, BRITISH, TODAY) == TODAY + timedelta(days=days)


def test_day_without_a_year_is_the_next_one():
    assert read_date("29 Nov", BRITISH, TODAY) == date(2027, 11, 29)
    assert read_date("29 Feb", BRITISH, TODAY) == date(2028, 2, 29)
    assert read_date("29 Feb", BRITISH, date(2096, 3, 1)) == date(2104, 2, 29)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("", BRITISH, "unread"),
        ("soon", BRITISH, "unread"),
        ("next wednesday", BRITISH, "unread"),
        ("20", BRITISH, "unread"),
        ("1430", BRITISH, "unread"),
        ("14:30", BRITISH, "unread"),
        ("20-1", BRITISH, "unread"),
        ("20.1.", AMERICAN, "unread"),
        ("20.1/2027", BRITISH, "unread"),
        ("January", BRITISH, "unread"),
        ("January 2027", BRITISH, "unread"),
        ("20 21 22 January", BRITISH, "unread"),
        ("2027 January 2028", BRITISH, "unread"),
        ("20 January 12:30", BRITISH, "unread"),
        ("20 January or so", BRITISH, "unread"),
        ("Wednesday soon", BRITISH, "unread"),
        ("2027-02-30", BRITISH, "no_such_day"),
        ("30/2/2027", BRITISH, "no_such_day"),
        ("2/30/2027", AMERICAN, "no_such_day"),
        ("2/30/2027", BRITISH, "no_such_day"),
        ("20/13/2027", BRITISH, "no_such_day"),
        ("20/20/2027", JAPANESE, "no_such_day"),
        ("0/1/2027", BRITISH, "no_such_day"),
        ("29 Feb 2027", BRITISH, "no_such_day"),
        ("30 Feb", BRITISH, "no_such_day"),
        ("31/4", BRITISH, "no_such_day"),
        ("20272001", BRITISH, "no_such_day"),
        ("12027-01-20", BRITISH, "year"),
        ("0207-01-20", BRITISH, "year"),
        ("20/1/202", BRITISH, "year"),
        ("1 2 7", BRITISH, "year"),
        ("20 January 1499", BRITISH, "year"),
        ("20 January 2201", BRITISH, "year"),
        ("Tuesday 20 January 2027", BRITISH, "weekday"),
        ("2/3/2027", JAPANESE, "order"),
    ],
)
def test_anything_else_is_refused(text, words, code):
    assert code_of(text, words) == code


@given(DAYS)
def test_every_day_is_read_back_however_it_is_written(day):
    german = f"{day.day}. {GERMAN_MONTHS[day.month - 1]} {day:%Y}"
    written = [
        (f"{day:%Y-%m-%d}", AMERICAN),
        (f"{day:%m/%d/%Y}", AMERICAN),
        (f"{day:%d/%m/%Y}", BRITISH),
        (f"{day:%A} {day.day} {day:%B %Y}", BRITISH),
        (f"{day:%a} {day.day} {day:%b %Y}", AMERICAN),
        (german, GERMAN),
        (f"{GERMAN_DAYS[day.weekday()]}, {german}", GERMAN),
    ]

    assert {read_date(text, words, TODAY) for text, words in written} == {day}


@given(DAYS, st.sampled_from([AMERICAN, BRITISH]))
def test_day_without_a_year_is_never_past(day, words):
    found = read_date(f"{day.day} {day:%B}", words, TODAY)

    assert found >= TODAY
    assert (found.month, found.day) == (day.month, day.day)


@given(st.text(max_size=30), st.sampled_from([AMERICAN, GERMAN, JAPANESE, POLISH]))
def test_any_text_is_read_or_refused(text, words):
    try:
        found = read_date(text, words, TODAY)
    except NotUnderstood:
        return
    assert FIRST_YEAR <= found.year <= LAST_YEAR
