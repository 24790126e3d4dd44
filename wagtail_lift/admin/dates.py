"""Dates in the admin: a list of meetings and the actions on each."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Case, F, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.urls import re_path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail_modeladmin.options import ModelAdmin

from ..access.date_rights import visible_meetings
from ..formats.card_words import isolated, with_names
from ..models import Meeting
from ..models.status_expressions import has_not_ended
from ..page_types.notices import is_only_changed
from .date_buttons import MeetingButtonHelper
from .date_filters import EventFilter, ProgrammeFilter, StageFilter, WhenFilter
from .date_permissions import MeetingPermissionHelper
from .date_views import ACTION_VIEWS, MeetingInspectView, MeetingListView
from .date_words import places_in_words, stage_in_words, start_of, state_in_words
from .menu import SUBMENU_HOOK


class MeetingAdmin(ModelAdmin):
    """Lists, shows and exports dates; changes them only through actions."""

    model = Meeting
    base_url_path = "lift/dates"
    menu_label = _("Dates")
    menu_item_name = "lift-dates"
    menu_icon = "calendar-alt"
    menu_order = 40
    add_to_admin_menu = False
    inspect_view_enabled = True
    history_view_enabled = False
    index_view_class = MeetingListView
    inspect_view_class = MeetingInspectView
    permission_helper_class = MeetingPermissionHelper
    button_helper_class = MeetingButtonHelper
    list_display = ("event_title", "when", "stage", "places_label", "note", "problem_label")
    list_filter = (StageFilter, WhenFilter, ProgrammeFilter, EventFilter)
    list_select_related = ("event__source",)
    list_per_page = 50
    inspect_template_name = "wagtail_lift/admin/date_inspect.html"
    index_view_extra_css = inspect_view_extra_css = ["wagtail_lift/admin/dates.css"]
    search_fields = ("event__title", "public_note", "venue_name", "platform_name")
    ordering = ("turn", "soonest", "-starts_now", "pk")
    export_filename = "dates"
    export_columns: Mapping[str, Any] = {
        "event": _("Event"),
        "starts": _("Starts"),
        "ends": _("Ends"),
        "timezone": _("Time zone"),
        "was_to_start": _("Was to start"),
        "stage": _("Stage"),
        "state": _("Decision"),
        "public_note": _("Public note"),
        "place": _("Place"),
        "places": _("Places"),
        "problem": _("Problem"),
    }
    list_export = tuple(export_columns)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the dates that this user may see: no view reads any others.

        Dates to come are first, the soonest first; then undated ones; then past ones, the latest
        first.
        """
        meetings = visible_meetings(request.user)
        is_to_come = has_not_ended(timezone.now(), ends_at="ends_now") & ~Q(starts_now=None)
        return meetings.annotate(
            turn=Case(When(is_to_come, then=0), When(starts_now=None, then=1), default=2),
            soonest=Case(When(is_to_come, then=F("starts_now"))),
        ).order_by(*self.ordering)

    def event_title(self, meeting: Meeting) -> str:
        """Return the event's title, and say if it no longer has a page."""
        if meeting.event.source_id is None:
            words = gettext("%(title)s (without a page)")
            return with_names(words, title=isolated(meeting.event.title))
        return str(meeting.event.title)

    def when(self, meeting: Meeting) -> str:
        """Return when it starts, in the event's zone."""
        return start_of(meeting)

    def stage(self, meeting: Meeting) -> str:
        """Return its current stage, and whether it was changed."""
        stage = stage_in_words(meeting)
        return f"{stage} ({state_in_words(meeting)})" if is_only_changed(meeting) else stage

    def places_label(self, meeting: Meeting) -> str:
        """Return the places in words, empty if booking is not needed."""
        return places_in_words(meeting)

    def note(self, meeting: Meeting) -> str:
        """Return the public note."""
        return str(meeting.public_note)

    def problem_label(self, meeting: Meeting) -> str:
        """Return what the projection could not apply."""
        return str(meeting.get_problem_display())

    event_title.short_description = _("event")
    event_title.admin_order_field = "event__title"
    when.short_description = _("when")
    when.admin_order_field = "starts_now"
    stage.short_description = _("stage")
    places_label.short_description = _("places")
    note.short_description = _("public note")
    problem_label.short_description = _("problem")

    def get_admin_urls_for_registration(self) -> tuple[Any, ...]:
        """Return URLs for the list, one date and its actions: dates are not edited by hand."""
        views = {"inspect": self.inspect_view}
        views.update((name, self._action_view(view)) for name, view in ACTION_VIEWS.items())
        index = re_path(
            self.url_helper.get_action_url_pattern("index"),
            self.index_view,
            name=self.url_helper.get_action_url_name("index"),
        )
        of_one_date = (
            re_path(
                rf"^{self.base_url_path}/{name}/(?P<instance_pk>[0-9]{{1,18}})/$",
                view,
                name=self.url_helper.get_action_url_name(name),
            )
            for name, view in views.items()
        )
        return (index, *of_one_date)

    def _action_view(self, view_class: Any) -> Any:
        def view(request: HttpRequest, instance_pk: str) -> HttpResponse:
            return view_class.as_view(model_admin=self, instance_pk=instance_pk)(request)

        return view

    def register_with_wagtail(self) -> None:
        """Register URLs and permissions, and the menu item in the events group."""
        super().register_with_wagtail()
        hooks.register(SUBMENU_HOOK, self.get_menu_item)

    def register_admin_url_finders(self) -> None:
        """Make links to a date lead to its inspect view."""
        finder = type("MeetingURLFinder", (MeetingURLFinder,), {"url_helper": self.url_helper})
        register_admin_url_finder(self.model, finder)

    def register_indexing(self) -> None:
        """Leave dates out of the reference index: a date is not a usage of its event's page."""


class MeetingURLFinder:
    """Finds the admin URL of a date."""

    url_helper: Any

    def __init__(self, user: AbstractBaseUser | None) -> None:
        self.user = user

    def get_edit_url(self, instance: Meeting) -> str | None:
        """Return the URL of a date, ``None`` if the user may not see it."""
        if self.user and not visible_meetings(self.user).filter(pk=instance.pk).exists():
            return None
        return str(self.url_helper.get_action_url("inspect", instance.pk))
