"""Tell the events of a venue of its change: dates to come, lists, calendars, search and caches."""

from collections.abc import Collection, Mapping

from ..models.kinds import EventKind
from .event_index import index_when_committed
from .events import project_pages


def project_events_at(pages: Mapping[type[EventKind], Collection[int]]) -> None:
    """Project the events of pages, given by type, and index the pages again.

    Dates that have begun keep the place as it was: see ``events.plans``.
    """
    for model, keys in pages.items():
        if keys:
            project_pages(keys)
            index_when_committed(model._default_manager.filter(pk__in=keys).only("pk"))
