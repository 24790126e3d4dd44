"""Days and times of day in the reader's language."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from django.utils.dateformat import format as format_date
from django.utils.formats import date_format, get_format
from django.utils.translation import gettext, pgettext

from ..domain.when import When
from ..enums import Hours

_HALF_DAYS = frozenset("PfghaA")
"""Letters of Django's date formats for a clock of twelve hours."""


def day_in_words(day: date) -> str:
    """Return a day with its weekday, in the reader's language."""
    # Translators: a Django date format, see the "date" template filter. "Monday 23 November 2026".
    return date_format(day, pgettext("date with weekday", "l j F Y"), use_l10n=True)


def day_of_year_in_words(day: date) -> str:
    """Return a day with its weekday and without its year, in the reader's language."""
    # Translators: a Django date format, see the "date" template filter. "Monday 23 November".
    form = pgettext("date with weekday, without year", "l j F")
    return date_format(day, form, use_l10n=True)


def month_in_words(day: date) -> str:
    """Return the month of a day in the reader's language, without a year."""
    return date_format(day, "F", use_l10n=True)


def month_and_year_in_words(day: date) -> str:
    """Return the month of a day with its year, in the reader's language."""
    return date_format(day, "YEAR_MONTH_FORMAT", use_l10n=True)


def clock_in_words(at: datetime) -> str:
    """Return a time of day in the reader's language, in the value's own time zone."""
    return date_format(at, "TIME_FORMAT", use_l10n=True)


def clock_for_editors(at: datetime) -> str:
    """Return a time of day as the admin writes it: on a clock of 24 hours, in every language."""
    return format_date(at, "H:i")


def has_half_days() -> bool:
    """Return whether the reader's language writes times of day with a.m. and p.m."""
    written = re.sub(r"\\.", "", get_format("TIME_FORMAT", use_l10n=True))
    return not _HALF_DAYS.isdisjoint(written)


def start_in_words(at: datetime) -> str:
    """Return the time of day of a start; midnight is 00:00 or 12 a.m., the beginning of its day."""
    is_midnight = at.time() == time(0, 0)
    if is_midnight and "P" in get_format("TIME_FORMAT", use_l10n=True):  # it would say "midnight"
        return date_format(at, "g a")
    return clock_in_words(at)


def from_in_words(at: datetime) -> str:
    """Return the time of day of a start whose end is open."""
    # Translators: "from 18:30": when an event starts, and that its end is open.
    return pgettext("start of an event", "from %(time)s") % {"time": start_in_words(at)}


def all_day_in_words() -> str:
    """Return that something lasts all day, to stand after its days."""
    return pgettext("after a day", "all day")


def times_in_words(starts: datetime, hours: str) -> str:
    """Return the time of day of a start, or that the date lasts all day."""
    if hours == Hours.ALL_DAY:
        return all_day_in_words()
    return from_in_words(starts) if hours == Hours.OPEN_END else start_in_words(starts)


def moment_in_words(when: When) -> str:
    """Return the day, the time of day and the zone of a start; of whole days, all of them."""
    day = day_in_words(when.first_day)
    if not when.is_all_day:
        zone_name = zone_in_words(when.starts, when.timezone)
        return f"{day}, {times_in_words(when.starts, when.hours)}, {zone_name}"
    if when.last_day != when.first_day:
        days = {"first": day, "last": day_in_words(when.last_day)}
        day = gettext("%(first)s to %(last)s") % days
    return f"{day}, {all_day_in_words()}"


def end_in_words(at: datetime, clock: Callable[[datetime], str] = clock_in_words) -> str:
    """Return the time of day of an end, to be shown with the day that it ends (``Span.last_day``).

    People read "Wednesday, midnight" as the end of Wednesday, so the end of a Tuesday is shown as
    midnight on that Tuesday.
    """
    return pgettext("end of a day", "midnight") if at.time() == time(0, 0) else clock(at)


def zone_in_words(at: datetime, timezone: str) -> str:
    """Return the name of a time zone for readers: its city, and its abbreviation at ``at``."""
    abbreviation = at.tzname() or ""
    if abbreviation[:1] in ("+", "-"):
        abbreviation = f"UTC{abbreviation}"
    if "/" not in timezone:
        return abbreviation or timezone
    city = timezone.rsplit("/", 1)[1].replace("_", " ")
    return gettext("%(city)s time (%(abbreviation)s)") % {
        "city": city,
        "abbreviation": abbreviation,
    }
