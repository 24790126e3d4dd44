"""Render a calendar's missing entries."""

from django.db.models import QuerySet

from ..calendars.dates import pages_without_entries
from ..calendars.icalendar import FORMAT_VERSION
from ..models import EventOccurrence
from .events import project_page

AT_ONCE = 100
"""Most pages that one request projects; the next request continues."""


def refresh_calendar(dates: QuerySet[EventOccurrence]) -> None:
    """Render the entries of these occurrences that are missing or in an older format.

    There are some after an upgrade, until ``manage.py rebuild_occurrences`` has run.
    """
    for key in pages_without_entries(dates, FORMAT_VERSION, AT_ONCE):
        project_page(key)
