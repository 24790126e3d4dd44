"""Repair drift: project every event again, in batches."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction

from ..events.identity import link_pages
from ..models import Event, EventOccurrence
from .events import AT_ONCE, project_all
from .leftovers import tidy_events
from .purging import purge_when_committed

logger = logging.getLogger("wagtail_lift")


@dataclass(frozen=True, slots=True)
class RebuiltEvent:
    """The result of rebuilding one event: ``has_drifted`` if its stored rows had to change."""

    event_id: int
    title: str
    is_projected: bool
    has_drifted: bool


def rebuild_occurrences() -> Iterator[RebuiltEvent]:
    """Project every event again and yield the result of each.

    Events share transactions in batches, to bound memory and save queries. If a batch fails, its
    events are projected one by one, so that a fault in one stops no other.
    """
    _delete_leftovers()
    link_pages()
    tidy_events()
    for titles in _batches():
        yield from _rebuild(titles)


def _delete_leftovers() -> None:
    """Delete the rows of pages that are not live: nothing else finds them."""
    EventOccurrence.objects.exclude(page__live=True).delete()


def count_events() -> int:
    """Return roughly how many events ``rebuild_occurrences()`` will project."""
    return Event.objects.exclude(source=None).count()


def _batches() -> Iterator[dict[int, str]]:
    """Yield the titles of events in batches, keyed by primary key.

    Batches go by key, not by offset: events may be added or deleted meanwhile.
    """
    found, last = Event.objects.exclude(source=None).order_by("pk").values_list("pk", "title"), 0
    while titles := dict(found.filter(pk__gt=last)[:AT_ONCE]):
        last = max(titles)
        yield titles


def _rebuild(titles: Mapping[int, str]) -> Iterator[RebuiltEvent]:
    try:
        drifted = _project(*titles)
    except Exception:
        for key, title in titles.items():
            yield _rebuild_alone(key, title)
        return
    for key, title in titles.items():
        yield RebuiltEvent(key, title, is_projected=True, has_drifted=key in drifted)


def _rebuild_alone(key: int, title: str) -> RebuiltEvent:
    try:
        drifted = _project(key)
    except Exception:
        logger.exception("projection_failed", extra={"event_id": key})
        return RebuiltEvent(key, title, is_projected=False, has_drifted=False)
    return RebuiltEvent(key, title, is_projected=True, has_drifted=key in drifted)


def _project(*keys: int) -> set[int]:
    """Project events in one transaction; return the keys of those whose rows changed."""
    with transaction.atomic():
        drifted = project_all(keys, purges=False)
        for event in drifted:
            purge_when_committed(*[link.page for link in event.page_links.select_related("page")])
    return {event.pk for event in drifted}
