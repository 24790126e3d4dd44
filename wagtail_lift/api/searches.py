"""Search in both API versions: the search engine finds matches, the database does the rest.

So filters, ordering and privacy work with any search backend, and nobody finds a closed pack by
content that it holds back.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, QuerySet, When
from django.http import QueryDict
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from ..lists.searches import MOST_FOUND, words_of
from ..models import get_page_model
from ..models.kinds import PackKind, page_types
from ..packs.openness import only_open


def with_plain_search(query: QueryDict) -> QueryDict:
    """Return a query string whose search is reduced to plain words."""
    if "search" not in query:
        return query
    plain = query.copy()
    plain["search"] = words_of(query["search"])
    return plain


def found_in(
    queryset: QuerySet,
    words: str,
    *,
    operator: str | None,
    is_sorted: bool,
    is_for_editors: bool = False,
) -> QuerySet:
    """Return the rows of a queryset that are among the best matches for some words.

    The best come first unless the queryset is already sorted. Editors can see closed packs and
    drafts, so they also find them; only the title of a closed pack is searched.
    """
    if not words:
        return queryset.none()
    model = queryset.model
    rows = (
        model._default_manager.all() if is_for_editors else model._default_manager.filter(live=True)
    )
    found = get_search_backend().search(words, rows.only("pk"), operator=operator)
    keys = [row.pk for row in found[:MOST_FOUND]]
    if not is_for_editors and issubclass(model, get_page_model()):
        closed = closed_packs(keys)
        keys = [key for key in keys if key not in closed]
    if not keys:
        return queryset.none()
    matching = queryset.filter(pk__in=keys)
    if is_sorted:
        return matching
    return matching.order_by(Case(*(When(pk=key, then=n) for n, key in enumerate(keys))))


def closed_packs(keys: Iterable[Any] | None = None) -> set[Any]:
    """Return the keys of the insights packs that are not open, among some pages or all of them."""
    now = timezone.now()
    closed: set[Any] = set()
    for pack_type in page_types(PackKind):
        packs = pack_type._default_manager.filter(live=True)
        if keys is not None:
            packs = pack_type._default_manager.filter(pk__in=keys)
        listed = set(packs.values_list("pk", flat=True))
        if listed:
            closed |= listed - set(only_open(packs, now).values_list("pk", flat=True))
    return closed
