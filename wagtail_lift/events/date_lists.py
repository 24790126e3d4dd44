"""The dates of an event as its page lists them, and the one of them that a reader asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..domain.lifecycle import Lifecycle, event_lifecycle, meeting_status
from ..enums import Status
from ..http.addresses import ALL_DATES, DATE_PARAMETER, DATES_PARAMETER
from ..models.occurrences import EventOccurrence
from .date_names import choose_occurrence

MOST_TO_COME, MOST_PAST = 12, 6
"""How many dates a page lists unless all are asked for."""


@dataclass(frozen=True, slots=True)
class ListedDate:
    """One date of an event with its own status; ``query`` follows the page's address."""

    occurrence: EventOccurrence
    status: Status
    query: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class DateList:
    """The dates of an event: those to come, the next first; those past, the latest first.

    ``all_query`` asks for the dates that are left out, empty if none is. ``is_one_asked_for``:
    the page speaks of a date that was asked for. ``is_missing``: of a date that is none.
    ``timezone`` is that of all dates.
    """

    to_come: Sequence[ListedDate] = ()
    past: Sequence[ListedDate] = ()
    count: int = 0
    all_query: str = ""
    is_one_asked_for: bool = False
    is_missing: bool = False
    timezone: str = ""

    @property
    def is_past_shown(self) -> bool:
        """Return whether past dates are what a reader is after: one of them, or all dates."""
        all_listed = len(self.to_come) + len(self.past) == self.count
        return not self.to_come or all_listed or any(listed.is_shown for listed in self.past)


def asked_for(request: Any) -> str:
    """Return which date a reader asks for, empty for none."""
    return str(request.GET.get(DATE_PARAMETER, "")) if request else ""


def lifecycle_of_one(event: Lifecycle, occurrence: EventOccurrence, now: datetime) -> Lifecycle:
    """Return where one date stands; if it cannot be booked, with the event's next that can."""
    one = event_lifecycle([occurrence.facts()], now)
    return replace(one, next_bookable=one.next_bookable or event.next_bookable)


def list_dates(
    occurrences: Sequence[EventOccurrence], shown: EventOccurrence, request: Any, now: datetime
) -> DateList:
    """Return the dates of an event beside the one that its page speaks of."""
    word = asked_for(request)
    has_all = bool(request) and request.GET.get(DATES_PARAMETER) == ALL_DATES
    to_come = [o for o in occurrences if not o.facts().has_ended(now)]
    past = [o for o in reversed(occurrences) if o.facts().has_ended(now)]
    is_cut = len(to_come) > MOST_TO_COME or len(past) > MOST_PAST
    if is_cut and not has_all:
        to_come, past = to_come[:MOST_TO_COME], past[:MOST_PAST]
    is_known = choose_occurrence(occurrences, word) is not None
    return DateList(
        to_come=[_listed(o, shown, now) for o in to_come],
        past=[_listed(o, shown, now) for o in past],
        count=len(occurrences),
        all_query=f"?{DATES_PARAMETER}={ALL_DATES}" if is_cut and not has_all else "",
        is_one_asked_for=is_known and len(occurrences) > 1,
        is_missing=bool(word) and not is_known,
        timezone=shown.timezone,
    )


def _listed(occurrence: EventOccurrence, shown: EventOccurrence, now: datetime) -> ListedDate:
    return ListedDate(
        occurrence=occurrence,
        status=meeting_status(occurrence.facts(), now),
        query=occurrence.query,
        is_shown=occurrence.date_key == shown.date_key,
    )
