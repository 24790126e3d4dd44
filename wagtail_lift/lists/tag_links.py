"""Topics and audiences as links to a programme's list, filtered by that topic or audience."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..domain.filters import ListFilters
from ..enums import FacetKind
from ..events.facets import by_name
from ..http.addresses import with_query
from ..models.occurrences import EventFacet


@dataclass(frozen=True, slots=True)
class TagLink:
    """A topic or an audience; ``url`` is empty if there is no programme to list others."""

    name: str
    url: str = ""

    def __str__(self) -> str:
        return self.name


def topic_links(facets: Iterable[EventFacet], list_url: str) -> list[TagLink]:
    """Return the topics among facets in order of name, each linked to the list for it."""
    return _links(facets, FacetKind.TOPIC, "tag", list_url)


def audience_links(facets: Iterable[EventFacet], list_url: str) -> list[TagLink]:
    """Return the audiences among facets in order of name, each linked to the list for it."""
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
