"""Forms of what can be done to a date: cancel, postpone, reinstate, change, set places.

Each carries out its action and turns the action's error into a message at its field. Dates and
times are typed in the event's zone, whatever zone the editor's account prefers.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextField, URLField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from .actions import (
    cancel_meeting,
    change_meeting,
    keep_meeting,
    postpone_meeting,
    reinstate_meeting,
    set_places,
)
from .domain.location import Location
from .domain.schedule import TypedDates, last_day, time_notices, to_instant
from .enums import BookingMode, BookingPlaces, MeetingState, Notice
from .exceptions import LiftError
from .models import Meeting
from .models.located import LOCATION_FIELDS
from .models.packs.openness import facts_of

_CANCELS_THE_PAST = _(
    "This date has taken place. If you cancel it, its page says that it did not. An insights pack "
    "about it stays open."
)


WHERE_PAGE, WHERE_OWN = "page", "own"
"""Where a date takes place: where its page says, or somewhere else."""

OWN_LOCATION = (*LOCATION_FIELDS, "join_url")
"""The fields that say where it takes place if its page does not."""


def has_ended(meeting: Meeting) -> bool:
    """Return whether a date has ended by now."""
    return facts_of(meeting).has_ended(timezone.now())


class MeetingActionForm(forms.Form):
    """What every action asks for; ``carry_out`` does it after ``is_valid``."""

    action: ClassVar[Callable[..., Meeting]]
    question: ClassVar[Any]
    done: ClassVar[Any]
    error_fields: ClassVar[dict[str, str]] = {}

    public_note = forms.CharField(
        label=_("Public note"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown on the event page, for example why, and what happens next."),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the action makes sense for a meeting as it stands."""
        raise NotImplementedError

    @property
    def sections(self) -> list[tuple[str, list[Any]]]:
        """Return the fields in groups, each with its name."""
        return [("all", self.visible_fields())]

    def get_arguments(self) -> dict[str, Any]:
        """Return what the action takes, from the cleaned values."""
        return {"public_note": self.cleaned_data["public_note"]}

    @property
    def warning(self) -> Any:
        """Return what to think of before it is done, empty for nothing."""
        return ""

    def get_notices(self) -> tuple[Notice, ...]:
        """Return what to tell the editor once it is done."""
        return ()

    def carry_out(self, user: Any) -> Meeting | None:
        """Do it and return the meeting; ``None``, with a message at its field, if it is refused."""
        try:
            return type(self).action(self.meeting, user=user, **self.get_arguments())
        except LiftError as error:
            field = self.error_fields.get(error.code)
            self.add_error(field, ValidationError(error.message, code=error.code))
            return None


class CancelMeetingForm(MeetingActionForm):
    """Cancel a date."""

    action = cancel_meeting
    question = _("Cancel this date?")
    done = _("The date is cancelled.")

    @property
    def warning(self) -> Any:
        """History is changed here: on purpose."""
        return _CANCELS_THE_PAST if has_ended(self.meeting) else ""

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Anything but a cancelled date can be cancelled."""
        return meeting.state != MeetingState.CANCELLED


class PostponeMeetingForm(MeetingActionForm):
    """Postpone a date; a new time ends the postponement."""

    action = postpone_meeting
    question = _("Postpone this date?")
    done = _("The date is postponed. Change it once the new date is known.")

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Only a planned date that goes ahead and has not ended can be postponed."""
        goes_ahead = meeting.state == MeetingState.SCHEDULED and meeting.is_planned
        return goes_ahead and not has_ended(meeting)


class ReinstateMeetingForm(MeetingActionForm):
    """Let a cancelled or postponed date go ahead."""

    action = reinstate_meeting
    question = _("Let this date go ahead after all?")
    done = _("The date goes ahead.")

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Only a planned date that does not go ahead can be reinstated."""
        return meeting.state != MeetingState.SCHEDULED and meeting.is_planned


class ChangeMeetingForm(MeetingActionForm):
    """Let a date take place at another time or elsewhere."""

    action = change_meeting
    question = _("Change this date?")
    done = _("The date is changed.")
    error_fields = {"end_before_start": "end_time"}

    start_date = forms.DateField(label=_("Starts on"), widget=AdminDateInput)
    start_time = forms.TimeField(label=_("Starts at"), widget=AdminTimeInput)
    end_date = forms.DateField(
        label=_("Ends on"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Leave empty if it ends on the same day or in the night after it."),
    )
    end_time = forms.TimeField(label=_("Ends at"), widget=AdminTimeInput)
    where = forms.ChoiceField(
        label=_("Where it takes place"),
        required=False,
        choices=[
            (WHERE_PAGE, _("Where the event page says")),
            (WHERE_OWN, _("Somewhere else, or in another way")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        note = self.fields.pop("public_note")
        self.fields.update(own_location_fields(), public_note=note)
        self.initial = {**self._current(), **self.initial}
        self.fields["start_date"].help_text = _("All times are in %(zone)s.") % {
            "zone": meeting.timezone
        }

    @property
    def sections(self) -> list[tuple[str, list[Any]]]:
        """Return the fields of the own location apart: they are hidden where there is none."""
        own = [field for field in self.visible_fields() if field.name in OWN_LOCATION]
        others = [field for field in self.visible_fields() if field.name not in OWN_LOCATION]
        return [("when", others[:-1]), ("own_location", own), ("note", others[-1:])]

    def _current(self) -> dict[str, Any]:
        meeting = self.meeting
        current: dict[str, Any] = {
            name: getattr(meeting, name) for name in (*OWN_LOCATION, "public_note")
        }
        current["where"] = WHERE_OWN if meeting.has_own_location else WHERE_PAGE
        start, end = meeting.current_start, meeting.current_end
        if start is not None and end is not None:
            current["start_date"], current["start_time"] = start.date(), start.time()
            current["end_date"] = end.date() if end.date() != start.date() else None
            current["end_time"] = end.time()
        return current

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """A planned date that is known and not cancelled can be changed."""
        is_cancelled = meeting.state == MeetingState.CANCELLED
        return not is_cancelled and meeting.is_planned and meeting.current_starts_at is not None

    def clean(self) -> dict[str, Any]:
        """Ask for a way to take part only where the date has a location of its own."""
        cleaned = super().clean() or {}
        if cleaned.get("where") != WHERE_OWN:
            for name in OWN_LOCATION:
                self.errors.pop(name, None)
        elif not (cleaned.get("attendance_mode") or "attendance_mode" in self.errors):
            self.add_error("attendance_mode", ValidationError(_("Say how people take part.")))
        return cleaned

    @property
    def typed_dates(self) -> TypedDates:
        """Return the times as typed."""
        typed = self.cleaned_data
        return TypedDates(
            typed["start_date"],
            typed["start_time"],
            typed["end_date"],
            typed["end_time"],
            self.meeting.timezone,
        )

    def get_arguments(self) -> dict[str, Any]:
        """Return the note, and time and location if they differ from what they are."""
        return {**super().get_arguments(), **self._get_time(), **self._get_location()}

    def _get_time(self) -> dict[str, Any]:
        """Return start and end; the clock of the event's zone tells the instants."""
        typed = self.typed_dates
        days = (typed.start_date, typed.start_time), (last_day(typed), typed.end_time)
        current = (self.meeting.current_start, self.meeting.current_end)
        if tuple(datetime.combine(day, at) for day, at in days) == current:
            return {}
        starts_at, ends_at = (to_instant(day, at, self.meeting.timezone) for day, at in days)
        return {"starts_at": starts_at, "ends_at": ends_at}

    def _get_location(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if typed.get("where") == WHERE_OWN:
            location = Location(*[typed[name] for name in LOCATION_FIELDS])
            return {"location": location, "join_url": typed["join_url"]}
        is_back = typed.get("where") == WHERE_PAGE and self.meeting.has_own_location
        return {"location": Location()} if is_back else {}

    def get_notices(self) -> tuple[Notice, ...]:
        """Tell of times that are read otherwise than they look."""
        return time_notices(self.typed_dates)


def own_location_fields() -> dict[str, forms.Field]:
    """Return the form fields of where a date takes place, as its model says."""
    fields: dict[str, forms.Field] = forms.models.fields_for_model(
        Meeting, fields=OWN_LOCATION, formfield_callback=_form_field
    )
    fields["attendance_mode"].required = False
    fields["join_url"].help_text = _(
        "Private: shown only by the rule. Leave empty for the link of the event."
    )
    return fields


def _form_field(column: Any, **kwargs: Any) -> forms.Field:
    if isinstance(column, URLField):
        kwargs["assume_scheme"] = "https"
    if isinstance(column, TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 3})
    return column.formfield(**kwargs)


class KeepMeetingForm(MeetingActionForm):
    """Keep a date that the page plans no more."""

    action = keep_meeting
    question = _("Keep this date?")
    done = _("The date is kept. It is one of the further dates of its event now.")

    public_note = None

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Only a date that the page plans no more needs keeping."""
        return not meeting.is_planned

    def get_arguments(self) -> dict[str, Any]:
        """Nothing is said in public: nothing changes for those who come."""
        return {}


class SetPlacesForm(MeetingActionForm):
    """Say how the places of a date stand that is booked on another website."""

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
        """Only a date that goes ahead; where booking is here, the app that takes bookings says."""
        is_elsewhere = meeting.booking_mode == BookingMode.ELSEWHERE
        return is_elsewhere and meeting.state == MeetingState.SCHEDULED and not has_ended(meeting)

    def clean(self) -> dict[str, Any]:
        """Leave the word to the app that takes bookings where booking is on this website."""
        if self.meeting.booking_mode == BookingMode.HERE:
            raise ValidationError(
                _("Bookings are taken on this website, which says how places stand by itself."),
                code="booked_here",
            )
        return super().clean() or {}

    def get_arguments(self) -> dict[str, Any]:
        """Return the word; nothing else is said in public."""
        return {"places": BookingPlaces(self.cleaned_data["places"])}


MEETING_ACTIONS: dict[str, type[MeetingActionForm]] = {
    "cancel": CancelMeetingForm,
    "postpone": PostponeMeetingForm,
    "reinstate": ReinstateMeetingForm,
    "change": ChangeMeetingForm,
    "places": SetPlacesForm,
    "keep": KeepMeetingForm,
}
"""The actions by the word that names each in addresses and permissions."""
