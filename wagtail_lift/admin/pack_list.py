"""The list of all insights packs: what each is about, and whether it is open."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn

from ..domain.instants import zone
from ..models import get_page_model
from ..models.kinds import PackKind
from ..packs.openness import openings
from .page_lists import PUBLISHED_COLUMN, TITLE_COLUMN, KindListView, KindListViewSet


def opening_in_words(opens_at: datetime | None, timezone_name: str, now: datetime) -> str:
    """Return whether a pack is open, and if not, when it opens in the event's zone."""
    if opens_at is None:
        return gettext("Not open")
    if opens_at <= now:
        return gettext("Open")
    local = opens_at.astimezone(zone(timezone_name))
    return gettext("Opens %(when)s") % {"when": f"{local:%Y-%m-%d %H:%M} {timezone_name}"}


def tell_about(packs: Iterable[PackKind], now: datetime) -> None:
    """Set ``about`` and ``opening`` on each pack, in a few queries for all of them."""
    packs = list(packs)
    events = {pack.event_id for pack in packs} - {None}
    titles = dict(get_page_model().objects.filter(pk__in=events).values_list("pk", "title"))
    for pack, opening in zip(packs, openings(packs), strict=True):
        pack.about = titles.get(pack.event_id, "")
        pack.opening = opening_in_words(opening.opens_at, opening.timezone, now)


class PackListView(KindListView):
    """All insights packs that the user may explore."""

    kind = PackKind
    page_title = _("Insights packs")
    verbose_name = _("insights pack")
    verbose_name_plural = _("insights packs")
    header_icon = "openquote"
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        TITLE_COLUMN,
        Column("about", label=_("Event")),
        Column("opening", label=_("Insights")),
        PUBLISHED_COLUMN,
    ]
    export_columns: Mapping[str, Any] = {
        "title": _("Title"),
        "event": _("Event"),
        "opening": _("Insights"),
        "url": _("Address"),
    }

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what each listed pack is about."""
        context = super().get_context_data(*args, **kwargs)
        tell_about(context["object_list"], timezone.now())
        return context

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> Any:
        """Export the packs with what each is about."""
        packs = list(queryset)
        tell_about(packs, timezone.now())
        return super().as_spreadsheet(packs, spreadsheet_format)

    def to_row_dict(self, item: PackKind) -> dict[str, Any]:
        """Return one pack as a row."""
        return {
            "title": item.title,
            "event": item.about,
            "opening": item.opening,
            "url": item.get_full_url(self.request) or "",
        }


class PackListViewSet(KindListViewSet):
    """Insights packs in the menu."""

    name = "lift_packs"
    url_prefix = "lift/packs"
    index_view_class = PackListView
    icon = "openquote"
    menu_label = _("Insights packs")
    menu_name = "lift-packs"
    menu_order = 20
    export_filename = "insights-packs"
