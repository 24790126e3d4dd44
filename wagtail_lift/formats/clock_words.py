"""Days and times of day in the words of the reader's language, each worked out once.

A page names the same few days, hours and zones again and again, and so does the next page.
"""

from datetime import date, datetime, time
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, pgettext

_A_DAY = date(2000, 1, 1)


def day_in_words(day: date) -> str:
    """Return a day with its weekday, in the reader's language."""
    return _day(get_language(), day.year, day.month, day.day)


def month_in_words(day: date) -> str:
    """Return the month of a day in the reader's language, without a year."""
    return _month(get_language(), day.month)


def clock_in_words(at: datetime) -> str:
    """Return a time of day in the reader's language, in the value's own zone."""
    return _clock(get_language(), at.hour, at.minute, at.second)


def start_in_words(at: datetime) -> str:
    """Return the time of day of a start; midnight as 00:00, which is the beginning of its day."""
    return "00:00" if at.time() == time(0, 0) else clock_in_words(at)


def end_in_words(at: datetime) -> str:
    """Return the time of day of an end, to be named with the day that it ends (``Span.last_day``).

    "Wednesday, midnight" is understood as the end of Wednesday, so the end of a Tuesday is told as
    midnight of that Tuesday.
    """
    return _end_of_day(get_language()) if at.time() == time(0, 0) else clock_in_words(at)


def zone_in_words(at: datetime, timezone: str) -> str:
    """Return the name of a zone for readers: its city, and what its clocks are called at ``at``."""
    return _zone(get_language(), at.tzname() or "", timezone)


@lru_cache(maxsize=4096)
def _day(language: str | None, year: int, month: int, day: int) -> str:
    # Translators: a Django date format, see the "date" template filter. "Monday 23 November 2026".
    form = pgettext("date with weekday", "l j F Y")
    return date_format(datetime(year, month, day), form, use_l10n=True)  # noqa: DTZ001 -- a day


@lru_cache(maxsize=512)
def _month(language: str | None, month: int) -> str:
    return date_format(_A_DAY.replace(month=month), "F", use_l10n=True)


@lru_cache(maxsize=4096)
def _clock(language: str | None, hour: int, minute: int, second: int) -> str:
    at = datetime.combine(_A_DAY, time(hour, minute, second))
    return date_format(at, "TIME_FORMAT", use_l10n=True)


@lru_cache(maxsize=64)
def _end_of_day(language: str | None) -> str:
    return pgettext("end of a day", "midnight")


@lru_cache(maxsize=512)
def _zone(language: str | None, abbreviation: str, timezone: str) -> str:
    if abbreviation[:1] in ("+", "-"):
        abbreviation = f"UTC{abbreviation}"
    if "/" not in timezone:
        return abbreviation or timezone
    city = timezone.rsplit("/", 1)[1].replace("_", " ")
    return gettext("%(city)s time (%(abbreviation)s)") % {
        "city": city,
        "abbreviation": abbreviation,
    }
