"""What strict readers refuse is found by the rules that stand in for them."""

import pytest

from tests.calendars.icalendar.strict import complaints
from tests.calendars.icalendar.test_entry import DATE, HOSTILE, filled
from wagtail_lift.calendars.icalendar import CalendarWords, calendar_end, calendar_start

EMPTY = f"{calendar_start(name='Tea', url='https://a.org', zones=())}{calendar_end()}"
TOLD = filled()


@pytest.mark.parametrize("text", [EMPTY, TOLD])
def test_calendars_are_valid(text):
    assert complaints(text) == []


def test_hostile_words_leave_a_calendar_valid():
    words = CalendarWords(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "a@b.org", (HOSTILE,))

    assert complaints(filled(DATE, words)) == []


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", "no component"),
        (TOLD.replace("CALSCALE", "METHOD:PUBLISH\r\nCALSCALE"), "METHOD without ORGANIZER"),
        (TOLD.replace("STATUS:CONFIRMED", "STATUS:POSTPONED"), "unknown STATUS"),
        (TOLD.replace("SEQUENCE", "SUMMARY:a\r\nSEQUENCE"), "2 times SUMMARY"),
        (TOLD.replace("DTSTAMP:", "X-STAMP:"), "0 times DTSTAMP"),
        (TOLD.replace("TZID:Europe/London", "TZID:Europe/Paris"), "is not told"),
    ],
)
def test_rules_find_what_is_wrong(broken, complaint):
    assert any(found.endswith(complaint) for found in complaints(broken))
