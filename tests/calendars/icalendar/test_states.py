"""Cancelled and postponed dates: nobody takes them for dates that hold, whatever they read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.calendars.icalendar.reading import text_of
from tests.calendars.icalendar.test_entry import DATE, WORDS, entry_of
from wagtail_lift.calendars.icalendar import content_hash

POSTPONED = replace(DATE, state="postponed")
CANCELLED = replace(DATE, state="cancelled")


def test_date_that_holds_says_nothing_of_its_state():
    entry = entry_of()

    assert (entry["SUMMARY"], entry["STATUS"]) == ("Tea", "CONFIRMED")
    assert text_of(entry["DESCRIPTION"]).startswith("Come as you are.")


def test_cancelled_date_says_so_and_keeps_its_time_to_be_recognised():
    entry = entry_of(CANCELLED)

    assert (entry["SUMMARY"], entry["STATUS"]) == ("Cancelled: Tea", "CANCELLED")
    assert text_of(entry["DESCRIPTION"]) == (
        "Cancelled: this date will not take place.\n\nCome as you are.\n\nhttps://example.org/tea/"
    )
    assert entry["DTSTART;TZID=Europe/London"] == "20270601T123000"


def test_postponed_date_says_so_and_tells_no_hours_but_in_words():
    entry = entry_of(POSTPONED)

    assert (entry["SUMMARY"], entry["STATUS"]) == ("Postponed: Tea", "TENTATIVE")
    assert text_of(entry["DESCRIPTION"]) == (
        "Postponed: this date does not hold. It was planned for Tuesday 1 June 2027, 12:30 p.m., "
        "London time (BST). The new date is to come.\n\nCome as you are.\n\n"
        "https://example.org/tea/"
    )
    assert entry["DTSTART;VALUE=DATE"] == "20270601"
    assert entry["DTEND;VALUE=DATE"] == "20270602"


@pytest.mark.parametrize(
    ("timezone", "starts_at", "ends_at", "days"),
    [
        ("Europe/London", (6, 1, 19), (6, 1, 23), ("20270601", "20270602")),  # until midnight
        ("Europe/London", (6, 1, 19), (6, 2, 0), ("20270601", "20270603")),  # until 1 o'clock
        ("Europe/London", (6, 1, 8), (6, 3, 16), ("20270601", "20270604")),
        ("Europe/London", (5, 31, 23), (6, 1, 0), ("20270601", "20270602")),
        ("Pacific/Auckland", (6, 1, 14), (6, 1, 16), ("20270602", "20270603")),
        ("America/New_York", (6, 1, 1), (6, 1, 3), ("20270531", "20270601")),
    ],
)
def test_days_of_a_postponed_date_are_those_of_its_zone(timezone, starts_at, ends_at, days):
    starts, ends = (datetime(2027, *parts, tzinfo=UTC) for parts in (starts_at, ends_at))

    entry = entry_of(replace(POSTPONED, timezone=timezone, starts_at=starts, ends_at=ends))

    assert (entry["DTSTART;VALUE=DATE"], entry["DTEND;VALUE=DATE"]) == days


@pytest.mark.parametrize("date", [CANCELLED, POSTPONED])
def test_state_is_said_in_the_language_of_the_page(date):
    german = entry_of(date, replace(WORDS, language="de"))

    assert german["SUMMARY"] in ("Abgesagt: Tea", "Verschoben: Tea")


@pytest.mark.parametrize("date", [CANCELLED, POSTPONED])
def test_state_is_content_in_its_words(date):
    hashes = {content_hash(date, replace(WORDS, language=code)) for code in ("en", "de")}

    assert len(hashes) == 2


def test_title_that_is_no_format_stays_as_it_is():
    entry = entry_of(CANCELLED, replace(WORDS, title="100 %(title)s"))

    assert entry["SUMMARY"] == "Cancelled: 100 %(title)s"
