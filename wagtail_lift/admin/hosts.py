"""Hosts in the admin, for the site's host model, in the events group of the menu."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.models import SNIPPET_MODELS, register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet
from wagtail.utils.urlpatterns import decorate_urlpatterns

from ..http.odd_characters import PlainAddressMixin
from ..models import AbstractHostProfile, get_host_model
from .exports import ColumnExportMixin
from .host_chooser import HostChooserViewSet, listed_label
from .list_style import WIDE_ONLY, StyledListMixin
from .menu import SUBMENU_HOOK
from .refusals import answer_refusals


class HostListView(PlainAddressMixin, StyledListMixin, ColumnExportMixin, IndexView):
    """All hosts; the export contains public values only."""

    export_columns: Mapping[str, Any] = {
        "name": _("Name"),
        "kind": _("Kind"),
        "position": _("Role"),
        "organisation": _("Organisation"),
        "website": _("Website"),
        "listed": _("Listed"),
    }

    def to_row_dict(self, item: AbstractHostProfile) -> dict[str, Any]:
        """Return one host as a row."""
        return {
            "name": item.display_name,
            "kind": item.get_kind_display(),
            "position": item.position,
            "organisation": item.organisation,
            "website": item.website,
            "listed": listed_label(item),
        }


class HostProfileViewSet(SnippetViewSet):
    """Hosts in the menu."""

    icon = "group"
    menu_label = _("Hosts")
    menu_name = "lift-hosts"
    menu_order = 30
    menu_hook = SUBMENU_HOOK
    index_view_class = HostListView
    chooser_viewset_class = HostChooserViewSet
    list_display = [
        "name",
        Column("get_kind_display", label=_("Kind"), sort_key="kind", classname=WIDE_ONLY),
        Column(
            "organisation", label=_("Organisation"), sort_key="organisation", classname=WIDE_ONLY
        ),
        Column("listed", label=_("Listed"), accessor=listed_label),
        LiveStatusTagColumn(classname=WIDE_ONLY),
        UpdatedAtColumn(classname=WIDE_ONLY),
    ]
    list_filter = ["kind", "is_listed", "live"]
    export_filename = "hosts"

    @property
    def model(self) -> type[AbstractHostProfile]:
        """Return the site's host model."""
        return get_host_model()

    def get_urlpatterns(self) -> list[Any]:
        """Return the URL patterns, whose views report refused publishing."""
        return decorate_urlpatterns(super().get_urlpatterns(), answer_refusals)

    def get_edit_handler(self) -> Any:
        """Return the tabs of the profile, unless the site's model has a handler of its own."""
        if hasattr(self.model, "edit_handler") or hasattr(self.model, "panels"):
            return super().get_edit_handler()
        return self.model.get_profile_tabs().bind_to_model(self.model)


def register_hosts() -> None:
    """Register the site's host model, unless the site has done so itself."""
    if get_host_model() not in SNIPPET_MODELS:
        register_snippet(HostProfileViewSet)
