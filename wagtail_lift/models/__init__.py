"""Models of the package.

The concrete page types live in a second app, ``wagtail_lift.pages``, so that a site with its own
base page model can leave it out. When it is installed, you can import them from here.
"""

from typing import Any

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from ..page_types.event import EventPageMixin
from ..page_types.host_link import EventHostMixin
from ..page_types.pack import InsightsPackMixin
from ..page_types.page_type import LiftPageMixin
from ..page_types.programme import EventIndexPageMixin
from .calendar_entry import CalendarEntry
from .event import Event, EventPageLink
from .host_links import HostLink
from .hosts import AbstractHostProfile, HostProfile, HostTag, get_host_model
from .imports import ImportFile, ImportOrigin
from .meetings import Meeting
from .occurrences import EventFacet, EventOccurrence
from .pack_openings import PackOpening
from .page_model import get_page_model
from .questions import Question
from .reminders import InsightsReminder
from .share_links import ShareLink
from .tags import Audience
from .venues import Venue

PAGE_TYPES = (
    "EventAudience",
    "EventHost",
    "EventIndexPage",
    "EventPage",
    "EventTag",
    "InsightsPack",
)

__all__ = [
    "AbstractHostProfile",
    "Audience",
    "CalendarEntry",
    "Event",
    "EventFacet",
    "EventHostMixin",
    "EventIndexPageMixin",
    "EventOccurrence",
    "EventPageLink",
    "EventPageMixin",
    "HostLink",
    "HostProfile",
    "HostTag",
    "ImportFile",
    "ImportOrigin",
    "InsightsPackMixin",
    "InsightsReminder",
    "LiftPageMixin",
    "Meeting",
    "PackOpening",
    "Question",
    "ShareLink",
    "Venue",
    "get_host_model",
    "get_page_model",
]


def __getattr__(name: str) -> Any:
    """Return a concrete page type; say which app is missing if it is not installed."""
    if name not in PAGE_TYPES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if not apps.is_installed("wagtail_lift.pages"):
        raise ImproperlyConfigured(
            f"{name} is defined by the app 'wagtail_lift.pages'. Add it to INSTALLED_APPS, or "
            f"make a page type of your own from the mixins in wagtail_lift.models."
        )
    return apps.get_model("wagtail_lift_pages", name)
