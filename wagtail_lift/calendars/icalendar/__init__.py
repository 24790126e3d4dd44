"""iCalendar (RFC 5545): entries are rendered once and stored; calendars are assembled from them."""

from .calendar import calendar_end, calendar_start
from .content import CalendarDate, CalendarWords
from .entry import FORMAT_VERSION, content_hash, render_entry
from .filling import EntryFiller

__all__ = [
    "FORMAT_VERSION",
    "CalendarDate",
    "CalendarWords",
    "EntryFiller",
    "calendar_end",
    "calendar_start",
    "content_hash",
    "render_entry",
]
