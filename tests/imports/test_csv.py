"""Tables as people export them, read as the form of an event reads what is typed."""

import pytest
import time_machine
from django.utils.translation import override

from wagtail_lift.imports.csv_columns import guess_columns
from wagtail_lift.imports.csv_tables import delimiter_of, read_table
from wagtail_lift.imports.files import read_file
from wagtail_lift.imports.limits import Deadline, FileRefused
from wagtail_lift.pages.models import EventPage


@pytest.fixture(autouse=True)
def today(now):
    with time_machine.travel(now, tick=False):
        yield


def read(text, columns=None):
    content = text if isinstance(text, bytes) else text.encode()
    found, _table, fields = read_file(
        "events.csv",
        content,
        page_type=EventPage,
        timezone="Europe/London",
        deadline=Deadline(60),
        columns=columns,
    )
    return found, fields


def only(text, columns=None):
    (entry,) = read(text, columns)[0].entries
    return entry


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Title,Date,Start time,End time,Venue", "title start_date start_time end_time venue_name"),
        ("Titel;Datum;Beginn;Ende;Ort", "title start_date start_time end_time venue_name"),
        ("Subject,Start Date,Start Time,Location", "title start_date start_time venue_name"),
        ("Veranstaltung|Am|Uhrzeit|Straße", "title start_date start_time venue_address"),
        ("E-Mail\tName\tBeschreibung\tZielgruppe", "contact_email title body audience"),
    ],
)
def test_columns_are_guessed_in_english_and_german(header, fields):
    names = header.split(delimiter_of(header))

    assert guess_columns(names, EventPage) == fields.split()


def test_no_field_is_guessed_twice_and_what_is_not_known_is_left():
    assert guess_columns(["Title", "Name", "Colour", ""], EventPage) == ["title", "", "", ""]


def test_labels_of_the_form_are_known_in_the_language_of_the_person():
    with override("de"):
        assert guess_columns(["Beginnt am", "Zeitzone"], EventPage) == ["start_date", "timezone"]


@pytest.mark.parametrize(
    ("day", "at", "language"),
    [
        ("20/1/2027", "7pm", "en"),
        ("2027-01-20", "19:00", "en"),
        ("20 Jan 2027", "7 p.m.", "en"),
        ("20. Januar 2027", "19 Uhr", "de"),
        ("20.1.2027", "19.00", "de"),
    ],
)
def test_dates_are_read_as_in_the_form(day, at, language):
    with override(language):
        entry = only(f"title;start_date;start_time\nTalk;{day};{at}\n")

    assert entry.told == {"title": "Talk", "start_date": "2027-01-20", "start_time": "19:00"}


@pytest.mark.parametrize(
    "cell", ["2027-01-20T19:00:00", "2027-01-20 19:00", "20/1/2027 7pm", "20 January 2027, 7 pm"]
)
def test_day_and_time_of_one_cell_are_read(cell):
    entry = only(f'title;start\nTalk;"{cell}"\n')

    assert (entry.told["start_date"], entry.told["start_time"]) == ("2027-01-20", "19:00")


def test_values_of_each_kind_are_read():
    columns = ["title", "topics", "step_free", "attendance_mode", "booking_url", "body", "uid"]
    cells = ["Talk", "care; work", "Ja", "Online", "https://example.org/", "a < b", "7"]

    entry = only(";".join(columns) + "\n" + ";".join(f'"{cell}"' for cell in cells))

    assert entry.uid == "7"
    assert entry.told == {
        "title": "Talk",
        "topics": ["care", "work"],
        "step_free": True,
        "attendance_mode": "online",
        "booking_url": "https://example.org/",
        "booking_mode": "elsewhere",
        "body": "<p>a &lt; b</p>",
    }


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        ("start_date", "some day", "Starts on: “some day” is not a date."),
        ("start_date", "30/2/2027", "Starts on: There is no such day"),
        ("start_time", "late", "Starts at: “late” is not a time."),
        ("attendance_mode", "there", "Attendance: “there” is none of: "),
        ("step_free", "perhaps", "Step-free access: “perhaps” is neither yes nor no."),
        ("summary", '=HYPERLINK("https://x")', "Summary: “=HYPERLINK("),
    ],
)
def test_cell_that_is_not_understood_is_told_with_its_column(column, cell, fault):
    quoted = cell.replace('"', '""')

    entry = only(f'title,{column}\nTalk,"{quoted}"\n')

    assert (entry.title, entry.place) == ("Talk", "row 2")
    assert entry.faults[0].startswith(fault)


def test_mark_before_what_looks_like_a_formula_is_taken_off():
    assert only("title,contact_name\n'+1 talk,'@sam\n").told == {
        "title": "+1 talk",
        "contact_name": "@sam",
    }


def test_chosen_columns_count_and_unknown_ones_are_none():
    found, fields = read("title,date\nTalk,2027-01-20\n", ["summary", "owner"])

    assert fields == ["summary", ""]
    assert found.entries[0].told == {"summary": "Talk"}


def test_rows_are_numbered_as_in_a_spreadsheet_and_empty_ones_left():
    found, _ = read('title,summary\nOne,"a\nb"\n,\nTwo,c\nThree,d,e\n')

    assert [(e.title, e.place) for e in found.entries] == [
        ("One", "row 2"),
        ("Two", "row 4"),
        ("Three", "row 5"),
    ]
    assert found.entries[2].faults == ("The row has more cells than there are columns.",)


def test_row_is_known_again_by_title_and_start():
    first, second = only("title,date\nTalk,2027-01-20\n"), only("date,title\n20/1/2027,TALK\n")

    assert first.uid == second.uid
    assert only("title,date\nTalk,2027-01-21\n").uid != first.uid


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"PK\x03\x04", "spreadsheet or an archive"),
        (b"\xd0\xcf\x11\xe0", "spreadsheet or an archive"),
        (b"just one\ncolumn\n", "no table"),
        (b"a,b\n\0,c", "no text has"),
        (b'a,b\n"open', "quotation mark"),
        (b"a,b\n" + b"x" * 100_001 + b",y", "100,000 characters"),
        (b"a,b\n" + b"x" * 200_001 + b",y", "100,000 characters"),
        (b"a" * 100_001 + b",b\n", "100,000 characters"),
        (b"a," * 201 + b"b\n", "200 columns"),
        (b"a,b\n" + b"x,y\n" * 10_001, "10,000"),
        (b"x" * (5 * 1024 * 1024 + 1), "5 MB"),
        (b"a,b\n\x81\x8d", "no text has"),
    ],
)
def test_hostile_file_is_refused_in_words(content, words):
    with pytest.raises(FileRefused, match=words):
        read_table(content, Deadline(60))


def test_reading_ends_in_time():
    ticks = iter(range(1000))

    with pytest.raises(FileRefused, match="10 seconds"):
        read_table(b"a,b\n" + b"x,y\n" * 5_000, Deadline(5, lambda: next(ticks)))
