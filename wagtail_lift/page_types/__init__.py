"""Abstract models from which page types are made: fields and facts, no addresses."""

from .. import models as _models  # noqa: F401 -- first, whichever is asked for first
from .event import EventPageMixin
from .host_link import EventHostMixin
from .pack import InsightsPackMixin
from .page_type import LiftPageMixin
from .programme import EventIndexPageMixin

__all__ = [
    "EventHostMixin",
    "EventIndexPageMixin",
    "EventPageMixin",
    "InsightsPackMixin",
    "LiftPageMixin",
]
