"""Topics and audiences as links: each leads to the list of a programme that it filters."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.filters import ListFilters
from ..enums import FacetKind
from .addresses import with_query
from .event_facets import by_name
from .occurrences import EventFacet


@dataclass(frozen=True, slots=True)
class TagLink:
    """A topic or an audience; without ``url`` no programme lists what else has it."""

    name: str
    url: str = ""

    def __str__(self) -> str:
        return self.name


def topic_links(facets: Iterable[EventFacet], list_url: str) -> list[TagLink]:
    """Return the topics among facets by name, each with the list of that topic."""
    return [
        TagLink(facet.label, with_query(list_url, ListFilters(tag=(facet.value,)).query))
        for facet in _by_name(facets, FacetKind.TOPIC)
    ]


def audience_links(facets: Iterable[EventFacet], list_url: str) -> list[TagLink]:
    """Return the audiences among facets by name, each with the list for that audience."""
    return [
        TagLink(facet.label, with_query(list_url, ListFilters(audience=(facet.value,)).query))
        for facet in _by_name(facets, FacetKind.AUDIENCE)
    ]


def _by_name(facets: Iterable[EventFacet], kind: FacetKind) -> list[EventFacet]:
    return sorted((f for f in facets if f.kind == kind), key=lambda facet: by_name(facet.label))
