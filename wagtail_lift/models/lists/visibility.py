"""Which occurrences a reader may see: the only door to them for lists, months and feeds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from wagtail.models import PageViewRestriction

from ...querysets import OccurrenceQuerySet
from ..occurrences import EventOccurrence
from ..packs.lookup import is_unrestricted
from ..page_model import get_page_model


@dataclass(frozen=True, slots=True)
class VisibleBelow:
    """The occurrences below a programme that a reader may see, as two query sets of the same rows.

    ``joined`` joins the pages: for walks that begin anywhere. In ``page_by_page`` the database
    looks up the page of each row by its key: for rows that other conditions make few, so that the
    cost does not grow with the site.
    """

    joined: OccurrenceQuerySet
    page_by_page: OccurrenceQuerySet

    def only_on(self, page_ids: Iterable[int]) -> "VisibleBelow":
        """Keep the rows of some pages."""
        here = list(page_ids)
        return VisibleBelow(
            self.joined.filter(page_id__in=here), self.page_by_page.filter(page_id__in=here)
        )


def visible_below(programme: Any, request: Any) -> VisibleBelow:
    """Return what a reader may see below a programme.

    To a reader without a session only public pages exist; to others also the restricted pages
    whose restriction they have passed.
    """
    closed = closed_paths(request) if may_have_passed_a_restriction(request) else None
    looked_up = EventOccurrence.objects.alias(tree_path=live_page("path"))
    return VisibleBelow(
        _open_rows(
            EventOccurrence.objects.filter(page__live=True), "page__path", programme.path, closed
        ),
        _open_rows(looked_up, "tree_path", programme.path, closed),
    )


def occurrences_below(programme: Any, request: Any) -> OccurrenceQuerySet:
    """Return the occurrences below a programme that this reader may see."""
    return visible_below(programme, request).joined


def live_page(column: str) -> Subquery:
    """Return a column of the live page of an occurrence, looked up by the page's key."""
    pages = get_page_model()._default_manager.filter(pk=OuterRef("page_id"), live=True)
    return Subquery(pages.values(column))


def _open_rows(
    rows: OccurrenceQuerySet, column: str, path: str, closed: Sequence[str] | None
) -> OccurrenceQuerySet:
    """Keep the rows below a path of the tree, without what is closed; ``None`` closes to all."""
    below = rows.filter(**{f"{column}__startswith": path})
    if closed is None:
        return below.public()
    for closed_path in closed:
        below = below.exclude(**{f"{column}__startswith": closed_path})
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
