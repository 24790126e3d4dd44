"""The sub-routes of the pages: parse the request, ask the models, render. No rules here."""

from .event import EventRoutes
from .pack import InsightsPackRoutes
from .programme import EventIndexRoutes

__all__ = ["EventIndexRoutes", "EventRoutes", "InsightsPackRoutes"]
