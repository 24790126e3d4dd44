"""Time zones as VTIMEZONE components."""

from functools import lru_cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from ...domain.timezones import FIRST_YEAR, YearlyClocks, told_clocks

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@lru_cache(maxsize=1024)
def vtimezone(timezone: str) -> str:
    """Return the VTIMEZONE of a time zone, ending with CRLF; it does not depend on the entries.

    It has one STANDARD and at most one DAYLIGHT, each with a yearly rule for one weekday: Outlook
    reads nothing else ([MS-OXCICAL] section 2.1.3.1.1.19). ``can_be_told_locally`` says which times
    it covers. ``icalendar`` could write it, but gives the spring onset in the time after it (7.3).
    """
    component = Timezone()
    component.add("TZID", timezone)
    for clocks in told_clocks(timezone):
        component.add_component(_observance(clocks))
    return str(component.to_ical(), "utf-8")


def _observance(clocks: YearlyClocks) -> TimezoneDaylight | TimezoneStandard:
    observance = TimezoneDaylight() if clocks.is_daylight else TimezoneStandard()
    observance.add("DTSTART", clocks.onset(FIRST_YEAR))
    observance.add("TZOFFSETFROM", clocks.offset_from)
    observance.add("TZOFFSETTO", clocks.offset_to)
    observance.add("TZNAME", clocks.name)
    if clocks.week:
        day = f"{clocks.week}{_WEEKDAYS[clocks.weekday]}"
        observance.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": clocks.month, "BYDAY": day})
    return observance
