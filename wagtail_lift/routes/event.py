"""The routes of an event page."""

from .calendars import EventCalendarRoutes


class EventRoutes(EventCalendarRoutes):
    """The page itself and its calendar; booking joins here."""

    class Meta:
        abstract = True
