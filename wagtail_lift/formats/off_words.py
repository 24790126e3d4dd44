"""Titles that say a date is cancelled or postponed, for apps that show only the title."""

from django.utils.translation import gettext, pgettext

from ..enums import MeetingState


def title_of_state(state: str, title: str) -> str:
    """Return a title with the state of its date, in the active language."""
    if state == MeetingState.CANCELLED:
        return pgettext("date of an event", "Cancelled: %(title)s") % {"title": title}
    if state == MeetingState.POSTPONED:
        return gettext("Postponed: %(title)s") % {"title": title}
    return title
