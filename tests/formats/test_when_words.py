"""When a date is, in a sentence for editors: day, times, length and, if it is another, the zone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from wagtail_lift.formats.when_words import (
    begin_in_words,
    finish_in_words,
    in_its_zone,
    length_in_words,
    when_in_words,
)

START = datetime.fromisoformat("2027-01-20 12:30")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("2027-01-20 14:00", "Wednesday 20 January 2027, 12:30 to 14:00, 1 h 30 min"),
        ("2027-01-21 00:00", "Wednesday 20 January 2027, 12:30 to midnight, 11 h 30 min"),
        (
            "2027-01-21 01:00",
            "Wednesday 20 January 2027, 12:30 to Thursday 21 January, 01:00, 12 h 30 min",
        ),
        (
            "2027-01-22 12:30",
            "Wednesday 20 January 2027, 12:30 to Friday 22 January, 12:30, 2 days",
        ),
        (
            "2028-01-01 12:30",
            "Wednesday 20 January 2027, 12:30 to Saturday 1 January 2028, 12:30, 346 days",
        ),
    ],
)
def test_sentence_names_the_days_the_times_and_the_length(end, words):
    ends = datetime.fromisoformat(end)

    assert when_in_words(START, ends, ends - START) == words


def test_sentence_is_in_the_language_of_the_editor():
    end = datetime.fromisoformat("2027-01-21 01:00")

    with translation.override("de"):
        words = when_in_words(START, end, end - START)

    assert words == (
        "Mittwoch, 20. Januar 2027, 12:30 bis Donnerstag, 21. Januar, 01:00, 12 Std. 30 Min."
    )


def test_length_is_that_of_the_clocks_from_a_day_on():
    """In a night in which the clocks go forward, 22:00 to 04:00 is five hours."""
    start = datetime.fromisoformat("2027-03-27 22:00")
    night, weekend = (datetime.fromisoformat(f"2027-03-{day} 04:00") for day in (28, 29))

    found = [
        when_in_words(start, end, end - start - timedelta(hours=1)) for end in (night, weekend)
    ]

    assert [words.rpartition(", ")[2] for words in found] == ["5 h", "1 day 6 h"]


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(0), "0 min"),
        (timedelta(seconds=59), "0 min"),
        (timedelta(minutes=45), "45 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(hours=1, minutes=30, seconds=15), "1 h 30 min"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=1, hours=3), "1 day 3 h"),
        (timedelta(days=2, minutes=5), "2 days 5 min"),
    ],
)
def test_length_is_told_in_days_hours_and_minutes(length, words):
    assert length_in_words(length) == words


def test_zone_is_named_if_it_is_not_that_of_the_site(settings):
    settings.TIME_ZONE = "Europe/Berlin"
    starts_at = datetime(2027, 1, 20, 12, 30, tzinfo=UTC)
    zones = ("Europe/Berlin", "Europe/London")

    named = [in_its_zone(begin_in_words(START), starts_at, zone) for zone in zones]

    assert named == [
        "Wednesday 20 January 2027, 12:30",
        "Wednesday 20 January 2027, 12:30, London time (GMT)",
    ]


def test_end_has_its_day_only_if_that_is_another():
    ends = [datetime.fromisoformat(f"2027-01-{end}") for end in ("20 14:00", "21 14:00")]

    assert [finish_in_words(START, end) for end in ends] == ["14:00", "Thursday 21 January, 14:00"]
