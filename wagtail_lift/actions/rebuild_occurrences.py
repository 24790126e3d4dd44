"""Repairing what has drifted: every event projected anew, many at a time."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from ..models import EventOccurrence
from ..models.events.families import sources_of
from ..models.kinds import EventKind, page_types
from .calendar_changes import record_calendar_change
from .project_event import AT_ONCE, project_sources
from .purge_caches import purge_when_committed

logger = logging.getLogger("wagtail_lift")


@dataclass(frozen=True, slots=True)
class RebuiltEvent:
    """What rebuilding one event found: ``has_drifted`` if its stored rows had to change."""

    page_id: int
    title: str
    is_projected: bool
    has_drifted: bool


def rebuild_occurrences() -> Iterator[RebuiltEvent]:
    """Project every event anew and yield what was found, one event after the other.

    Many events are one transaction, so that memory is bounded and the database is asked seldom;
    where that fails, they are projected one by one, so that a fault in one stops no other.
    """
    _delete_leftovers()
    for model in page_types(EventKind):
        for titles in _batches(model._default_manager.filter(alias_of=None)):
            yield from _rebuild(titles)


def _delete_leftovers() -> None:
    """Delete the rows of pages that are not live; nothing else finds them."""
    with transaction.atomic():
        deleted, _ = EventOccurrence.objects.exclude(page__live=True).delete()
        if deleted:
            record_calendar_change()


def count_events() -> int:
    """Return how many events ``rebuild_occurrences()`` is going to project."""
    return sum(
        model._default_manager.filter(alias_of=None).values("translation_key").distinct().count()
        for model in page_types(EventKind)
    )


def _batches(pages: Any) -> Iterator[dict[int, str]]:
    """Yield titles of sources by the keys of pages, many at a time.

    By their keys and not by their number: some may come or go meanwhile. Which of them are sources
    is asked of these alone: of all at once, a database that has no statistics yet, as after an
    import, compares each page with each other one.
    """
    found, last = pages.order_by("pk").values_list("pk", "title", "translation_key"), 0
    while batch := list(found.filter(pk__gt=last)[:AT_ONCE]):
        last = batch[-1][0]
        sources = sources_of(translation_key for _, _, translation_key in batch)
        if titles := {key: title for key, title, _ in batch if key in sources}:
            yield titles


def _rebuild(titles: Mapping[int, str]) -> Iterator[RebuiltEvent]:
    """Rebuild events together, else one by one."""
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
        logger.exception("projection_failed", extra={"page_id": key})
        return RebuiltEvent(key, title, is_projected=False, has_drifted=False)
    return RebuiltEvent(key, title, is_projected=True, has_drifted=key in drifted)


def _project(*keys: int) -> set[int]:
    """Project events in one transaction; return the keys of the sources whose rows changed."""
    with transaction.atomic():
        drifted = project_sources(keys, purges=False)
        for family in drifted:
            purge_when_committed(*family)
    return {family[0].pk for family in drifted}
