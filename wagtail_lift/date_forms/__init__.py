"""Forms for actions on a date: cancel, postpone, reinstate, change, set places, keep.

Each carries out its action and turns the action's error into a message on its field. Editors type
dates and times in the event's time zone, whatever their account's time zone.
"""

from .base import MeetingActionForm
from .change import ChangeMeetingForm
from .decisions import CancelMeetingForm, KeepMeetingForm, PostponeMeetingForm, ReinstateMeetingForm
from .move import MoveMeetingForm
from .places import SetPlacesForm

MEETING_ACTIONS: dict[str, type[MeetingActionForm]] = {
    "cancel": CancelMeetingForm,
    "postpone": PostponeMeetingForm,
    "reinstate": ReinstateMeetingForm,
    "change": ChangeMeetingForm,
    "places": SetPlacesForm,
    "keep": KeepMeetingForm,
}
"""The form of each action, by its name in URLs and permissions."""

__all__ = ["MEETING_ACTIONS", "ChangeMeetingForm", "MeetingActionForm", "MoveMeetingForm"]
