"""When a planned date is, in one sentence for editors.

"Wednesday 20 January 2027, 12:30 to 14:00, 1 h 30 min", with the zone if it is not the site's.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext, ngettext

from ..domain.months import Span
from ..domain.schedule import zone
from .clock_words import (
    clock_for_editors,
    day_in_words,
    day_of_year_in_words,
    end_in_words,
    zone_in_words,
)

_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def begin_in_words(start: datetime) -> str:
    """Return the day and time of a start."""
    return _day_and_clock(day_in_words(start), clock_for_editors(start))


def finish_in_words(start: datetime, end: datetime) -> str:
    """Return the time of an end, with its day if that is not the day of the start."""
    last_day = Span(None, start, end).last_day
    clock = end_in_words(end, clock_for_editors)
    if last_day == start.date():
        return clock
    is_same_year = last_day.year == start.year
    return _day_and_clock(
        day_of_year_in_words(last_day) if is_same_year else day_in_words(last_day), clock
    )


def when_in_words(start: datetime, end: datetime, elapsed: timedelta) -> str:
    """Return when a date is, in wall-clock times, and how long it lasts.

    ``elapsed`` differs from what the clocks show if they change in between. From a day on, the
    clocks count.
    """
    return gettext("%(start)s to %(end)s, %(length)s") % {
        "start": begin_in_words(start),
        "end": finish_in_words(start, end),
        "length": length_in_words(elapsed if elapsed < _DAY else end - start),
    }


def in_its_zone(words: str, starts_at: datetime, timezone: str) -> str:
    """Return words about a date that starts at that instant; its zone if it is not the site's."""
    if timezone == settings.TIME_ZONE:
        return words
    named = zone_in_words(starts_at.astimezone(zone(timezone)), timezone)
    return gettext("%(when)s, %(zone)s") % {"when": words, "zone": named}


def length_in_words(length: timedelta) -> str:
    """Return a length: "45 min", "1 h 30 min", "2 days", "1 day 3 h". Seconds are left out."""
    days, rest = divmod(length, _DAY)
    hours, rest = divmod(rest, _HOUR)
    minutes = rest // _MINUTE
    parts = [
        (days, ngettext("%(count)d day", "%(count)d days", days)),
        (hours, gettext("%(count)d h")),
        (minutes, gettext("%(count)d min")),
    ]
    told = [words % {"count": count} for count, words in parts if count]
    return " ".join(told) or gettext("%(count)d min") % {"count": 0}


def _day_and_clock(day: str, clock: str) -> str:
    return gettext("%(day)s, %(clock)s") % {"day": day, "clock": clock}
