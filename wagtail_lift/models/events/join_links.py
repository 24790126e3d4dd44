"""How a reader joins a date online: the link is private, and the page shows it by its rule.

Link and rule are those of the event's source, whichever page shows the date.
"""

from datetime import datetime
from typing import Any

from ...domain.joining import JoinLinkWindow, join_link_window
from ...enums import AttendanceMode


def public_join_url(page: Any, occurrence: Any, now: datetime) -> str:
    """Return the join link of a date if everyone may see it at ``now``, else an empty string."""
    window = window_of(page, occurrence)
    return join_url_of(page, occurrence) if window and window.is_open(now) else ""


def join_url_appears_at(page: Any, occurrence: Any, now: datetime) -> datetime | None:
    """Return when everyone will see the join link, ``None`` if never or already."""
    window = window_of(page, occurrence)
    is_to_come = window is not None and window.is_to_come(now) and join_url_of(page, occurrence)
    return window.opens_at if is_to_come else None


def window_of(page: Any, occurrence: Any) -> JoinLinkWindow | None:
    """Return when everyone sees the join link of a date, if there is one; ``None`` for never."""
    if not _is_online(page, occurrence):
        return None
    return join_link_window(*page.source.join_rule, occurrence.facts())


def join_url_of(page: Any, occurrence: Any) -> str:
    """Return the join link of a date: its own, else that of the event's source; private.

    A date in person has none.
    """
    if not _is_online(page, occurrence):
        return ""
    own = occurrence.meeting.join_url if occurrence.location else ""
    return str(own or page.source.join_url)


def _is_online(page: Any, occurrence: Any) -> bool:
    return occurrence.location_on(page).attendance is not AttendanceMode.IN_PERSON
