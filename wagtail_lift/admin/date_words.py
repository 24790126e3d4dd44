"""Dates in words for editors, always in the event's zone, not in their account's."""

from datetime import datetime

from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..enums import BookingMode, MeetingState, Stage
from ..models import Meeting
from ..page_types.notices import is_only_changed


def local_moment(meeting: Meeting, instant: datetime | None) -> SafeString | str:
    """Return an instant in the event's zone, marked up as a time, in one element."""
    if instant is None:
        return _("Date to come")
    local = instant.astimezone(meeting.zone)
    words = format_date(local, "D j M Y, H:i")
    return format_html(
        '<span><time datetime="{}">{}</time> {}</span>', local.isoformat(), words, zone_of(meeting)
    )


def zone_of(meeting: Meeting) -> str:
    """Return the zone's readable name."""
    return meeting.timezone.replace("_", " ")


def plain_moment(meeting: Meeting, instant: datetime | None) -> str:
    """Return an instant in the event's zone for a spreadsheet."""
    return f"{instant.astimezone(meeting.zone):%Y-%m-%d %H:%M}" if instant else ""


def is_decided(meeting: Meeting) -> bool:
    """Return whether anything was decided about a date by hand."""
    return meeting.state != MeetingState.SCHEDULED or meeting.is_changed


def state_in_words(meeting: Meeting) -> str:
    """Return what was decided about a date by hand."""
    if not is_only_changed(meeting):
        return str(meeting.get_state_display())
    moved = pgettext("date of an event", "Moved") if meeting.is_moved else ""
    elsewhere = pgettext("date of an event", "Elsewhere") if meeting.has_own_location else ""
    return ", ".join(filter(None, (moved, elsewhere)))


def places_in_words(meeting: Meeting) -> str:
    """Return the places in words, empty if booking is not needed."""
    is_needed = meeting.booking_mode not in ("", BookingMode.NOT_NEEDED)
    return str(meeting.get_places_display()) if is_needed else ""


def stage_in_words(meeting: Meeting) -> str:
    """Return the current stage of a date from ``visible_meetings``."""
    return str(Stage(meeting.stage_now).label)
