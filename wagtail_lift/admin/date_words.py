"""Dates in words for editors, always in the event's zone, not in their account's."""

from dataclasses import replace

from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..domain.when import When
from ..enums import BookingMode, Hours, MeetingState, Stage
from ..formats.date_html import start_as_html
from ..formats.when_words import short_start
from ..models import Meeting
from ..page_types.notices import is_only_changed


def start_of(meeting: Meeting) -> SafeString | str:
    """Return when a date starts, in the event's zone, in one element."""
    return _in_its_zone(meeting, meeting.when)


def previous_start_of(meeting: Meeting) -> SafeString | str:
    """Return when a date was to start before it was moved, empty if it was not."""
    return _in_its_zone(meeting, meeting.previous_when) if meeting.previous_when else ""


def end_of(meeting: Meeting) -> SafeString | str:
    """Return when a date ends, in the event's zone; if that is open, when it counts as over."""
    when = meeting.when
    if when is None:
        return _("Date to come")
    if when.hours == Hours.OPEN_END:
        over = replace(when, starts_at=meeting.current_ends_at, hours=Hours.START_AND_END)
        words = _("Open; it counts as over from %(when)s")
        return words % {"when": short_start(over)}
    if when.is_all_day:
        return format_date(when.last_day, "D j M Y")
    return _in_its_zone(meeting, replace(when, starts_at=when.ends_at))


def _in_its_zone(meeting: Meeting, when: When | None) -> SafeString | str:
    if when is None:
        return _("Date to come")
    return format_html("<span>{} {}</span>", start_as_html(when), zone_of(meeting))


def zone_of(meeting: Meeting) -> str:
    """Return the zone's readable name."""
    return meeting.timezone.replace("_", " ")


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
