"""Lists of open insights packs below a programme, filtered by the facets and days of their events.

These filters only find a pack if its event is public.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.db.models import DateTimeField, Exists, Func, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.http import HttpRequest
from wagtail.models import AbstractPage

from ..conf import settings
from ..domain.filters import ListFilters, parse_filters
from ..events.identity import pages_beside
from ..models.kinds import PackKind, ProgrammeKind, page_types
from ..models.occurrences import EventFacet, EventOccurrence
from ..models.page_model import get_page_model
from ..packs.openness import only_open
from .cards import PackCard, pack_cards
from .events import Slice
from .facet_conditions import with_facets
from .facet_options import OFFERED, FacetOption, options_of
from .filter_forms import PackFilterForm
from .rows import overlapping
from .scopes import ListScope, scope_of_programme
from .searches import found_pages
from .visibility import visible_in

LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
"""Stands in for an unknown publication time, before all others."""


@dataclass(frozen=True, slots=True)
class PackListing:
    """One page of a list of packs, latest published first, with its filter form."""

    slice: Slice
    filters: ListFilters
    filter_form: PackFilterForm

    @property
    def items(self) -> Sequence[PackCard]:
        """Return the cards of this page."""
        return self.slice.items

    @property
    def found_nothing(self) -> bool:
        """Return whether the list is empty because of filters."""
        return not self.items and self.filters.narrows

    @property
    def can_be_narrowed(self) -> bool:
        """Return whether a filter form is useful: there are several packs, or active filters."""
        several = len(self.items) > 1 or self.slice.has_previous or self.slice.has_next
        return several or self.filters.narrows


def list_packs(programme: AbstractPage, request: HttpRequest, now: datetime) -> PackListing:
    """Return one page of the open packs below a programme that match the URL.

    It reads the parameters ``tag``, ``audience``, ``host``, ``mode``, ``access``, ``from``, ``to``,
    ``q`` and ``page``. The number of queries does not grow with the number of packs.
    """
    asked = parse_filters(dict(request.GET.lists()))
    filters = replace(asked, when="", each_date=False, status=())
    scope = scope_of_programme(programme, request)
    opened = _open_in(scope, now)
    narrowed = [_narrowed(packs, filters, scope) for packs in opened]
    size = settings.PAGE_SIZE
    start = (filters.page - 1) * size
    found = _latest(narrowed, start, start + size + 1)
    listed = Slice(
        pack_cards(found[:size], request),
        filters.page,
        len(found) > size,
        filters.on_page(filters.page - 1, "").query,
        filters.on_page(filters.page + 1, "").query,
    )
    return PackListing(listed, filters, PackFilterForm(filters, _options(opened)))


def packs_in(
    scope: ListScope,
    now: datetime,
    filters: ListFilters,
    *,
    event_ids: Collection[int] | None = None,
    start: int,
    end: int,
) -> list[PackKind]:
    """Return some of the open packs of a scope that match, of any type, latest published first.

    See ``packs_of_type`` for what they match.
    """
    by_type = [
        packs_of_type(model, scope, now, filters, event_ids=event_ids)
        for model in page_types(PackKind)
    ]
    return _latest(by_type, start, end)


def packs_of_type(
    model: type[PackKind],
    scope: ListScope,
    now: datetime,
    filters: ListFilters,
    *,
    event_ids: Collection[int] | None = None,
) -> QuerySet[PackKind]:
    """Return the open packs of one type of a scope that match, in no order.

    With ``event_ids``, only packs about these event pages. The filters are those of
    ``list_packs``.
    """
    opened = _open_of(model, scope, now)
    if event_ids is not None:
        opened = opened.filter(event__in=event_ids)
    return _narrowed(opened, filters, scope)


def latest_first(packs: QuerySet[PackKind]) -> QuerySet[PackKind]:
    """Return packs in the order of lists: latest published first."""
    return packs.order_by(_published().desc(), "-pk")


def packs_about(key: int, scope: ListScope, request: HttpRequest | None) -> list[int]:
    """Return the pages of the event of a page, which its packs may be about.

    None if this reader may not see the page or it is elsewhere.
    """
    if not visible_in(scope, request).only_on([key]).page_by_page.exists():
        return []
    return pages_beside(get_page_model()(pk=key))


def latest_packs(
    programme: AbstractPage, request: HttpRequest, now: datetime, *, count: int
) -> list[PackCard]:
    """Return the first ``count`` open packs below a programme, latest published first."""
    return pack_cards(
        _latest(_open_in(scope_of_programme(programme, None), now), 0, count), request
    )


def newest_packs(
    programme: ProgrammeKind, request: HttpRequest, now: datetime, *, count: int
) -> list[PackCard]:
    """Return the first ``count`` open packs, most recently opened first.

    That was when its event ended or when it was published, whichever is later. A pack may be public
    when its event is not; its card then names no event.
    """
    return pack_cards(
        _latest(_open_in(scope_of_programme(programme, None), now), 0, count, _came_to_be_open()),
        request,
    )


def has_open_packs(programme: ProgrammeKind, now: datetime) -> bool:
    """Return whether any pack below a programme or about its events is open."""
    return any(packs.exists() for packs in _open_in(scope_of_programme(programme, None), now))


def _open_in(scope: ListScope, now: datetime) -> list[QuerySet[PackKind]]:
    """Return the open packs in the branches of a scope or about its events, by page type."""
    return [_open_of(model, scope, now) for model in page_types(PackKind)]


def _open_of(model: type[PackKind], scope: ListScope, now: datetime) -> QuerySet[PackKind]:
    here = scope.within() | scope.within("event__path")
    if scope.locale_id is not None:
        here &= Q(locale=scope.locale_id)
    return only_open(model._default_manager.filter(here), now).order_by()


def _narrowed(
    packs: QuerySet[PackKind], filters: ListFilters, scope: ListScope
) -> QuerySet[PackKind]:
    """Keep the packs that match the filters; a pack about a single date must match with it."""
    if replace(filters, q="", page=1) != ListFilters():
        days = overlapping(*filters.window(scope.timezone))
        dates = with_facets(EventOccurrence.objects.public().filter(days), filters)
        of_event = dates.filter(page=OuterRef("event"))
        of_date = of_event.filter(meeting=OuterRef("meeting"))
        packs = packs.filter(
            Q(Exists(of_event), meeting=None) | Q(Exists(of_date), meeting__isnull=False)
        )
    return packs.filter(pk__in=found_pages(packs.model, filters.q)) if filters.q else packs


def _published() -> Coalesce:
    return Coalesce("first_published_at", Value(LONG_AGO), output_field=DateTimeField())


def _came_to_be_open() -> Greatest:
    dates = EventOccurrence.objects.filter(pack=OuterRef("pk")).order_by("pack_opens_at")
    opened = Coalesce(
        Subquery(dates.values("pack_opens_at")[:1]), Value(LONG_AGO), output_field=DateTimeField()
    )
    return Greatest(_published(), opened)


def _latest(
    by_type: Sequence[QuerySet[PackKind]], start: int, end: int, since: Func | None = None
) -> list[PackKind]:
    """Return packs of all types, latest published first: one query, plus one for each type.

    ``since`` is another expression to order by instead, also latest first.
    """
    of_any = Q(pk__in=())
    for packs in by_type:
        of_any |= Q(pk__in=packs.values("pk"))
    latest_first = (since or _published()).desc()
    pages = get_page_model()._default_manager.filter(of_any).order_by(latest_first, "-pk")
    keys = list(pages.values_list("pk", flat=True)[start:end])
    found = {
        pack.pk: pack
        for packs in by_type
        for pack in packs.model._default_manager.filter(pk__in=keys).defer_streamfields()
    }
    return [found[key] for key in keys]


def _options(opened: Sequence[QuerySet[PackKind]]) -> list[FacetOption]:
    """Return the facets of the public events of open packs; one query."""
    of_any = Q(page__in=())
    for packs in opened:
        of_any |= Q(page__in=packs.values("event"))
    public = EventOccurrence.objects.public().values("page")
    facets = EventFacet.objects.filter(of_any, page__in=public, kind__in=list(OFFERED))
    return options_of(facets.order_by("pk").values_list("kind", "value", "label"))
