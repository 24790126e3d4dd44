"""The filters of lists that are about the page: what an event can be found by."""

from collections.abc import Iterable

from django.db.models import Case, Q

from ..domain.filters import ListFilters
from ..enums import AttendanceMode, FacetKind
from ..models.occurrences import EventFacet
from ..models.querysets import OccurrenceQuerySet
from .scopes import without_index


def with_facets(rows: OccurrenceQuerySet, filters: ListFilters) -> OccurrenceQuerySet:
    """Keep the rows whose page has the requested facets."""
    for kind, values in (
        (FacetKind.TOPIC, filters.tag),
        (FacetKind.AUDIENCE, filters.audience),
        (FacetKind.HOST, filters.host),
    ):
        if values:
            rows = rows.filter(_page_has(kind, values))
    for value in filters.access:
        rows = rows.filter(_page_has(FacetKind.ACCESS, [value]))
    if filters.mode:
        rows = rows.filter(attendance_mode__in=modes_that_include(filters.mode))
    return rows


def _page_has(kind: FacetKind, values: Iterable[str]) -> Case:
    """Return the condition that the page has one of these facets.

    Inside CASE, databases look the pages up once and still walk the dates in order. A plain IN is
    joined first: they expect few pages, fetch all their dates and sort them.
    """
    pages = EventFacet.objects.filter(kind=kind, value__in=list(values)).values("page_id")
    return without_index(Q(page_id__in=pages))


def modes_that_include(modes: Iterable[str]) -> set[str]:
    """Return the modes that match: an event in both modes matches a filter for either."""
    return {*modes, AttendanceMode.BOTH.value}
