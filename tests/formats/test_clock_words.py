"""Days, hours and zones in words: in the reader's language."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from wagtail_lift.formats.clock_words import (
    clock_for_editors,
    clock_in_words,
    day_in_words,
    day_of_year_in_words,
    end_in_words,
    has_half_days,
    month_in_words,
    start_in_words,
    zone_in_words,
)

AT = datetime(2027, 3, 1, 19, 30, tzinfo=UTC)


def in_words(language: str) -> tuple[str, str, str]:
    """Return day, month and clock of an instant in a language."""
    with translation.override(language):
        return day_in_words(AT), month_in_words(AT), clock_in_words(AT)


def test_words_follow_the_language_each_time_they_are_asked_for():
    english = ("Monday 1 March 2027", "March", "7:30 p.m.")
    french = ("lundi 1 mars 2027", "mars", "19:30")

    assert [in_words(language) for language in ("en", "fr", "en")] == [english, french, english]


def test_clock_keeps_minutes_and_seconds_apart():
    with translation.override("en"):
        assert clock_in_words(AT.replace(minute=31)) == "7:31 p.m."
        assert clock_in_words(AT) == "7:30 p.m."


def test_day_takes_a_date_as_well():
    with translation.override("en"):
        assert day_in_words(date(2027, 3, 1)) == day_in_words(AT)


def test_zone_is_named_by_its_clocks_at_that_time():
    london = ZoneInfo("Europe/London")
    summer = AT.replace(month=7)

    with translation.override("en"):
        named = [zone_in_words(at.astimezone(london), "Europe/London") for at in (AT, summer)]
        assert named == ["London time (GMT)", "London time (BST)"]
        assert zone_in_words(AT, "UTC") == "UTC"
        kathmandu = AT.astimezone(ZoneInfo("Asia/Kathmandu"))
        assert zone_in_words(kathmandu, "Asia/Kathmandu") == "Kathmandu time (UTC+0545)"


def test_editors_read_24_hours_in_every_language():
    with translation.override("en"):
        assert clock_for_editors(AT) == "19:30"
        assert end_in_words(AT, clock_for_editors) == "19:30"
        assert end_in_words(AT.replace(hour=0, minute=0), clock_for_editors) == "midnight"


@pytest.mark.parametrize(
    ("language", "midnight", "one", "half_days"),
    [
        ("en", "12 a.m.", "1 a.m.", True),
        ("en-gb", "12 a.m.", "1 a.m.", True),
        ("de", "00:00", "01:00", False),
        ("cs", "0:00", "1:00", False),
    ],
)
def test_start_at_midnight_is_written_as_the_language_writes_other_times(
    language, midnight, one, half_days
):
    at = AT.replace(hour=0, minute=0)

    with translation.override(language):
        told = [start_in_words(at), start_in_words(at.replace(hour=1)), has_half_days()]

    assert told == [midnight, one, half_days]


def test_letters_that_a_language_adds_to_its_times_are_no_half_days(monkeypatch):
    monkeypatch.setattr("wagtail_lift.formats.clock_words.get_format", lambda *_, **__: r"G \h i")

    assert not has_half_days()


def test_day_of_the_year_has_its_weekday():
    with translation.override("en"):
        assert day_of_year_in_words(AT) == "Monday 1 March"
