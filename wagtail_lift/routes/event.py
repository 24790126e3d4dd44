"""The routes of an event page."""

from .lift_routes import LiftRoutes


class EventRoutes(LiftRoutes):
    """The page itself; calendars and booking join here."""

    class Meta:
        abstract = True
