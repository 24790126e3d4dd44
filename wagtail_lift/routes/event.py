"""The routes of an event page."""

from ..http.addresses import ICS_ROUTE, MARKDOWN_ROUTE
from .calendars import EventCalendarRoutes
from .markdown import MarkdownRoutes


class EventRoutes(EventCalendarRoutes, MarkdownRoutes):
    """The page itself, also as Markdown, and its calendar; booking joins here."""

    redirected_routes = (ICS_ROUTE, MARKDOWN_ROUTE)

    class Meta:
        abstract = True
