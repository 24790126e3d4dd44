"""The ``events`` endpoint as a list: the filters and the order of the site's own lists."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import cached_property
from wagtail.api import APIField
from wagtail.models import AbstractPage, get_page_models

from ...domain.filters import PAST, UPCOMING, ListFilters
from ...lists.card_pages import complete_cards
from ...lists.rows import ListRows
from ...lists.scopes import ListScope
from ...lists.searches import found_in_scope
from ...lists.slices import SlicedList
from ...lists.visibility import VisibleBelow
from ...lists.walks import ListedRow
from ...models.page_model import get_page_model
from ..fields import APIRequest, Computed
from ..parameters import FILTERS
from ..scopes import NAMES, PROGRAMME
from ..values.cards import card_values
from .list_parameters import ListParametersMixin
from .pages import PageTypeAPIViewSet

CARD = "card"

_WITHOUT_EFFECT = {*FILTERS, *NAMES, "limit", "offset", "fields", "format", "rich_text_format", "_"}
"""Parameters that narrow a list in no other way than its scope and filters."""


def read_card(page: AbstractPage, request: APIRequest | None) -> dict[str, Any] | None:
    """Return the card of a listed event, ``None`` where no list is read."""
    card: dict[str, Any] | None = getattr(page, "lift_card", None)
    return card


class EventListMixin(ListParametersMixin):
    """Lists events like the site: in each part, at the date that the filters find.

    Without ``order`` and ``search``, an event with several dates is listed once in each part, or at
    each date if the request asks for dates. With one of them, each event is listed once.
    """

    known_query_parameters = PageTypeAPIViewSet.known_query_parameters | {*FILTERS, PROGRAMME}
    body_fields = [*PageTypeAPIViewSet.body_fields, APIField(CARD, serializer=Computed(read_card))]

    @classmethod
    def get_detail_default_fields(cls, model: type) -> list[str]:
        """Return the fields of one event, which is no card."""
        return [name for name in super().get_detail_default_fields(model) if name != CARD]

    def get_base_queryset(self) -> QuerySet:
        """Return the pages that this reader may see; none where a scope says which they are."""
        if self.action == "listing_view" and self.is_in_order_of_lists and self._is_whole_scope:
            return get_page_model()._default_manager.none()
        return super().get_base_queryset()

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return the events that match; where Wagtail orders them, by the filters of lists too."""
        found = super().filter_queryset(queryset)
        if self.action != "listing_view" or self.is_in_order_of_lists:
            return found
        rows = self._rows(None)
        if rows.filters == ListFilters() and not self.names_programme:
            return found
        parts = [rows.dates(when) for when in (UPCOMING, PAST) if rows.can_have(when)]
        matching = rows.matching().filter(_any_of(parts), page=OuterRef("pk"))
        return found.filter(Exists(matching))

    def paginate_queryset(self, queryset: QuerySet) -> list[AbstractPage]:
        """Return one page of the list."""
        if not self.is_in_order_of_lists:
            return super().paginate_queryset(queryset)
        return super().paginate_queryset(_ListedPages(self, self._rows(queryset)))

    @property
    def _is_whole_scope(self) -> bool:
        """Return whether the endpoint narrows the events by nothing but what a scope says.

        Databases then need not look at the pages as Wagtail's queryset finds them, which is slow.
        """
        own = type(self)
        names = ("get_queryset", "get_base_queryset", "filter_queryset", "filter_backends")
        is_ours = all(getattr(own, name) is getattr(self.plain, name) for name in names)
        return is_ours and self.request.GET.keys() <= _WITHOUT_EFFECT

    def _rows(self, pages: QuerySet | None) -> ListRows:
        """Return what the filters match among some pages, all that are public by default."""
        filters, scope = self.filters, self.scope
        among = None if pages is None or self._is_whole_scope else pages.order_by()
        visible = VisibleBelow(scope, None, pages=among)
        if filters.q:
            visible = visible.only_on(found_in_scope(scope, filters.q))
        return ListRows(visible, filters, self.now, scope.timezone)

    @cached_property
    def scope(self) -> ListScope:
        """Return the scope that the request names, of events of this type."""
        models = [model for model in get_page_models() if issubclass(model, self.model)]
        types = ContentType.objects.get_for_models(*models, for_concrete_models=False)
        return replace(super().scope, types=tuple(sorted(kind.pk for kind in types.values())))

    def pages_in_order(self, listed: list[ListedRow], rows: ListRows) -> list[Any]:
        """Return the page of each row, with its card if the request asks for it.

        If nothing but cards is shown, no page is fetched.
        """
        if self.shown_fields == {CARD}:
            return [CardAlone(card) for card in self._cards(listed, rows)]
        keys = {row.occurrence.page_id for row in listed}
        pages = self.with_shown(self.model._default_manager.filter(pk__in=keys)).in_bulk()
        there = [row for row in listed if row.occurrence.page_id in pages]
        found = list(_once_each(pages[row.occurrence.page_id] for row in there))
        if CARD in self.shown_fields:
            for page, card in zip(found, self._cards(there, rows), strict=True):
                page.lift_card = card
        return found

    def _cards(self, listed: list[ListedRow], rows: ListRows) -> list[dict[str, Any]]:
        cards = complete_cards(listed, rows, self.scope)
        return [card_values(card, self.scope) for card in cards]


@dataclass(frozen=True, slots=True)
class CardAlone:
    """Stands for a listed page of which only the card is shown."""

    lift_card: dict[str, Any]


class _ListedPages:
    """The pages of a list in order, for Wagtail's pagination, which counts and slices."""

    def __init__(self, view: EventListMixin, rows: ListRows) -> None:
        listed = SlicedList(rows)
        self._view, self._rows = view, rows
        self._listed = listed if CARD in view.shown_fields else listed.keys_only()

    def count(self) -> int:
        return self._listed.count()

    def __getitem__(self, part: slice) -> list[AbstractPage]:
        return self._view.pages_in_order(self._listed[part], self._rows)


def _any_of(conditions: list[Q]) -> Q:
    found = Q(pk__in=())
    for condition in conditions:
        found |= condition
    return found


def _once_each(pages: Iterable[AbstractPage]) -> Iterator[AbstractPage]:
    """Yield each page, a copy where it comes again: each has a card of its own."""
    seen: set[int] = set()
    for page in pages:
        yield copy(page) if page.pk in seen else page
        seen.add(page.pk)
