"""How a language writes dates: its names, and its order of day and month."""

from datetime import date

import pytest
from django.conf import global_settings
from django.utils import translation
from django.utils.formats import date_format
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.written_dates import FIRST_YEAR, LAST_YEAR, read_date
from wagtail_lift.form_fields.date_words import is_day_first, words_of_language
from wagtail_lift.formats.clock_words import day_in_words

LANGUAGES = [code for code, _name in global_settings.LANGUAGES]
# Django's Armenian has the same word for three months.
NAMING_LANGUAGES = [code for code in LANGUAGES if code != "hy"]
TODAY = date(2026, 11, 30)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize(
    ("date_format", "expected"),
    [
        ("d.m.Y", True),
        ("m/d/Y", False),
        ("Y-m-d", None),
        ("N j, Y", False),
        (r"j \d\e F \d\e Y", True),
        (r"Y \m. E j \d.", None),
        ("%d/%m/%Y", True),
        ("%m/%d/%y", False),
        ("%-d %B %Y", True),
        ("%Y-%m-%d", None),
        ("F Y", None),
        ("", None),
    ],
)
def test_order_is_that_of_the_format(date_format, expected):
    assert is_day_first(date_format) is expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", False), ("en-gb", True), ("de", True), ("fr", True), ("sv", True), ("ja", None)],
)
def test_order_is_that_of_the_language(language, expected):
    with translation.override(language):
        assert words_of_language().day_first is expected


def test_order_is_that_of_the_field_if_it_has_one():
    with translation.override("en"):
        orders = [words_of_language(form).day_first for form in ("%d/%m/%Y", "%Y-%m-%d", None)]

    assert orders == [True, False, False]


def test_short_year_comes_first_where_the_language_writes_it_so():
    found = []
    for language in ("pl", "en-ca", "de"):
        with translation.override(language):
            found.append(words_of_language().short_year_first)

    assert found == [True, True, False]


@given(DAYS, st.sampled_from(LANGUAGES))
def test_date_in_numbers_is_read_back_in_every_language(day, language):
    with translation.override(language):
        written = [date_format(day, "SHORT_DATE_FORMAT"), f"{day:%Y-%m-%d}"]
        words = words_of_language()

    assert {read_date(text, words, TODAY) for text in written} == {day}


@given(DAYS, st.sampled_from(NAMING_LANGUAGES))
def test_date_in_words_is_read_back_in_every_language(day, language):
    with translation.override(language):
        written = [day_in_words(day), date_format(day, "j F Y")]
        words = words_of_language()

    assert {read_date(text, words, TODAY) for text in written} == {day}
