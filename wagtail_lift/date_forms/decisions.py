"""Forms for decisions about a date: cancel, postpone, reinstate, keep."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..actions import cancel_meeting, keep_meeting, postpone_meeting, reinstate_meeting
from ..enums import MeetingState
from ..models import Meeting
from .base import MeetingActionForm, has_ended

_CANCELS_THE_PAST = _(
    "This date has taken place. If you cancel it, its page says that it did not. An insights pack "
    "about it stays open."
)


class CancelMeetingForm(MeetingActionForm):
    """Cancel a date."""

    action = cancel_meeting
    question = _("Cancel this date?")
    done = _("The date is cancelled.")

    @property
    def warning(self) -> Any:
        """Warn that cancelling a date that has ended changes history; it is allowed."""
        return _CANCELS_THE_PAST if has_ended(self.meeting) else ""

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the date is not cancelled yet."""
        return meeting.state != MeetingState.CANCELLED


class PostponeMeetingForm(MeetingActionForm):
    """Postpone a date; a new time ends the postponement."""

    action = postpone_meeting
    question = _("Postpone this date?")
    done = _("The date is postponed. Change it once the new date is known.")

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the date is planned, goes ahead and has not ended."""
        goes_ahead = meeting.state == MeetingState.SCHEDULED and meeting.is_planned
        return goes_ahead and not has_ended(meeting)


class ReinstateMeetingForm(MeetingActionForm):
    """Let a cancelled or postponed date go ahead."""

    action = reinstate_meeting
    question = _("Let this date go ahead after all?")
    done = _("The date goes ahead.")

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the date is off and either planned or undated."""
        is_undated = meeting.current_start is None
        return meeting.state != MeetingState.SCHEDULED and (meeting.is_planned or is_undated)


class KeepMeetingForm(MeetingActionForm):
    """Keep a date that is no longer planned."""

    action = keep_meeting
    question = _("Keep this date?")
    done = _("The date is kept. It is one of the further dates of its event now.")

    public_note = None

    @classmethod
    def applies_to(cls, meeting: Meeting) -> bool:
        """Return whether the date is no longer planned."""
        return not meeting.is_planned

    def get_arguments(self) -> dict[str, Any]:
        """Return no arguments: there is no public note, as nothing changes for participants."""
        return {}
