"""The event page: content, schedule, place and booking under one lifecycle."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage

from ..conf import settings
from ..domain.lifecycle import Lifecycle, event_lifecycle
from ..domain.series import series_problems
from ..domain.validation import booking_problems
from ..enums import FacetKind, Problem
from ..events.date_plans import DatePlan, date_plan, rule_of
from ..events.drafts import draft_occurrences
from ..events.facets import facets_of, labels_of
from ..events.preview import show_status, status_preview_modes
from ..events.timeline import in_order
from ..models.kinds import EventKind, PackKind, ProgrammeKind, is_kind, page_types
from ..models.occurrences import EventFacet, EventOccurrence
from ..packs.openness import find_pack
from .conduct import ConductMixin
from .event_answers import EventAnswersMixin
from .event_api import EVENT_API_FIELDS
from .event_attendance import EventAttendanceMixin
from .event_booking import EventBookingMixin
from .event_content import EventContentMixin
from .event_context import event_context
from .event_cost import EventCostMixin
from .event_facilitation import RUNNING_ORDER, EventFacilitationMixin
from .event_materials import EventMaterialsMixin
from .event_notices import event_notices
from .event_panels import EVENT_TABS, EventPanelsMixin
from .event_schedule import EventScheduleMixin
from .event_search import EventSearchMixin
from .event_source import SOURCE_FIELDS, EventSourceMixin
from .event_template import EventTemplateMixin
from .forms import EventPageForm
from .notices import EditorNotice
from .page_type import LiftPageMixin
from .private_values import PrivateValuesMixin
from .untranslated import copied_but_overridable, kept_out, same_in_every_language

PRIVATE_FIELDS = ("join_url", RUNNING_ORDER)


class EventPageMixin(
    EventKind,
    EventSourceMixin,
    EventPanelsMixin,
    EventContentMixin,
    EventMaterialsMixin,
    EventFacilitationMixin,
    EventScheduleMixin,
    EventAttendanceMixin,
    EventBookingMixin,
    EventCostMixin,
    ConductMixin,
    EventAnswersMixin,
    EventSearchMixin,
    EventTemplateMixin,
    PrivateValuesMixin,
    LiftPageMixin,
):
    """Everything an event page needs except ``Page`` itself; put it before ``Page``.

    Hosts and tags are relations, so the concrete class must define them. Name them
    ``event_hosts``, ``topics`` and ``audiences``; each is optional.
    """

    base_form_class = EventPageForm
    default_template = "wagtail_lift/event_page.html"
    parent_kinds = (ProgrammeKind,)
    subpage_kinds = (PackKind,)
    reserved_slugs = ("ics", "book", "markdown")
    tabs = EVENT_TABS

    asked_date = ""
    """The ``?date=`` of the address at which a program of the API found the page."""

    api_fields = [*EVENT_API_FIELDS, *ConductMixin.api_fields, *LiftPageMixin.api_fields]
    api_private_fields = PRIVATE_FIELDS
    override_translatable_fields = [
        *kept_out(*PRIVATE_FIELDS),
        *same_in_every_language(*SOURCE_FIELDS),
        *copied_but_overridable("venue", "venue_address", "platform_name"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def pack_page_types(cls) -> list[type]:
        """Return the page types that may inspire an event."""
        return page_types(PackKind)

    @classmethod
    def is_pack(cls, page: AbstractPage | None) -> bool:
        """Return whether a page, which may be ``None``, is an insights pack."""
        return is_kind(page, PackKind)

    def get_occurrences(self) -> list[EventOccurrence]:
        """Return this page's occurrences in time order; never empty.

        A published page has stored rows (prefetch ``lift_occurrences``); a draft gets the rows it
        would have if published, unsaved.
        """
        stored = [] if self.has_draft_content else self._stored_occurrences()
        return in_order(stored) if stored else draft_occurrences(self)

    def _stored_occurrences(self) -> list[EventOccurrence]:
        """Return the stored rows; the lead image is loaded in the same query."""
        is_prefetched = "lift_occurrences" in getattr(self, "_prefetched_objects_cache", {})
        if is_prefetched or not self.lead_image_id:
            return list(self.lift_occurrences.all())
        stored = list(self.lift_occurrences.select_related("lead_image"))
        is_cached = self._meta.get_field("lead_image").is_cached(self)
        if stored and not is_cached and stored[0].lead_image_id == self.lead_image_id:
            self.lead_image = stored[0].lead_image
        return stored

    @cached_property
    def occurrences(self) -> list[EventOccurrence]:
        """Return ``get_occurrences()``, cached."""
        return self.get_occurrences()

    @property
    def recurrence_text(self) -> str:
        """Return how the event repeats, in the active language; empty if it does not.

        Skipped and added dates are not mentioned; the list of dates shows them.
        """
        return rule_of(self.source) if len(self.occurrences) > 1 else ""  # may query the source

    def get_plan(self, now: datetime) -> DatePlan:
        """Return the dates planned on this page, as shown to editors."""
        return date_plan(self, now)

    def get_lifecycle(self, now: datetime) -> Lifecycle:
        """Return the event's lifecycle at ``now``."""
        return event_lifecycle((o.facts() for o in self.occurrences), now)

    @cached_property
    def lifecycle(self) -> Lifecycle:
        """Return the lifecycle now; cached, so that all readers use the same instant."""
        return self.get_lifecycle(self.shown_at)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the template's context; extend this method to add to it."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **event_context(self, request, self.shown_at)}

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Return a preview mode for the page as it is now, and one for each status."""
        return [("", _("As it is now")), *status_preview_modes()]

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return the draft's context, as it will look with the status of the preview mode."""
        self.show_mode(mode_name or "")
        return self.get_context(request)

    def show_mode(self, mode_name: str) -> None:
        """Show the draft with the status of a preview mode, at an instant when it has it."""
        super().show_mode(mode_name)
        self._shown_at = show_status(self.occurrences, mode_name, timezone.now())

    @cached_property
    def headline_occurrence(self) -> EventOccurrence:
        """Return the occurrence that the status is about."""
        key = self.lifecycle.headline.key
        return next(o for o in self.occurrences if o.date_key == key)

    def get_open_pack(self, now: datetime, *, date_key: str | None = None) -> PackKind | None:
        """Return the insights pack that is open at ``now``: the headline date's, else the latest.

        With ``date_key``, return the one that covers that date.
        """
        opened = [o for o in self.occurrences if o.pack_opens_at and o.pack_opens_at <= now]
        opened = [o for o in reversed(opened) if date_key in (None, o.date_key)]
        key = self.get_lifecycle(now).headline.key
        opened.sort(key=lambda o: o.date_key != key)
        return find_pack(next((o.pack_id for o in opened), None))

    @property
    def source_booking_url(self) -> str:
        """Return the booking URL: this page's own, else that of the event's source."""
        return self.booking_url or self.source.booking_url

    @cached_property
    def facets(self) -> list[EventFacet]:
        """Return the facets that find this page: stored rows, or unsaved ones for a draft."""
        return self.get_facets() if self.has_draft_content else list(self.lift_facets.all())

    @property
    def topic_names(self) -> list[str]:
        """Return the names of the event's topics."""
        return labels_of(self, FacetKind.TOPIC)

    @property
    def audience_names(self) -> list[str]:
        """Return the names of the audiences the event is for."""
        return labels_of(self, FacetKind.AUDIENCE)

    def get_facets(self) -> list[EventFacet]:
        """Return the facets that find this event, unsaved; extend this to add your own."""
        return facets_of(self)

    def get_editor_notices(self, now: datetime) -> list[EditorNotice]:
        """Return notices about missing content, and about times when the clocks change."""
        return [*super().get_editor_notices(now), *event_notices(self, now)]

    def get_problems(self) -> dict[str, Problem]:
        """Return what blocks publishing the event, by field."""
        problems = super().get_problems()
        if self.inspired_by_id and not self.is_pack(self.inspired_by):
            problems["inspired_by"] = Problem.NO_PACK
        if not self.is_source:
            return problems
        series = self.typed_series
        found = series_problems(series, months=settings.HORIZON_MONTHS)
        found += booking_problems(
            series.first, self.typed_booking, has_several_dates=series.has_several_dates
        )
        return {**{item.field: item.problem for item in reversed(found)}, **problems}

    def fill_in_defaults(self, parent: AbstractPage | None) -> None:
        """Copy the programme's zone once, derive a missing end, and date new updates."""
        super().fill_in_defaults(parent)
        self.fill_in_schedule("" if self.timezone else getattr(parent, "default_timezone", ""))
        self.fill_in_updates(timezone.now())
