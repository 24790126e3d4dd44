"""Abstract models to build page types from: fields and facts, no URLs."""

from .. import models as _models  # noqa: F401 -- models load first, whatever is imported
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
