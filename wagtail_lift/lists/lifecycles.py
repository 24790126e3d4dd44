"""Where listed events stand, from the dates that their pages show."""

from collections.abc import Iterable
from datetime import datetime

from ..domain.lifecycle import Lifecycle, MeetingFacts, event_lifecycle
from ..models.occurrences import FACT_COLUMNS, EventOccurrence


def lifecycles_of(page_ids: Iterable[int], now: datetime) -> dict[int, Lifecycle]:
    """Return the lifecycles of published events by page; one query.

    It is what ``lifecycle`` of each page would be. No dates are made into instances: a list of
    events that repeat has hundreds. A page without stored dates is left out.
    """
    rows = EventOccurrence.objects.filter(page__in=page_ids).order_by()
    dates: dict[int, list[MeetingFacts]] = {}
    for page, *facts in rows.values_list("page", "date_key", *FACT_COLUMNS):
        dates.setdefault(page, []).append(MeetingFacts(*facts))
    return {page: event_lifecycle(known, now) for page, known in dates.items()}
