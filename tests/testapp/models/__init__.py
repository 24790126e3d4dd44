"""Page types as a site makes them; the how-to guides show these modules word for word."""

from .gathering import Gathering
from .workshop import Workshop, WorkshopHost, WorkshopTopic

__all__ = ["Gathering", "Workshop", "WorkshopHost", "WorkshopTopic"]
