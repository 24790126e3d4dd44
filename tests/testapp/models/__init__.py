"""Page types as a site makes them; the how-to guides show those that extend ours word for word."""

from .gathering import Gathering
from .noticeboard import Noticeboard, NoticeLine
from .stories import Story
from .workshop import Workshop, WorkshopHost, WorkshopTopic

__all__ = [
    "Gathering",
    "NoticeLine",
    "Noticeboard",
    "Story",
    "Workshop",
    "WorkshopHost",
    "WorkshopTopic",
]
