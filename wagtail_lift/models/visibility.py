"""Which occurrences a reader may see: the only door to them for lists, months and feeds."""

from typing import Any

from wagtail.models import PageViewRestriction

from ..querysets import OccurrenceQuerySet
from .occurrences import EventOccurrence
from .packs import is_unrestricted


def occurrences_below(programme: Any, request: Any) -> OccurrenceQuerySet:
    """Return the occurrences below a programme that this reader may see.

    To a reader without a session only public pages exist; to others also the restricted pages
    whose restriction they have passed.
    """
    below = EventOccurrence.objects.filter(page__path__startswith=programme.path, page__live=True)
    if not may_have_passed_a_restriction(request):
        return below.public()
    for path in closed_paths(request):
        below = below.exclude(page__path__startswith=path)
    return below


def anyone_may_read(page: Any, request: Any) -> bool:
    """Return whether a page that this reader may open is open to all.

    To a reader without a session it is; for others it takes a query or two.
    """
    return not may_have_passed_a_restriction(request) or is_unrestricted(page)


def closed_paths(request: Any) -> list[str]:
    """Return the paths in the page tree that are closed to this reader."""
    restrictions = PageViewRestriction.objects.select_related("page")
    return [r.page.path for r in restrictions if not r.accept_request(request)]


def may_have_passed_a_restriction(request: Any) -> bool:
    """Return whether the reader has a session, without which no restriction can be passed."""
    session = getattr(request, "session", None)
    return session is not None and not session.is_empty()
