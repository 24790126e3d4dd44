"""Topics and audiences as links: each leads to the list of a programme that it filters."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..domain.filters import ListFilters
from ..enums import FacetKind
from ..events.facets import by_name
from ..http.addresses import with_query
from ..models.occurrences import EventFacet


@dataclass(frozen=True, slots=True)
class TagLink:
    """A topic or an audience; without ``url`` no programme lists what else has it."""

    name: str
    url: str = ""

    def __str__(self) -> str:
        return self.name


def topic_links(facets: Iterable[EventFacet], list_url: str) -> list[TagLink]:
    """Return the topics among facets by name, each with the list of that topic."""
    return _links(facets, FacetKind.TOPIC, "tag", list_url)


def audience_links(facets: Iterable[EventFacet], list_url: str) -> list[TagLink]:
    """Return the audiences among facets by name, each with the list for that audience."""
    return _links(facets, FacetKind.AUDIENCE, "audience", list_url)


def _links(
    facets: Iterable[EventFacet], kind: FacetKind, parameter: str, list_url: str
) -> list[TagLink]:
    of_kind = sorted((f for f in facets if f.kind == kind), key=lambda facet: by_name(facet.label))
    filters = ListFilters()
    return [
        TagLink(f.label, with_query(list_url, replace(filters, **{parameter: (f.value,)}).query))
        for f in of_kind
    ]
