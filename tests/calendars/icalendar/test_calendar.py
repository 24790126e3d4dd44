"""The calendar around its entries, which is valid without any."""

from tests.calendars.icalendar.reading import unfolded
from wagtail_lift.calendars.icalendar import calendar_end, calendar_start


def lines(zones=()) -> list[str]:
    start = calendar_start(name="Tea", url="https://a.org", zones=zones)
    return unfolded(f"{start}{calendar_end()}")


def test_calendar_without_entries_holds_a_component_and_no_method():
    assert lines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//wagtail_lift//wagtail_lift//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Tea",
        "X-WR-CALNAME:Tea",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "URL:https://a.org",
        "X-PUBLISHED-TTL:PT1H",
        "BEGIN:VTIMEZONE",
        "TZID:UTC",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZNAME:UTC",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
        "END:VCALENDAR",
    ]


def test_zone_has_one_rule_each_way():
    found = lines(["America/St_Johns"])

    assert found[found.index("BEGIN:VTIMEZONE") : -1] == [
        "BEGIN:VTIMEZONE",
        "TZID:America/St_Johns",
        "BEGIN:STANDARD",
        "DTSTART:19701101T020000",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
        "TZNAME:NST",
        "TZOFFSETFROM:-0230",
        "TZOFFSETTO:-0330",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700308T020000",
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "TZNAME:NDT",
        "TZOFFSETFROM:-0330",
        "TZOFFSETTO:-0230",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]
