"""Entries of calendars: what they say, however hostile the words are."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calendars.icalendar.reading import entries, text_of, unfolded
from wagtail_lift.calendars.icalendar import (
    CalendarDate,
    CalendarWords,
    EntryFiller,
    calendar_end,
    calendar_start,
    content_hash,
    render_entry,
)
from wagtail_lift.formats.text import one_line, plain

DATE = CalendarDate(
    uid=UUID(int=7),
    sequence=3,
    state="scheduled",
    starts_at=datetime(2027, 6, 1, 11, 30, tzinfo=UTC),
    ends_at=datetime(2027, 6, 1, 13, 0, tzinfo=UTC),
    timezone="Europe/London",
)
WORDS = CalendarWords(title="Tea", description="Come as you are.", location="The Loft")
CHANGED_AT = datetime(2026, 11, 23, 12, 0, 0, 999, tzinfo=UTC)
HOSTILE = '; , : \\ " \r\nATTENDEE:x\nEND:VEVENT\u2028\x00\x1a\x1b\x07é€🎈 ' * 9


def filled(date=DATE, words=WORDS, path="tea/") -> str:
    entry = EntryFiller("https://example.org/").fill(render_entry(date, words), path, CHANGED_AT)
    start = calendar_start(name="Tea", url="https://a.org", zones=["Europe/London"])
    return f"{start}{entry}{calendar_end()}"


def entry_of(date=DATE, words=WORDS, path="tea/") -> dict[str, str]:
    return entries(filled(date, words, path))[0]


def test_entry_names_each_thing_once():
    assert entry_of() == {
        "UID": "00000000-0000-0000-0000-000000000007@wagtail-lift",
        "SEQUENCE": "3",
        "DTSTAMP": "20261123T120000Z",
        "LAST-MODIFIED": "20261123T120000Z",
        "DTSTART;TZID=Europe/London": "20270601T123000",
        "DTEND;TZID=Europe/London": "20270601T140000",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "URL": "https://example.org/tea/",
        "SUMMARY": "Tea",
        "DESCRIPTION": r"Come as you are.\n\nhttps://example.org/tea/",
        "LOCATION": "The Loft",
    }


def test_entry_without_words_is_still_an_entry():
    entry = entry_of(words=CalendarWords("", "", ""))

    assert (entry["SUMMARY"], entry["DESCRIPTION"]) == ("", "https://example.org/tea/")
    assert not {"LOCATION", "ORGANIZER", "CATEGORIES"} & set(entry)


@pytest.mark.parametrize(
    ("name", "email", "expected"),
    [
        ("Ada", "ada@example.org", {'ORGANIZER;CN="Ada"': "mailto:ada@example.org"}),
        ("", "ada@example.org", {"ORGANIZER": "mailto:ada@example.org"}),
        ("Ada", "", {'ORGANIZER;CN="Ada"': "invalid:nomail"}),
        ("", "", {}),
    ],
)
def test_organiser_has_a_name_an_address_or_both(name, email, expected):
    entry = entry_of(words=replace(WORDS, organiser_name=name, organiser_email=email))

    found = {key.replace("CN=Ada", 'CN="Ada"'): entry[key] for key in entry if "ORG" in key}
    assert found == expected


@pytest.mark.parametrize(
    "timezone", ["UTC", "Nowhere/Land", "Europe/London;X=1", "Europe/London\r\nX:1"]
)
def test_times_without_a_zone_that_can_be_told_are_in_utc(timezone):
    entry = entry_of(replace(DATE, timezone=timezone))

    assert (entry["DTSTART"], entry["DTEND"]) == ("20270601T113000Z", "20270601T130000Z")


def test_hostile_words_stay_words():
    words = CalendarWords(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "", (HOSTILE, "b"))

    text = filled(words=words)

    (entry,) = entries(text)
    description = text_of(entry["DESCRIPTION"])
    assert text_of(entry["SUMMARY"]) == text_of(entry["LOCATION"]) == one_line(HOSTILE)
    assert description == f"{plain(HOSTILE)}\n\nhttps://example.org/tea/"
    names = [line.partition(":")[0].partition(";")[0] for line in unfolded(text)]
    assert names.count("ATTENDEE") == 0
    assert names.count("END") == names.count("BEGIN") == 5


def test_long_addresses_are_folded_and_read_whole():
    path = f"{'a-long-slug/' * 30}?date=2027-06-01"

    entry = entry_of(path=path)

    assert entry["URL"] == f"https://example.org/{path}"
    assert entry["DESCRIPTION"].endswith(rf"\n\nhttps://example.org/{path}")


@pytest.mark.parametrize("length", range(40, 80))
def test_text_of_any_length_is_followed_by_the_address(length):
    entry = entry_of(words=replace(WORDS, description="é" * length))

    assert entry["DESCRIPTION"] == "é" * length + r"\n\nhttps://example.org/tea/"


@settings(max_examples=60)
@given(
    title=st.text(max_size=90),
    description=st.text(max_size=300),
    location=st.text(max_size=90),
    name=st.text(max_size=90),
)
def test_every_line_fits_and_every_word_is_read_as_it_was_written(
    title, description, location, name
):
    entry = entry_of(words=CalendarWords(title, description, location, name, "a@b.org"))

    assert text_of(entry["SUMMARY"]) == one_line(title)
    assert text_of(entry.get("LOCATION", "")) == one_line(location)
    assert text_of(entry["DESCRIPTION"]).startswith(plain(description).lstrip("\n"))


@pytest.mark.parametrize(
    "other",
    [
        (replace(DATE, sequence=4), WORDS),
        (replace(DATE, query="?date=2027-06-01"), WORDS),
        (replace(DATE, state="cancelled"), WORDS),
        (DATE, replace(WORDS, title="Tee")),
        (DATE, replace(WORDS, categories=("a",))),
    ],
)
def test_content_hash_follows_the_content(other):
    assert content_hash(DATE, WORDS) == content_hash(replace(DATE), replace(WORDS))
    assert content_hash(*other) != content_hash(DATE, WORDS)
