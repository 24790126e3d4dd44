"""Which occurrences a reader may see: lists, months and feeds get them only from here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..access.privacy import Branches, closed_to, may_have_passed_a_restriction
from ..models.occurrences import EventOccurrence
from ..models.page_model import get_page_model
from ..models.querysets import OccurrenceQuerySet
from .scopes import ListScope, scope_of_programme


@dataclass(frozen=True)
class VisibleBelow:
    """The occurrences of a scope that a reader may see, as two querysets.

    ``closed`` is what the reader may not see; ``None`` if they may only see what is public.
    ``page_ids`` and ``pages`` limit the rows to some pages, if set.
    """

    scope: ListScope
    closed: Branches | None
    page_ids: frozenset[int] | None = None
    pages: QuerySet[AbstractPage] | None = None

    @cached_property
    def joined(self) -> OccurrenceQuerySet:
        """Return the rows joined with their pages: for index scans that start anywhere."""
        conditions = self._conditions("page__path", "page__")
        return EventOccurrence.objects.filter(Q(page__live=True), *conditions)

    @cached_property
    def page_by_page(self) -> OccurrenceQuerySet:
        """Return the same rows, with each page looked up by primary key.

        Use it if other conditions leave few rows, so that the cost does not grow with the site.
        """
        looked_up = EventOccurrence.objects.alias(tree_path=live_page("path"))
        if self.scope.locale_id is not None:
            looked_up = looked_up.alias(tree_locale_id=live_page("locale_id"))
        if self.scope.types:
            looked_up = looked_up.alias(tree_content_type_id=live_page("content_type_id"))
        return looked_up.filter(*self._conditions("tree_path", "tree_"))

    def only_on(self, page_ids: Iterable[int]) -> "VisibleBelow":
        """Limit the rows to some pages."""
        here = frozenset(page_ids)
        return replace(self, page_ids=here if self.page_ids is None else here & self.page_ids)

    def _conditions(self, path: str, page: str) -> Iterator[Q]:
        """Yield the conditions on a row; see ``ListScope.holds`` for ``path`` and ``page``."""
        yield from self.scope.holds(path, page)
        if self.closed is None:
            yield Q(is_public=True)
        else:
            yield self.closed.outside("page_id", path)
        if self.page_ids is not None:
            yield Q(page_id__in=self.page_ids)
        if self.pages is not None:
            yield Q(Exists(self.pages.filter(pk=OuterRef("page_id"))))


def visible_in(scope: ListScope, request: HttpRequest | None) -> VisibleBelow:
    """Return the occurrences of a scope that a reader may see.

    A reader without a session or token sees only public pages; others also see restricted pages
    whose restriction they have passed.
    """
    knows_more = may_have_passed_a_restriction(request)
    return VisibleBelow(scope, closed_to(request) if knows_more else None)


def visible_below(programme: AbstractPage, request: HttpRequest | None) -> VisibleBelow:
    """Return the occurrences that a reader may see below a programme."""
    return visible_in(scope_of_programme(programme, request), request)


def occurrences_below(programme: AbstractPage, request: HttpRequest | None) -> OccurrenceQuerySet:
    """Return the occurrences below a programme that this reader may see."""
    return visible_below(programme, request).joined


def live_page(column: str) -> Subquery:
    """Return a column of an occurrence's live page, looked up by primary key."""
    pages = get_page_model()._default_manager.filter(pk=OuterRef("page_id"), live=True)
    return Subquery(pages.values(column))
