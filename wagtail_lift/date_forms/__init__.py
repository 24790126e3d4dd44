"""Forms of what can be done to a date: cancel, postpone, reinstate, change, set places.

Each carries out its action and turns the action's error into a message at its field. Dates and
times are typed in the event's zone, whatever zone the editor's account prefers.
"""

from .base import MeetingActionForm
from .change import ChangeMeetingForm
from .decisions import CancelMeetingForm, KeepMeetingForm, PostponeMeetingForm, ReinstateMeetingForm
from .places import SetPlacesForm

MEETING_ACTIONS: dict[str, type[MeetingActionForm]] = {
    "cancel": CancelMeetingForm,
    "postpone": PostponeMeetingForm,
    "reinstate": ReinstateMeetingForm,
    "change": ChangeMeetingForm,
    "places": SetPlacesForm,
    "keep": KeepMeetingForm,
}
"""The actions by the word that names each in addresses and permissions."""

__all__ = ["MEETING_ACTIONS", "ChangeMeetingForm", "MeetingActionForm"]
