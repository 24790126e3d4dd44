"""How a calendar is told the clocks of a zone."""

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from ...domain.timezones import ClockChange, clock_changes


def vtimezone(timezone: str, first_year: int, last_year: int) -> str:
    """Return the VTIMEZONE of a zone for these years, ended by CRLF.

    Each change of the clocks is a component of its own, with its onset in the time before the
    change: some readers know one onset for each only, and ``icalendar`` writes the onset of
    spring in the time after it (as of 7.3).
    """
    component = Timezone()
    component.add("TZID", timezone)
    for change in clock_changes(timezone, first_year, last_year):
        component.add_component(_observance(change))
    return str(component.to_ical(), "utf-8")


def _observance(change: ClockChange) -> TimezoneDaylight | TimezoneStandard:
    observance = TimezoneDaylight() if change.is_daylight else TimezoneStandard()
    observance.add("DTSTART", change.local)
    observance.add("TZOFFSETFROM", change.offset_from)
    observance.add("TZOFFSETTO", change.offset_to)
    observance.add("TZNAME", change.name)
    return observance
