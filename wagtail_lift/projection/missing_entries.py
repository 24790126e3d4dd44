"""Give a calendar the entries that it lacks."""

from django.db.models import QuerySet

from ..calendars.dates import pages_without_entries
from ..calendars.icalendar import FORMAT_VERSION
from ..models import EventOccurrence
from .events import project_page

AT_ONCE = 100
"""How many events one request renders at most; the next one goes on."""


def refresh_calendar(dates: QuerySet[EventOccurrence]) -> None:
    """Render entries of these occurrences that are missing or of an older version of the code.

    Such are left after an upgrade, until ``manage.py rebuild_occurrences`` has run.
    """
    for key in pages_without_entries(dates, FORMAT_VERSION, AT_ONCE):
        project_page(key)
