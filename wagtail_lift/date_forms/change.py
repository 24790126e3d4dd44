"""The form that changes the time or place of a date."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Field, TextField, URLField
from django.utils.translation import gettext_lazy as _

from ..actions import change_meeting
from ..domain.instants import to_instant
from ..domain.location import Location
from ..domain.schedule import (
    TypedDates,
    as_read,
    last_day,
    time_notices,
)
from ..enums import Hours, MeetingState, Notice
from ..exceptions import PlaceNotNamed
from ..form_fields.typed import TypedDateField, TypedTimeField
from ..models import Meeting, Venue
from ..models.located import TYPED_FIELDS
from ..page_types.event_schedule import OPEN_END_HELP
from ..page_types.forms import FORM_STYLE, WHEN_SCRIPT
from ..page_types.when import ToldWhen, tell_when
from .base import MeetingActionForm

WHERE_PAGE, WHERE_OWN = "page", "own"
"""Where a date takes place: where its page says, or at a location of its own."""

WHEN = ("start_date", "start_time", "end_date", "end_time", "hours")

TYPED_PLACE = ("venue_name", "venue_address", "map_url")
"""The fields of which a saved venue takes the place."""

OWN_LOCATION = (TYPED_FIELDS[0], "venue_id", *TYPED_FIELDS[1:], "join_url")
"""The fields of a date's own location."""


class ChangeMeetingForm(MeetingActionForm):
    """Change the time or place of a date."""

    action = change_meeting
    question = _("Change this date?")
    done = _("The date is changed.")
    error_fields = {"end_before_start": "end_time", "lasts_too_long": "end_date"}

    start_date = TypedDateField(label=_("Starts on"))
    start_time = TypedTimeField(label=_("Starts at"), required=False)
    end_date = TypedDateField(
        label=_("Ends on"),
        required=False,
        help_text=_("Leave empty if it ends on the same day or in the night after it."),
    )
    end_time = TypedTimeField(label=_("Ends at"), required=False)
    hours = forms.ChoiceField(
        label=_("Times"), required=False, choices=Hours.as_choices, help_text=OPEN_END_HELP
    )
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
        self.fields["venue_id"].queryset = _venues_for(meeting)
        self.initial = {**self._current(), **self.initial}
        self.fields["start_date"].help_text = _("All times are in %(zone)s.") % {
            "zone": meeting.timezone
        }

    def carry_out(self, user: Any, *, seen: Any = None) -> Meeting | None:
        """Show an end before the start at the day where there are no times."""
        if self.cleaned_data["hours"] == Hours.ALL_DAY:
            self.error_fields = {**self.error_fields, "end_before_start": "end_date"}
        return super().carry_out(user, seen=seen)

    @property
    def sections(self) -> list[tuple[str, list[Any]]]:
        """Return the fields in groups; those of the own location are hidden if there is none."""
        own = [field for field in self.visible_fields() if field.name in OWN_LOCATION]
        when = [self[name] for name in WHEN]
        where, note = [self["where"]], [self["public_note"]]
        return [("when", when), ("where", where), ("own_location", own), ("note", note)]

    @property
    def told(self) -> ToldWhen:
        """Return how the dates and times are understood, as typed or as they are."""
        values = {name: self[name].value() for name in WHEN}
        return tell_when({**values, "timezone": self.meeting.timezone}, needs_end=True)

    @property
    def media(self) -> forms.Media:
        """Add the script that tells how dates are understood, and its style."""
        return super().media + forms.Media(css={"all": [FORM_STYLE]}, js=[WHEN_SCRIPT])

    def _current(self) -> dict[str, Any]:
        meeting = self.meeting
        current: dict[str, Any] = {
            name: getattr(meeting, name) for name in (*OWN_LOCATION, "public_note")
        }
        if meeting.has_own_location and meeting.shown_venue is not None:
            current |= dict.fromkeys(TYPED_PLACE, "")
        current["where"] = WHERE_OWN if meeting.has_own_location else WHERE_PAGE
        start, end = meeting.current_start, meeting.current_end
        if start is not None and end is not None:
            current |= _as_typed(start, end, meeting.current_hours)
        return current

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the date is planned, known and not cancelled."""
        is_cancelled = meeting.state == MeetingState.CANCELLED
        return not is_cancelled and meeting.is_planned and meeting.current_starts_at is not None

    def clean(self) -> dict[str, Any]:
        """Require the times that count; how people take part only at a location of its own."""
        cleaned = super().clean() or {}
        cleaned["hours"] = cleaned.get("hours") or self.initial.get("hours", Hours.START_AND_END)
        self._require_times(cleaned)
        if cleaned.get("where") != WHERE_OWN:
            for name in OWN_LOCATION:
                self.errors.pop(name, None)
        elif not (cleaned.get("attendance_mode") or "attendance_mode" in self.errors):
            self.add_error("attendance_mode", ValidationError(_("Say how people take part.")))
        elif not (self.errors or self._own_location().is_named or cleaned.get("venue_id")):
            self.add_error("venue_name", ValidationError(PlaceNotNamed.message))
        return cleaned

    def _require_times(self, cleaned: dict[str, Any]) -> None:
        needed = {
            Hours.START_AND_END: ("start_time", "end_time"),
            Hours.OPEN_END: ("start_time",),
            Hours.ALL_DAY: (),
        }
        for name in needed[Hours(cleaned["hours"])]:
            if cleaned.get(name) is None and name not in self.errors:
                message = self.fields[name].error_messages["required"]
                self.add_error(name, ValidationError(message, code="required"))

    def _own_location(self) -> Location:
        return Location(*[self.cleaned_data[name] for name in TYPED_FIELDS])

    @property
    def typed_dates(self) -> TypedDates:
        """Return the dates and times as typed."""
        typed = self.cleaned_data
        return TypedDates(
            typed["start_date"],
            typed["start_time"],
            typed["end_date"],
            typed["end_time"],
            self.meeting.timezone,
            Hours(typed["hours"]),
        )

    def get_arguments(self) -> dict[str, Any]:
        """Return the note, and the time and location if they change."""
        return {**super().get_arguments(), **self._get_time(), **self._get_location()}

    def _get_time(self) -> dict[str, Any]:
        """Return the new start and end, typed in the event's time zone, if they change."""
        typed, meeting = as_read(self.typed_dates), self.meeting
        hours = Hours(self.cleaned_data["hours"])
        days = (typed.start_date, typed.start_time), (last_day(typed), typed.end_time)
        times = tuple(datetime.combine(day, at) for day, at in days)
        if (*times, hours) == (meeting.current_start, meeting.current_end, meeting.current_hours):
            return {}
        starts_at, ends_at = (to_instant(day, at, meeting.timezone) for day, at in days)
        return {"starts_at": starts_at, "ends_at": ends_at, "hours": hours}

    def _get_location(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if typed.get("where") == WHERE_OWN:
            own = {"venue": typed["venue_id"], "join_url": typed["join_url"]}
            return {"location": self._own_location(), **own}
        is_back = typed.get("where") == WHERE_PAGE and self.meeting.has_own_location
        return {"location": Location()} if is_back else {}

    def get_notices(self) -> tuple[Notice, ...]:
        """Return notices about times that are not read as they look."""
        return time_notices(self.typed_dates)


def _as_typed(start: datetime, end: datetime, hours: str) -> dict[str, Any]:
    """Return a wall-clock start and end (naive) as somebody would type them."""
    typed: dict[str, Any] = {"start_date": start.date(), "hours": hours}
    if hours == Hours.ALL_DAY:
        last = (end - timedelta(days=1)).date()
        return {**typed, "end_date": last if last != start.date() else None}
    typed["start_time"] = start.time()
    if hours == Hours.OPEN_END:
        return typed
    end_date = end.date() if end.date() != start.date() else None
    return {**typed, "end_date": end_date, "end_time": end.time()}


def own_location_fields() -> dict[str, forms.Field]:
    """Return the form fields of a date's own location, from its model."""
    fields: dict[str, forms.Field] = forms.models.fields_for_model(
        Meeting,
        fields=[name.removesuffix("_id") for name in OWN_LOCATION],
        formfield_callback=_form_field,
    )
    fields = {name: fields[name.removesuffix("_id")] for name in OWN_LOCATION}
    fields["attendance_mode"].required = False
    fields["venue_id"].help_text = _("Takes the place of the name, address and map below.")
    fields["join_url"].help_text = _(
        "Private: shown only by the rule. Leave empty for the link of the event."
    )
    return fields


def _form_field(column: Field, **kwargs: Any) -> forms.Field:
    if isinstance(column, URLField):
        kwargs["assume_scheme"] = "https"
    if isinstance(column, TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 3})
    return column.formfield(**kwargs)


def _venues_for(meeting: Meeting) -> models.QuerySet[Venue]:
    """Return the venues that readers see in the language of the event, and the one it has."""
    source = meeting.event.source
    live = models.Q(live=True, locale=source.locale_id) if source else models.Q(live=True)
    return Venue.objects.filter(live | models.Q(pk=meeting.venue_id))
