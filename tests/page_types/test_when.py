"""How typed dates and times are understood: a sentence, what to note, and what is wrong."""

from datetime import date, time

import pytest
import time_machine
from django.utils import translation

from wagtail_lift.page_types.when import ToldWhen, tell_when

TYPED = {
    "start_date": "20/1/2027",
    "start_time": "12:30",
    "end_date": "",
    "end_time": "2pm",
    "timezone": "UTC",
}
DAY = "Wednesday 20 January 2027"


@pytest.fixture(autouse=True)
def english_in_november():
    with translation.override("en"), time_machine.travel("2026-11-30T12:00:00Z", tick=False):
        yield


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, f"{DAY}, 12:30 to 14:00, 1 h 30 min"),
        ({"start_date": "20 Jan"}, f"{DAY}, 12:30 to 14:00, 1 h 30 min"),
        ({"timezone": ""}, f"{DAY}, 12:30 to 14:00, 1 h 30 min"),
        ({"timezone": "Europe/London"}, f"{DAY}, 12:30 to 14:00, 1 h 30 min, London time (GMT)"),
        (
            {"start_time": "22:00", "end_time": "1am"},
            f"{DAY}, 22:00 to Thursday 21 January, 01:00, 3 h",
        ),
        ({"start_time": "22:00", "end_time": "midnight"}, f"{DAY}, 22:00 to midnight, 2 h"),
        (
            {"end_date": "22 Jan 2027"},
            f"{DAY}, 12:30 to Friday 22 January, 14:00, 2 days 1 h 30 min",
        ),
        (dict.fromkeys(("start_date", "start_time", "end_time"), ""), "Date to come"),
        (
            {"start_date": date(2027, 1, 20), "start_time": time(12, 30), "end_time": time(14)},
            f"{DAY}, 12:30 to 14:00, 1 h 30 min",
        ),
    ],
)
def test_dates_that_are_understood_are_told_in_a_sentence(changes, sentence):
    assert tell_when({**TYPED, **changes}) == ToldWhen(sentence)


@pytest.mark.parametrize(
    ("changes", "sentence", "note"),
    [
        (
            {"end_time": ""},
            f"{DAY}, 12:30",
            "If you leave the end empty, it is 14:30.",
        ),
        (
            {"start_time": "23:15", "end_time": ""},
            f"{DAY}, 23:15",
            "If you leave the end empty, it is Thursday 21 January, 01:15.",
        ),
        ({"start_time": ""}, DAY, "Enter the time at which the event starts."),
        (
            {"start_time": "", "end_time": ""},
            DAY,
            "Enter the time at which the event starts.",
        ),
        ({"start_date": ""}, "", "Choose the date on which the event starts."),
        (
            {"start_date": "2027-03-28", "start_time": "1.30", "timezone": "Europe/London"},
            "Sunday 28 March 2027, 01:30 to 14:00, 11 h 30 min, London time (BST)",
            "The clocks go forward over this start time. It is read as that much later.",
        ),
    ],
)
def test_what_is_missing_or_read_otherwise_is_noted(changes, sentence, note):
    assert tell_when({**TYPED, **changes}) == ToldWhen(sentence, (note,))


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        (
            {"start_time": "7xm"},
            ["Starts at: “7xm” is not a time. Write for example 19:00 or 7 pm."],
        ),
        (
            {"end_date": "2027-02-30", "end_time": "25:00"},
            [
                "Ends on: There is no such day as “2027-02-30”. Check the day and the month.",
                "Ends at: “25:00” is not a time. Write for example 19:00 or 7 pm.",
            ],
        ),
        ({"end_date": "19/1/2027"}, ["The event must end after it starts."]),
        (
            {"timezone": "Mars/Olympus"},
            ["This time zone is not known. Choose a name such as Europe/London."],
        ),
    ],
)
def test_what_is_wrong_is_told_instead(changes, faults):
    assert tell_when({**TYPED, **changes}) == ToldWhen(faults=tuple(faults))


def test_field_that_somebody_types_in_is_not_found_fault_with():
    typed = {**TYPED, "start_date": "20/", "end_time": "soon"}

    told = tell_when(typed, typing="start_date")

    assert told.faults == ("Ends at: “soon” is not a time. Write for example 19:00 or 7 pm.",)
    assert tell_when({**TYPED, "start_date": "20/"}, typing="start_date") == ToldWhen()


def test_no_end_is_filled_in_where_the_form_needs_one():
    empty = dict.fromkeys(TYPED, "")

    told = tell_when({**TYPED, "end_time": ""}, needs_end=True)

    assert told == ToldWhen(DAY, ("Enter the time at which the event ends.",))
    assert tell_when(empty, needs_end=True) == ToldWhen()


def test_what_is_told_is_in_the_language_of_the_editor():
    typed = {**TYPED, "start_date": "20.1.2027", "start_time": "12.30 Uhr", "end_time": "14 Uhr"}

    with translation.override("de"):
        told = tell_when(typed)
        refused = tell_when({**typed, "end_time": "bald"})

    assert told == ToldWhen("Mittwoch, 20. Januar 2027, 12:30 bis 14:00, 1 Std. 30 Min.")
    assert refused.faults == (
        "Endet um: „bald“ ist keine Uhrzeit. Schreiben Sie zum Beispiel 19:00 oder 19 Uhr.",
    )
