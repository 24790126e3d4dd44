"""Repairing what has drifted: every event projected anew, many at a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from ..models import EventFacet, EventOccurrence
from ..models.families import families_of, only_sources
from ..models.kinds import EventKind, page_types
from .project_event import project_event, project_sources
from .purge_caches import purge_when_committed

AT_ONCE = 200
"""How many events are projected in one transaction."""

_OCCURRENCE = [f.attname for f in EventOccurrence._meta.concrete_fields if f.name != "id"]
_FACET = ["page_id", "kind", "value", "label"]

Rows = dict[int, list[tuple[Any, ...]]]


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
    EventOccurrence.objects.exclude(page__live=True).delete()
    for model in page_types(EventKind):
        sources = only_sources(model._default_manager.all()).order_by("pk")
        for batch in _batches(sources):
            yield from _rebuild(families_of(batch))


def _batches(sources: Any) -> Iterator[list[Any]]:
    """Yield pages by their keys and not by their number: some may come or go meanwhile."""
    last = 0
    while batch := list(sources.filter(pk__gt=last)[:AT_ONCE]):
        last = batch[-1].pk
        yield batch


def _rebuild(families: Sequence[list[Any]]) -> Iterator[RebuiltEvent]:
    before = _stored_rows(families)
    projected = _project(families)
    after = _stored_rows(families)
    for family in families:
        source = family[0]
        has_drifted = any(before.get(page.pk) != after.get(page.pk) for page in family)
        if has_drifted:
            purge_when_committed(*family)
        yield RebuiltEvent(source.pk, source.title, projected[source.pk], has_drifted)


def _project(families: Sequence[list[Any]]) -> dict[int, bool]:
    """Project events together, else one by one; return for each whether it worked."""
    try:
        with transaction.atomic():
            project_sources([family[0].pk for family in families], purges=False)
    except Exception:
        return {family[0].pk: project_event(family[0]) for family in families}
    return {family[0].pk: True for family in families}


def _stored_rows(families: Sequence[list[Any]]) -> Rows:
    """Return the stored rows of each page without their own keys, in an order of their own."""
    keys = [page.pk for family in families for page in family]
    found: Rows = defaultdict(list)
    for model, columns in ((EventOccurrence, _OCCURRENCE), (EventFacet, _FACET)):
        for row in model.objects.filter(page__in=keys).values_list("page_id", *columns):
            found[row[0]].append(row)
    return {key: sorted(rows, key=str) for key, rows in found.items()}
