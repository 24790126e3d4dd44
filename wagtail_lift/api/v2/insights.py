"""The endpoint of an insights pack page type: open packs only."""

from typing import Any

from django.db.models import QuerySet, Value
from django.utils.functional import cached_property

from ...lists.packs import latest_first, packs_about, packs_of_type
from ...models.kinds import PackKind
from ...packs.openness import only_open
from ..parameters import EVENT, OF_PACKS, read_event
from ..scopes import PROGRAMME
from .list_parameters import ListParametersMixin
from .pages import PageTypeAPIViewSet


class InsightsAPIViewSet(ListParametersMixin):
    """Open insights packs; no other pack is found here.

    A list holds what the site's lists of packs hold, found by their filters, in their order unless
    the request asks for another.
    """

    list_filters = OF_PACKS
    known_query_parameters = PageTypeAPIViewSet.known_query_parameters | {
        *OF_PACKS,
        EVENT,
        PROGRAMME,
    }
    listing_default_fields = [
        *PageTypeAPIViewSet.listing_default_fields,
        "introduction",
        "licence",
        "people_count",
        "organisations_count",
        "stories_count",
    ]

    def get_queryset(self) -> QuerySet:
        """Return the packs that are open now; in a list, those that match."""
        return self._open_packs.all()

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Return the packs that match, latest published first unless the request orders them."""
        found = super().filter_queryset(queryset)
        is_ours = self.action == "listing_view" and self.is_in_order_of_lists
        return latest_first(found) if is_ours else found

    @cached_property
    def _open_packs(self) -> QuerySet:
        if self.action == "listing_view":
            opened = self._listed().select_related("locale")
        else:
            opened = only_open(super().get_queryset(), self.now)
        return opened.annotate(lift_is_open=Value(True))

    def _listed(self) -> QuerySet:
        event = self.read(lambda: read_event(self.request.GET))
        about = packs_about(event, self.scope, None) if event is not None else None
        return packs_of_type(self.model, self.scope, self.now, self.filters, event_ids=about)


def insights_endpoint(page_type: type[PackKind], **attributes: Any) -> type[InsightsAPIViewSet]:
    """Return an endpoint for a pack page type of the site; ``attributes`` override its own."""
    return type(
        f"{page_type.__name__}APIViewSet",
        (InsightsAPIViewSet,),
        {"model": page_type, **attributes},
    )
