"""Readers that are not ours find every instant that we tell, in every zone that we offer."""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from icalendar import Calendar

from tests.calendars.icalendar import outlook
from tests.calendars.icalendar.reading import instants
from wagtail_lift.calendars.icalendar import (
    CalendarDate,
    CalendarWords,
    EntryFiller,
    calendar_end,
    calendar_start,
    render_entry,
)
from wagtail_lift.domain.instants import timezone_names
from wagtail_lift.domain.timezones import ClockChange, clock_changes

TODAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WORDS = CalendarWords(title="Tea", description="", location="")
AROUND_A_CHANGE = [timedelta(minutes=m) for m in (-121, -1, 1, 31, 61)]
LONG_AGO_AND_FAR_AHEAD = [datetime(y, m, 20, 12, tzinfo=UTC) for y in (1971, 2035) for m in (1, 7)]


def meetings(timezone: str) -> list[tuple[datetime, datetime]]:
    """Return meetings of a year either side of today, around each change, and of other times."""
    starts = [TODAY + timedelta(days=day, minutes=day) for day in range(-365, 366, 73)]
    for change in clock_changes(timezone, TODAY.year - 1, TODAY.year + 1):
        instant = (change.local - change.offset_from).replace(tzinfo=UTC)
        if abs(instant - TODAY) < timedelta(days=365):
            starts += [instant + offset for offset in AROUND_A_CHANGE]
    starts += LONG_AGO_AND_FAR_AHEAD
    return [(start, start + timedelta(minutes=90)) for start in starts]


def calendar(timezone: str, told: list[tuple[datetime, datetime]]) -> str:
    dates = [
        CalendarDate(UUID(int=n), 0, "scheduled", start, end, timezone)
        for n, (start, end) in enumerate(told)
    ]
    zones = [timezone] if timezone != "UTC" else []
    entries = [EntryFiller("https://a.org/").fill(render_entry(d, WORDS), "", TODAY) for d in dates]
    start = calendar_start(name="Tea", url="https://a.org/", zones=zones)
    return f"{start}{''.join(entries)}{calendar_end()}"


@pytest.fixture(scope="module")
def told():
    """What is told of each zone, and the calendar that tells it."""
    zones = {timezone: meetings(timezone) for timezone in timezone_names()}
    return {timezone: (pairs, calendar(timezone, pairs)) for timezone, pairs in zones.items()}


@pytest.mark.slow
def test_dateutil_reads_every_instant_in_every_zone(told):
    wrong = {zone: pairs for zone, (pairs, text) in told.items() if instants(text) != pairs}

    assert len(told) > 400
    assert wrong == {}


def test_outlook_reads_every_instant_in_every_zone(told):
    wrong = {
        zone: pairs for zone, (pairs, text) in told.items() if list(outlook.instants(text)) != pairs
    }

    assert wrong == {}


@pytest.mark.slow
def test_icalendar_reads_every_instant_in_every_zone(told):
    wrong = [zone for zone, (pairs, text) in told.items() if by_icalendar(text) != pairs]

    assert wrong == []


def by_icalendar(text: str) -> list[tuple[datetime, datetime]]:
    """Return start and end of each entry as icalendar reads them, by the clocks that we tell."""
    calendar = Calendar.from_ical(text)
    clocks = {c["TZID"]: c.to_tz(lookup_tzid=False) for c in calendar.walk("VTIMEZONE")}

    def instant(value):
        local = value.dt
        if "TZID" in value.params:
            local = local.replace(tzinfo=clocks[value.params["TZID"]])
        return local.astimezone(UTC)

    return [(instant(e["DTSTART"]), instant(e["DTEND"])) for e in calendar.walk("VEVENT")]


def test_icaljs_reads_every_instant_in_every_zone(icaljs, told):
    read = icaljs([text for _, text in told.values()])

    found = dict(zip(told, read, strict=True))
    expected = {
        timezone: [[int(start.timestamp()), int(end.timestamp())] for start, end in pairs]
        for timezone, (pairs, _) in told.items()
    }
    assert [zone for zone in told if found[zone] != expected[zone]] == []


def test_readers_would_notice_clocks_that_are_wrong(icaljs, told):
    pairs, text = told["Europe/Amsterdam"]
    wrong = text.replace("BYDAY=-1SU;BYMONTH=3", "BYDAY=-1MO;BYMONTH=3")

    assert wrong != text
    assert instants(wrong) != pairs
    assert by_icalendar(wrong) != pairs
    assert list(outlook.instants(wrong)) != pairs
    assert icaljs([wrong]) != icaljs([text])


def test_outlook_would_misread_a_component_for_each_change(told):
    pairs, text = told["Europe/Amsterdam"]
    changes = clock_changes("Europe/Amsterdam", TODAY.year - 1, TODAY.year + 1)
    clocks = "".join(one_component(change) for change in changes)
    rules = re.compile("BEGIN:STANDARD.*END:DAYLIGHT\r\n", re.DOTALL)

    each_change = rules.sub(clocks, text)

    assert each_change.count("BEGIN:DAYLIGHT") == 3
    assert list(outlook.instants(each_change)) != pairs


def one_component(change: ClockChange) -> str:
    """Return a component of its own for a change of Amsterdam's clocks."""
    name = "DAYLIGHT" if change.offset_to > change.offset_from else "STANDARD"
    offsets = [
        f"+0{offset // timedelta(hours=1)}00" for offset in (change.offset_from, change.offset_to)
    ]
    lines = (
        f"BEGIN:{name}",
        f"DTSTART:{change.local:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{offsets[0]}",
        f"TZOFFSETTO:{offsets[1]}",
        f"END:{name}",
    )
    return "".join(f"{line}\r\n" for line in lines)


@pytest.mark.parametrize(
    "timezone",
    [
        "America/New_York",
        "America/St_Johns",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Europe/London",
        "Pacific/Apia",
    ],
)
def test_most_times_are_told_in_the_events_own_zone(timezone):
    text = calendar(timezone, meetings(timezone)[:11])

    assert text.count(f"DTSTART;TZID={timezone}:") == 11
