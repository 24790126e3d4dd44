"""A model of how Outlook reads the clocks of a calendar ([MS-OXCICAL] section 2.1.3.1.1.19).

It knows one change to standard time a year and one to daylight time, each on a weekday of a month,
and keeps of several components the last. Without a rule it takes the weekday of the onset.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.relativedelta import weekday as weekday_of

from tests.calendars.icalendar.reading import entries, unfolded

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Clocks = dict[str, dict[str, str]]


def clocks_of(text: str) -> dict[str, Clocks]:
    """Return STANDARD and DAYLIGHT of each zone, as their properties."""
    zones: dict[str, Clocks] = {}
    component: dict[str, str] = {}
    zone: Clocks = {}
    for line in unfolded(text):
        name, _, value = line.partition(":")
        if line == "BEGIN:VTIMEZONE":
            zone = {}
        elif name == "TZID":
            zones[value] = zone
        elif line in ("BEGIN:STANDARD", "BEGIN:DAYLIGHT"):
            component = zone[value] = {}
        elif line == "END:VTIMEZONE":
            component = {}
        else:
            component[name] = value
    return zones


def instants(text: str) -> Iterator[tuple[datetime, datetime]]:
    """Yield start and end (UTC) of each entry as Outlook understands them."""
    zones = clocks_of(text)
    for entry in entries(text):
        yield _instant(entry, "DTSTART", zones), _instant(entry, "DTEND", zones)


def _instant(entry: dict[str, str], name: str, zones: dict[str, Clocks]) -> datetime:
    key = next(k for k in entry if k.partition(";")[0] == name)
    timezone = key.partition("TZID=")[2]
    if not timezone:
        return datetime.strptime(entry[key], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    local = datetime.strptime(entry[key], "%Y%m%dT%H%M%S")  # noqa: DTZ007 -- on a wall
    return (local - _offset(zones[timezone], local)).replace(tzinfo=UTC)


def _offset(clocks: Clocks, local: datetime) -> timedelta:
    standard, daylight = clocks["STANDARD"], clocks.get("DAYLIGHT")
    if daylight is None:
        return _duration(standard["TZOFFSETTO"])
    begins, ends = (_onset(part)(local.year) for part in (daylight, standard))
    is_daylight = begins <= local < ends if begins < ends else not ends <= local < begins
    return _duration((daylight if is_daylight else standard)["TZOFFSETTO"])


def _onset(part: dict[str, str]) -> Callable[[int], datetime]:
    first = datetime.strptime(part["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007 -- on a wall
    month, day = first.month, first.weekday()
    week = (first.day + 6) // 7
    if "RRULE" in part:
        rule = dict(pair.split("=") for pair in part["RRULE"].split(";"))
        assert rule["FREQ"] == "YEARLY"
        assert set(rule) <= {"FREQ", "BYMONTH", "BYDAY"}
        month, day = int(rule["BYMONTH"]), WEEKDAYS.index(rule["BYDAY"][-2:])
        week = int(rule["BYDAY"][:-2])
    start = first.replace(day=1, month=month)
    if week in (-1, 5):
        last = relativedelta(day=31, weekday=weekday_of(day)(-1))
        return lambda year: start.replace(year=year) + last
    return lambda year: start.replace(year=year) + relativedelta(weekday=weekday_of(day)(week))


def _duration(offset: str) -> timedelta:
    size = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]))
    return -size if offset[0] == "-" else size
