"""Cancelled, postponed and moved dates, for calendar apps that ignore STATUS.

Outlook shows a cancelled entry like any other, Google removes it. So the title and text also give
the state. iCalendar has no status for postponed: such a date becomes a tentative all-day entry, so
that nobody relies on the old time, and Google keeps it.
"""

from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext, override

from ...enums import MeetingState
from ...formats.clock_words import moment_in_words
from ...formats.off_words import title_of_state
from .content import CalendarDate, CalendarWords

_DAY = timedelta(days=1)


def told_words(date: CalendarDate, words: CalendarWords) -> CalendarWords:
    """Return the texts of an entry with the state of the date, in the page's language."""
    if date.state == MeetingState.SCHEDULED and date.previous_starts_at is None:
        return words
    with override(words.language or None):
        title, text = title_of_state(date.state, words.title), _sentence(date)
    description = f"{text}\n\n{words.description}".rstrip("\n")
    return replace(words, title=title, description=description)


def days_of(date: CalendarDate) -> tuple[date, date]:
    """Return the local day on which a date was to start, and the day after its last day."""
    return date.when.first_day, date.when.last_day + _DAY


def _sentence(date: CalendarDate) -> str:
    if date.state == MeetingState.CANCELLED:
        return gettext("Cancelled: this date will not take place.")
    if date.state == MeetingState.POSTPONED:
        text = gettext(
            "Postponed: this date does not hold. It was planned for %(when)s. The new date is to "
            "come."
        )
        return text % {"when": moment_in_words(date.when)}
    assert date.previous_when is not None
    text = gettext("The date has changed. It was planned for %(when)s.")
    return text % {"when": moment_in_words(date.previous_when)}
