"""The endpoint of an insights pack page type: open packs only."""

from typing import Any

from django.db.models import QuerySet, Value
from django.utils import timezone
from django.utils.functional import cached_property

from ...models.kinds import PackKind
from ...packs.openness import only_open
from .pages import PageTypeAPIViewSet


class InsightsAPIViewSet(PageTypeAPIViewSet):
    """Open insights packs; no other pack is found here."""

    listing_default_fields = [
        *PageTypeAPIViewSet.listing_default_fields,
        "introduction",
        "licence",
        "people_count",
        "organisations_count",
        "stories_count",
    ]

    def get_queryset(self) -> QuerySet:
        """Return the packs that are open now."""
        return self._open_packs.all()

    @cached_property
    def _open_packs(self) -> QuerySet:
        opened = only_open(super().get_queryset(), timezone.now())
        return opened.annotate(lift_is_open=Value(True))


def insights_endpoint(page_type: type[PackKind], **attributes: Any) -> type[InsightsAPIViewSet]:
    """Return an endpoint for a pack page type of the site; ``attributes`` override its own."""
    return type(
        f"{page_type.__name__}APIViewSet",
        (InsightsAPIViewSet,),
        {"model": page_type, **attributes},
    )
