"""The join link of a date: private, and shown on the page only as its rule allows.

Link, rule and whether the date is online at all come from the published source of the event,
whichever page shows the date. A draft of another page has no link, because its editors may not be
allowed to see it. A draft that a link shows to strangers has none either.
"""

from datetime import datetime

from ..domain.joining import JoinLinkWindow, join_link_window
from ..domain.location import Location
from ..enums import AttendanceMode
from ..models.kinds import EventKind
from ..models.occurrences import EventOccurrence


def public_join_url(page: EventKind, occurrence: EventOccurrence, now: datetime) -> str:
    """Return the join link of a date if everyone may see it at ``now``, else an empty string."""
    window = window_of(page, occurrence)
    return join_url_of(page, occurrence) if window and window.is_open(now) else ""


def join_url_appears_at(
    page: EventKind, occurrence: EventOccurrence, now: datetime
) -> datetime | None:
    """Return when everyone will see the join link, ``None`` if never or already."""
    window = window_of(page, occurrence)
    is_to_come = window is not None and window.is_to_come(now) and join_url_of(page, occurrence)
    return window.opens_at if is_to_come else None


def window_of(page: EventKind, occurrence: EventOccurrence) -> JoinLinkWindow | None:
    """Return when everyone sees the join link of a date, if there is one; ``None`` for never."""
    source = _source_of_link(page, occurrence)
    return join_link_window(*source.join_rule, occurrence.facts()) if source else None


def join_url_of(page: EventKind, occurrence: EventOccurrence) -> str:
    """Return the private join link of a date: its own, else that of the event's source.

    A date in person has none.
    """
    source = _source_of_link(page, occurrence)
    if source is None:
        return ""
    own = occurrence.meeting.join_url if occurrence.location else ""
    return str(own or source.join_url)


def _source_of_link(page: EventKind, occurrence: EventOccurrence) -> EventKind | None:
    """Return the page that has the join link, ``None`` if people cannot join online."""
    if page.hides_private_values or not _is_online(occurrence.location_on(page)):
        return None
    source = page.source
    if source.pk != page.pk and (page.has_draft_content or not source.live):
        return None
    return source if _is_online(occurrence.location_on(source)) else None


def _is_online(location: Location) -> bool:
    return location.attendance is not AttendanceMode.IN_PERSON
