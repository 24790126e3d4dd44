"""The dates of an event as its page lists them, and the one that a reader selects."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import HttpRequest

from ..domain.lifecycle import Lifecycle, event_lifecycle, meeting_status
from ..enums import Status
from ..http.addresses import ALL_DATES, DATE_PARAMETER, DATES_PARAMETER
from ..models.occurrences import EventOccurrence
from .date_names import choose_occurrence

MOST_TO_COME, MOST_PAST = 12, 6
"""How many dates a page lists, unless all are asked for."""


@dataclass(frozen=True, slots=True)
class ListedDate:
    """One date of an event with its own status; ``query`` is its query string."""

    occurrence: EventOccurrence
    status: Status
    query: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class DateList:
    """The dates of an event: those to come, soonest first; those past, latest first.

    ``all_query`` is the query string that lists all dates, empty if none is left out.
    ``is_one_asked_for``: the page shows a date that was selected. ``is_missing``: the selected date
    does not exist. ``timezone`` is that of all dates.
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
        """Return whether to show past dates: one is selected, all are listed, or none lie ahead."""
        all_listed = len(self.to_come) + len(self.past) == self.count
        return not self.to_come or all_listed or any(listed.is_shown for listed in self.past)


def asked_for(request: HttpRequest | None) -> str:
    """Return the value of ``?date=``, empty if there is none."""
    return str(request.GET.get(DATE_PARAMETER, "")) if request else ""


def lifecycle_of_one(event: Lifecycle, occurrence: EventOccurrence, now: datetime) -> Lifecycle:
    """Return where one date stands; if it cannot be booked, with the event's next bookable date."""
    one = event_lifecycle([occurrence.facts()], now)
    return replace(one, next_bookable=one.next_bookable or event.next_bookable)


def list_dates(
    occurrences: Sequence[EventOccurrence],
    shown: EventOccurrence,
    request: HttpRequest | None,
    now: datetime,
) -> DateList:
    """Return the dates of an event for the page that shows the date ``shown``."""
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
