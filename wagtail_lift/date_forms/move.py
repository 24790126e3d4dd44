"""The form that moves a date to another day, at the same time of day."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..actions import change_meeting
from ..domain.instants import to_instant
from ..domain.schedule import TypedDates, time_notices
from ..enums import Hours, Notice
from ..exceptions import MeetingUndated
from ..form_fields.typed import TypedDateField
from ..models import Meeting
from ..page_types.forms import FORM_STYLE
from .base import MeetingActionForm
from .change import ChangeMeetingForm


class MoveMeetingForm(MeetingActionForm):
    """Move a date to another day; its time of day, its length and its place stay.

    It is the action “change date”, with fewer questions.
    """

    action = change_meeting
    question = _("Move this date to another day?")
    done = _("The date is moved.")
    error_fields = {"changes_nothing": "day"}

    day = TypedDateField(label=_("To which day"))

    field_order = ["day", "public_note"]

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        start, _end = self._wall_clock()
        self.initial = {
            "day": start and start.date(),
            "public_note": meeting.public_note,
            **self.initial,
        }
        stays = _("The time of day stays: %(time)s in %(zone)s.")
        if meeting.current_hours == Hours.ALL_DAY:
            stays = _("It lasts all day, as many days as before.")
        self.fields["day"].help_text = stays % {
            "time": f"{start:%H:%M}" if start else "",
            "zone": meeting.timezone,
        }

    @property
    def media(self) -> forms.Media:
        """Add the style of our forms."""
        return super().media + forms.Media(css={"all": [FORM_STYLE]})

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the date can be changed at all."""
        return ChangeMeetingForm.applies_to(meeting)

    def _wall_clock(self) -> tuple[datetime | None, datetime | None]:
        return self.meeting.current_start, self.meeting.current_end

    def _moved(self) -> tuple[datetime, datetime] | None:
        """Return start and end on the other day (naive), ``None`` if the date stays on its day."""
        start, end = self._wall_clock()
        if start is None or end is None or self.cleaned_data["day"] == start.date():
            return None
        by = self.cleaned_data["day"] - start.date()
        return start + by, end + by

    def get_arguments(self) -> dict[str, Any]:
        """Return the note, and start and end if the day changes."""
        if self.meeting.current_start is None:
            raise MeetingUndated
        moved = self._moved()
        if moved is None:
            return super().get_arguments()
        starts_at, ends_at = (
            to_instant(moment.date(), moment.time(), self.meeting.timezone) for moment in moved
        )
        when = {"starts_at": starts_at, "ends_at": ends_at}
        return {**super().get_arguments(), **when, "hours": Hours(self.meeting.current_hours)}

    def get_notices(self) -> tuple[Notice, ...]:
        """Return notices about a time that the clocks skip or repeat on the other day."""
        start, end = self._moved() or self._wall_clock()
        hours = self.meeting.current_hours
        if start is None or end is None or hours == Hours.ALL_DAY:
            return ()
        ends = (None, None) if hours == Hours.OPEN_END else (end.date(), end.time())
        return time_notices(TypedDates(start.date(), start.time(), *ends, self.meeting.timezone))
