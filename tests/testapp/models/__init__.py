"""Page types as a site makes them; the how-to guides show these modules word for word."""

from .gathering import Gathering
from .stories import Story
from .workshop import Workshop, WorkshopHost, WorkshopTopic

__all__ = ["Gathering", "Story", "Workshop", "WorkshopHost", "WorkshopTopic"]
