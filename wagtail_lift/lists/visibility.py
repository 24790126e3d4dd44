"""Which occurrences a reader may see: lists, months and feeds get them only from here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import OuterRef, Q, Subquery
from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..access.privacy import Branches, closed_to, may_have_passed_a_restriction
from ..models.occurrences import EventOccurrence
from ..models.page_model import get_page_model
from ..models.querysets import OccurrenceQuerySet


@dataclass(frozen=True)
class VisibleBelow:
    """The occurrences below a path of the page tree that a reader may see, as two querysets.

    ``closed`` is what the reader may not see; ``None`` if they may only see what is public.
    ``page_ids`` limits the rows to some pages, if set.
    """

    path: str
    closed: Branches | None
    page_ids: frozenset[int] | None = None

    @cached_property
    def joined(self) -> OccurrenceQuerySet:
        """Return the rows joined with their pages: for index scans that start anywhere."""
        return EventOccurrence.objects.filter(Q(page__live=True), *self._conditions("page__path"))

    @cached_property
    def page_by_page(self) -> OccurrenceQuerySet:
        """Return the same rows, with each page looked up by primary key.

        Use it if other conditions leave few rows, so that the cost does not grow with the site.
        """
        looked_up = EventOccurrence.objects.alias(tree_path=live_page("path"))
        return looked_up.filter(*self._conditions("tree_path"))

    def only_on(self, page_ids: Iterable[int]) -> "VisibleBelow":
        """Limit the rows to some pages."""
        here = frozenset(page_ids)
        return replace(self, page_ids=here if self.page_ids is None else here & self.page_ids)

    def _conditions(self, column: str) -> Iterator[Q]:
        """Yield the conditions on a row; ``column`` is the lookup of its page's path."""
        yield Q(**{f"{column}__startswith": self.path})
        if self.closed is None:
            yield Q(is_public=True)
        else:
            yield self.closed.outside("page_id", column)
        if self.page_ids is not None:
            yield Q(page_id__in=self.page_ids)


def visible_below(programme: AbstractPage, request: HttpRequest | None) -> VisibleBelow:
    """Return the occurrences that a reader may see below a programme.

    A reader without a session sees only public pages; others also see restricted pages whose
    restriction they have passed.
    """
    knows_more = may_have_passed_a_restriction(request)
    return VisibleBelow(programme.path, closed_to(request) if knows_more else None)


def occurrences_below(programme: AbstractPage, request: HttpRequest | None) -> OccurrenceQuerySet:
    """Return the occurrences below a programme that this reader may see."""
    return visible_below(programme, request).joined


def live_page(column: str) -> Subquery:
    """Return a column of an occurrence's live page, looked up by primary key."""
    pages = get_page_model()._default_manager.filter(pk=OuterRef("page_id"), live=True)
    return Subquery(pages.values(column))
