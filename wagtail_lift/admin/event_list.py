"""The list of all events with their status: searched, filtered and ordered by time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn

from ..calendars.sizes import LargeCalendar
from ..domain.lifecycle import event_lifecycle
from ..domain.schedule import plan_date
from ..domain.when import When, when_of
from ..enums import Status
from ..formats.when_words import plain_end, plain_start
from ..models.kinds import EventKind, page_types
from .event_filters import EventFilterSet
from .event_order import SOONEST, WHEN, by_time
from .event_search import found_by
from .large_calendars import large_calendars_for
from .list_style import WIDE_ONLY
from .page_lists import PUBLISHED_COLUMN, TITLE_COLUMN, KindListView, KindListViewSet
from .ready_filters import ready_filters

RESTING = frozenset({Status.TAKEN_PLACE, Status.CANCELLED, Status.POSTPONED})


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """What the list shows of an event: the same as its page if published, the plan if a draft.

    ``status`` is ``None`` for a draft, ``when`` without a date.
    """

    status: Status | None
    when: When | None
    timezone: str
    place: str = ""


def listed_event(page: EventKind) -> ListedEvent:
    """Return what the list shows of a page whose ``lift_occurrences`` are prefetched."""
    if not page.live:
        planned, timezone_name = plan_date(page.typed_dates), page.timezone or "UTC"
        return ListedEvent(None, when_of(planned, timezone_name), timezone_name)
    dates = {facts: date for date in page.lift_occurrences.all() for facts in [date.facts()]}
    lifecycle = event_lifecycle(dates, timezone.now())
    shown = dates.get(lifecycle.headline)
    if shown is None:
        return ListedEvent(lifecycle.status, None, "UTC")
    return ListedEvent(lifecycle.status, shown.when, shown.timezone, shown.place)


def status_label(page: EventKind) -> str:
    """Return the status of a listed event in words; a draft has none yet."""
    status = listed_event(page).status
    return str(status.label if status else _("Not published"))


def is_awake(page: EventKind) -> bool:
    """Return whether a listed event is published and not in one of the ``RESTING`` statuses."""
    status = listed_event(page).status
    return status is not None and status not in RESTING


class EventStatusColumn(StatusTagColumn):
    """The status as the page itself shows it."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(
            name,
            accessor=status_label,
            primary=is_awake,
            **kwargs,
        )


class LocalTimeColumn(Column):
    """A start in the event's zone, not in that of the editor's account."""

    cell_template_name = "wagtail_lift/admin/local_time_cell.html"

    def get_cell_context_data(self, instance: EventKind, parent_context: Any) -> dict[str, Any]:
        """Add the zone's name."""
        context = super().get_cell_context_data(instance, parent_context)
        name = listed_event(instance).timezone
        return {**context, "zone_name": name.replace("_", " ")}


class EventListView(KindListView):
    """All events that the user may explore."""

    kind = EventKind
    template_name = "wagtail_lift/admin/event_list.html"
    results_template_name = "wagtail_lift/admin/event_list_results.html"
    page_title = _("Events")
    verbose_name = _("event")
    verbose_name_plural = _("events")
    header_icon = "date"
    default_ordering = SOONEST
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        TITLE_COLUMN,
        Column("parent_title", label=_("Programme"), classname=WIDE_ONLY),
        LocalTimeColumn(
            WHEN, label=_("When"), sort_key=WHEN, accessor=lambda page: listed_event(page).when
        ),
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
        """Prefetch the dates of the listed events only."""
        return super().annotate_queryset(pages).prefetch_related("lift_occurrences")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the ready-made filters, and the calendars that are too large.

        These are told on the whole page but not with results alone.
        """
        return {
            **super().get_context_data(**kwargs),
            "large_calendars": [] if self.results_only else self._large_calendars(),
            "ready_filters": ready_filters(self.index_url, self.request.GET),
        }

    def _large_calendars(self) -> list[LargeCalendar]:
        return large_calendars_for(self.request.user, timezone.now())

    def get_ordering(self) -> str:
        """Return the requested ordering, also while searching, else the soonest first."""
        asked: str = self.request.GET.get("ordering", SOONEST)
        return asked if asked in self.get_valid_orderings() else SOONEST

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Keep what the text finds: titles, venues and hosts."""
        if not self.is_searching:
            return queryset
        may_see = self.permission_policy.explorable_instances(self.request.user)
        events = self.model.objects.type(*page_types(self.kind))
        pages = events.filter(pk__in=may_see.order_by().values("pk"))
        return queryset.filter(found_by(pages, self.search_query))

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Order by time unless another column is requested."""
        if self.ordering in (SOONEST, WHEN, f"-{WHEN}"):
            return by_time(queryset, self.ordering, timezone.now())
        return super().order_queryset(queryset)

    def to_row_dict(self, item: EventKind) -> dict[str, Any]:
        """Return one event as a row: only what its page shows, with times in the event's zone."""
        event = listed_event(item)
        return {
            "title": item.title,
            "programme": item.parent_title,
            "status": status_label(item),
            "starts": plain_start(event.when),
            "ends": plain_end(event.when),
            "timezone": event.timezone,
            "place": event.place,
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
