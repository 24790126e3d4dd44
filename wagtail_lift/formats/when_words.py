"""When a planned date is, in one sentence for editors.

"Wednesday 20 January 2027, 12:30 to 14:00, 1 h 30 min", with the zone if it is not the site's.
"""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext, ngettext, pgettext

from ..domain.instants import zone
from ..domain.months import Span
from ..domain.when import When
from ..enums import Hours
from .clock_words import (
    all_day_in_words,
    clock_for_editors,
    day_in_words,
    day_of_year_in_words,
    end_in_words,
    zone_in_words,
)

_SHORT_DAY = "D j M Y"
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


def days_in_words(first: date, last: date) -> str:
    """Return the days of a date that lasts all day."""
    if first == last:
        return _day_and_clock(day_in_words(first), all_day_in_words())
    words = {"first": day_in_words(first), "last": day_in_words(last)}
    return _day_and_clock(gettext("%(first)s to %(last)s") % words, all_day_in_words())


def open_in_words(start: datetime) -> str:
    """Return the day and time of a start whose end is open."""
    clock = pgettext("start of an event", "from %(time)s") % {"time": clock_for_editors(start)}
    return gettext("%(begin)s, open end") % {"begin": _day_and_clock(day_in_words(start), clock)}


def short_start(when: When | None) -> str:
    """Return a start in few words: "Sat 5 Dec 2026, 18:30", or that it lasts all day."""
    if when is None:
        return gettext("Date to come")
    day = format_date(when.starts, _SHORT_DAY)
    if when.is_all_day:
        return _day_and_clock(day, all_day_in_words())
    clock = clock_for_editors(when.starts)
    if when.hours == Hours.OPEN_END:
        clock = pgettext("start of an event", "from %(time)s") % {"time": clock}
    return _day_and_clock(day, clock)


def short_end(when: When) -> str:
    """Return an end in few words, with its day if that differs; empty if none is shown."""
    if when.is_all_day:
        one_day = when.last_day == when.first_day
        return "" if one_day else format_date(when.last_day, _SHORT_DAY)
    if when.ends is None:
        return ""
    clock = clock_for_editors(when.ends)
    is_same_day = when.ends.date() == when.first_day
    return clock if is_same_day else _day_and_clock(format_date(when.ends, _SHORT_DAY), clock)


def plain_start(when: When | None) -> str:
    """Return a start for a spreadsheet: a day, or a day and a time."""
    if when is None:
        return ""
    return f"{when.starts:%Y-%m-%d}" if when.is_all_day else f"{when.starts:%Y-%m-%d %H:%M}"


def plain_end(when: When | None) -> str:
    """Return an end for a spreadsheet: the last day, or a day and a time; empty if it is open."""
    if when is None or when.ends is None:
        return ""
    return f"{when.last_day:%Y-%m-%d}" if when.is_all_day else f"{when.ends:%Y-%m-%d %H:%M}"


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
