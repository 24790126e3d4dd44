"""Venues in the admin, in the events group of the menu."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.models import SNIPPET_MODELS, register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet
from wagtail.utils.urlpatterns import decorate_urlpatterns

from ..http.odd_characters import PlainAddressMixin
from ..models import Venue
from .exports import ColumnExportMixin
from .list_style import WIDE_ONLY, StyledListMixin
from .menu import SUBMENU_HOOK
from .refusals import answer_refusals
from .venue_chooser import VenueChooserViewSet


class VenueListView(PlainAddressMixin, StyledListMixin, ColumnExportMixin, IndexView):
    """All venues."""

    export_columns: Mapping[str, Any] = {
        "name": _("Name"),
        "address": _("Address"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "access": _("Access"),
    }

    def to_row_dict(self, item: Venue) -> dict[str, Any]:
        """Return one venue as a row."""
        return {
            "name": item.name,
            "address": item.address,
            "latitude": item.latitude,
            "longitude": item.longitude,
            "access": ", ".join(str(feature.label) for feature in item.promised_access),
        }


class VenueViewSet(SnippetViewSet):
    """Venues in the menu."""

    model = Venue
    icon = "home"
    menu_label = _("Venues")
    menu_name = "lift-venues"
    menu_order = 35
    menu_hook = SUBMENU_HOOK
    index_view_class = VenueListView
    chooser_viewset_class = VenueChooserViewSet
    list_display = [
        "name",
        Column("address", label=_("Address"), classname=WIDE_ONLY),
        LiveStatusTagColumn(),
        UpdatedAtColumn(classname=WIDE_ONLY),
    ]
    list_filter = ["live"]
    export_filename = "venues"

    def get_urlpatterns(self) -> list[Any]:
        """Return the URL patterns, whose views report refused publishing."""
        return decorate_urlpatterns(super().get_urlpatterns(), answer_refusals)


def register_venues() -> None:
    """Register venues, unless the site has done so itself."""
    if Venue not in SNIPPET_MODELS:
        register_snippet(VenueViewSet)
