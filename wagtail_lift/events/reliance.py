"""Why somebody relies on a meeting, as far as the package itself knows; see ``extension``."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from ..enums import MeetingState
from ..models.kinds import PackKind, page_types
from ..models.meetings import Meeting


def decided_by_hand(meetings: Collection[Meeting]) -> dict[int, str]:
    """Return the meetings that were cancelled, postponed or changed, or have a note."""
    return {
        meeting.pk: _("It was cancelled, postponed or changed.")
        for meeting in meetings
        if meeting.state != MeetingState.SCHEDULED or meeting.is_changed or meeting.public_note
    }


def told_of_in_packs(meetings: Collection[Meeting]) -> dict[int, str]:
    """Return the meetings that an insights pack, a draft included, is about."""
    keys = [meeting.pk for meeting in meetings]
    return {
        key: _("An insights pack is about it.")
        for model in page_types(PackKind)
        for key in model._default_manager.filter(meeting__in=keys).values_list("meeting", flat=True)
    }
