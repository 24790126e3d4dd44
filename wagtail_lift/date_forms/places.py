"""The form for the availability of places at a date."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..actions import set_places
from ..enums import BookingMode, BookingPlaces, MeetingState
from ..models import Meeting
from .base import MeetingActionForm, has_ended


class SetPlacesForm(MeetingActionForm):
    """Set the availability of places at a date that is booked on another website."""

    action = set_places
    question = _("How do the places of this date stand?")
    done = _("The date says how its places stand.")

    public_note = None
    places = forms.ChoiceField(
        label=_("Places"), choices=BookingPlaces.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        self.initial = {"places": meeting.places, **self.initial}

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the date goes ahead, has not ended and is booked on another website.

        If booking is on this website, the app that takes bookings sets the availability.
        """
        is_elsewhere = meeting.booking_mode == BookingMode.ELSEWHERE
        return is_elsewhere and meeting.state == MeetingState.SCHEDULED and not has_ended(meeting)

    def clean(self) -> dict[str, Any]:
        """Reject dates booked on this website: the app that takes bookings sets those."""
        if self.meeting.booking_mode == BookingMode.HERE:
            raise ValidationError(
                _("Bookings are taken on this website, which says how places stand by itself."),
                code="booked_here",
            )
        return super().clean() or {}

    def get_arguments(self) -> dict[str, Any]:
        """Return the availability only: there is no public note."""
        return {"places": BookingPlaces(self.cleaned_data["places"])}
