"""The list of all events: where each stands, filtered by status, month and programme."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn

from ..domain.schedule import plan_first_date, zone
from ..enums import Status
from ..models.kinds import EventKind
from ..querysets import headline_subquery, with_event_status
from .event_filters import EventFilterSet
from .event_order import SOONEST, WHEN, by_time
from .list_style import WIDE_ONLY
from .page_lists import PUBLISHED_COLUMN, TITLE_COLUMN, KindListView, KindListViewSet

RESTING = frozenset({Status.TAKEN_PLACE, Status.CANCELLED, Status.POSTPONED})


def status_label(page: Any) -> str:
    """Return the status of a listed event in words; a draft has none yet."""
    return str(Status(page.status_now).label) if page.live else str(_("Not published"))


def local_starts_at(page: Any) -> datetime | None:
    """Return when a listed event starts, in its own zone; of a draft, what is planned."""
    starts_at = page.starts_at if page.live else plan_first_date(page.typed_dates).starts_at
    return starts_at and starts_at.astimezone(zone(zone_name(page)))


def local_ends_at(page: Any) -> datetime | None:
    """Return when a listed event ends, in its own zone; of a draft, what is planned."""
    ends_at = page.ends_at if page.live else plan_first_date(page.typed_dates).ends_at
    return ends_at and ends_at.astimezone(zone(zone_name(page)))


def zone_name(page: Any) -> str:
    """Return the name of a listed event's zone."""
    return str((page.event_timezone if page.live else page.timezone) or "UTC")


class EventStatusColumn(StatusTagColumn):
    """The status as the page itself shows it."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(
            name,
            accessor=status_label,
            primary=lambda page: page.live and page.status_now not in RESTING,
            **kwargs,
        )


class LocalTimeColumn(Column):
    """A start in the event's zone, whatever zone the editor's account prefers."""

    cell_template_name = "wagtail_lift/admin/local_time_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Add the zone's name."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "zone_name": zone_name(instance).replace("_", " ")}


class EventListView(KindListView):
    """All events that the user may explore."""

    kind = EventKind
    page_title = _("Events")
    verbose_name = _("event")
    verbose_name_plural = _("events")
    header_icon = "date"
    default_ordering = SOONEST
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        TITLE_COLUMN,
        Column("parent_title", label=_("Programme"), classname=WIDE_ONLY),
        LocalTimeColumn(WHEN, label=_("When"), sort_key=WHEN, accessor=local_starts_at),
        EventStatusColumn("status_now", label=_("Status")),
        PUBLISHED_COLUMN,
    ]
    export_columns: Mapping[str, Any] = {
        "title": _("Title"),
        "programme": _("Programme"),
        "status": _("Status"),
        "starts": _("Starts"),
        "ends": _("Ends"),
        "timezone": _("Time zone"),
        "place": _("Place"),
        "url": _("Address"),
    }

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Add status and time of the date that each event is known by."""
        now = timezone.now()
        pages = with_event_status(pages, now).annotate(
            starts_at=headline_subquery(now, "starts_at"),
            ends_at=headline_subquery(now, "ends_at"),
            event_timezone=headline_subquery(now, "timezone"),
            event_place=headline_subquery(now, "place"),
        )
        return super().annotate_queryset(pages)

    def get_valid_orderings(self) -> list[str]:
        """Leave out what search engines cannot order by: what they find is in its own order."""
        orderings = super().get_valid_orderings()
        by_date = (WHEN, f"-{WHEN}") if self.is_searching else ()
        return [ordering for ordering in orderings if ordering not in by_date]

    def get_ordering(self) -> str | None:
        """Return the order asked for; what is found by searching is never ordered by time."""
        ordering = super().get_ordering()
        return (
            KindListView.default_ordering if self.is_searching and ordering == SOONEST else ordering
        )

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Order by time unless another column is asked for."""
        if self.ordering in (SOONEST, WHEN, f"-{WHEN}"):
            return by_time(queryset, self.ordering, timezone.now())
        return super().order_queryset(queryset)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Return one event as a row: only what its page says, times in the event's zone."""
        starts_at, ends_at = local_starts_at(item), local_ends_at(item)
        return {
            "title": item.title,
            "programme": item.parent_title,
            "status": status_label(item),
            "starts": f"{starts_at:%Y-%m-%d %H:%M}" if starts_at else "",
            "ends": f"{ends_at:%Y-%m-%d %H:%M}" if ends_at else "",
            "timezone": zone_name(item),
            "place": item.event_place or "",
            "url": item.get_full_url(self.request) or "",
        }


class EventListViewSet(KindListViewSet):
    """Events in the menu."""

    name = "lift_events"
    url_prefix = "lift/events"
    index_view_class = EventListView
    filterset_class = EventFilterSet
    icon = "date"
    menu_label = _("Events")
    menu_name = "lift-events"
    menu_order = 10
    export_filename = "events"
