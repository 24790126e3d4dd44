"""Views of dates: the list, one date, and the forms of its actions."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import FormMixin
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_modeladmin.views import IndexView, InspectView, InstanceSpecificView

from ..date_forms import MEETING_ACTIONS, MeetingActionForm, MoveMeetingForm
from ..formats.when_words import plain_end, plain_start
from ..http.odd_characters import PlainAddressMixin
from ..models import Meeting
from .date_buttons import CONFIRMATIONS
from .date_words import (
    end_of,
    is_decided,
    places_in_words,
    previous_start_of,
    stage_in_words,
    start_of,
    state_in_words,
    zone_of,
)
from .exports import SafeExportMixin

NOT_SHOWN = gettext_lazy(
    "%(done)s The pages of the event do not show it yet, because something went wrong. "
    "Run “manage.py rebuild_occurrences” to fix this."
)


class MeetingListView(PlainAddressMixin, SafeExportMixin, IndexView):
    """The dates of the events that the user may edit."""

    page_title = gettext_lazy("Dates")

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """Keep only our filters' parameters: any other could filter through all relations."""
        known = {spec.parameter_name for spec in self.list_filter}
        given = super().get_filters_params(params)
        return {name: value for name, value in given.items() if name in known}

    def get_buttons_for_obj(self, obj: Meeting) -> list[dict[str, Any]]:
        """Return a row's buttons without “Inspect”, as the title already links there."""
        small = ["button-small"]
        return self.button_helper.get_buttons_for_obj(
            obj, exclude=["inspect"], classnames_add=small
        )

    def get_heading(self, queryset: Any, field: str) -> str:
        """Return the heading of an export column."""
        return str(self.model_admin.export_columns[field])

    def to_row_dict(self, item: Meeting) -> dict[str, Any]:
        """Return one date as a row, with times in the event's zone."""
        return {
            "event": item.event.title,
            "starts": plain_start(item.when),
            "ends": plain_end(item.when),
            "timezone": item.timezone,
            "was_to_start": plain_start(item.previous_when),
            "stage": stage_in_words(item),
            "state": state_in_words(item),
            "public_note": item.public_note,
            "place": item.place,
            "places": places_in_words(item),
            "problem": str(item.get_problem_display()),
        }


class ScopedMixin:
    """Finds the date among those that the user may see; any other is a 404."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look the date up again, for this user."""
        visible = self.model_admin.get_queryset(request)
        self.instance = get_object_or_404(visible, pk=self.instance_pk)
        return super().dispatch(request, *args, **kwargs)


class MeetingInspectView(ScopedMixin, InspectView):
    """One date, with everything known about it."""

    def get_fields_dict(self) -> list[dict[str, Any]]:
        """Return labels and values, in display order."""
        meeting = self.instance
        rows = [
            (_("Event"), meeting.event.title),
            (_("Starts"), start_of(meeting)),
            (_("Ends"), end_of(meeting)),
            (_("Was to start"), previous_start_of(meeting)),
            (_("Time zone"), zone_of(meeting)),
            (_("Place"), meeting.place),
            (_("Places"), places_in_words(meeting)),
            (_("Stage"), stage_in_words(meeting)),
            (_("Decision"), is_decided(meeting) and state_in_words(meeting)),
            (_("Public note"), meeting.public_note),
            (_("Problem"), meeting.get_problem_display()),
        ]
        return [{"label": label, "value": value} for label, value in rows if value]


class MeetingActionView(ScopedMixin, FormMixin, InstanceSpecificView):
    """Asks for confirmation of one action and carries it out.

    The form holds the version of the date that it showed (``seen``): a date that was changed
    meanwhile is left alone, and shown again as it is now.
    """

    action_name = ""
    template_name = "wagtail_lift/admin/date_action.html"

    def check_action_permitted(self, user: AbstractBaseUser) -> bool:
        """Return whether the user may change dates and publish the page."""
        return self.permission_helper.user_can_act_on(user, self.instance)

    def get_form_class(self) -> type[MeetingActionForm]:
        """Return the form of the action."""
        return MEETING_ACTIONS[self.action_name]

    def get_initial(self) -> dict[str, Any]:
        """Pre-fill the places from the link, as “Fully booked” in the event's form does."""
        places = self.request.GET.get("places")
        return {**super().get_initial(), **({"places": places} if places else {})}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Pass the date to the form."""
        return {**super().get_form_kwargs(), "meeting": self.instance}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Carry out the action, or show the form again with everything that was typed."""
        form = self.get_form()
        seen = [request.POST["seen"]] if "seen" in request.POST else None
        meeting = form.carry_out(request.user, seen=seen) if form.is_valid() else None
        if meeting is None:
            messages.error(request, _("Nothing was changed. See below."))
            return self.render_to_response(self.get_context_data(form=form))
        if meeting.is_projected:
            messages.success(request, form.done)
        else:
            messages.warning(request, NOT_SHOWN % {"done": form.done})
        for notice in form.get_notices():
            messages.warning(request, notice.label)
        return redirect(get_valid_next_url_from_request(request) or self.index_url)

    def get_page_title(self) -> str:
        """Return the form's question."""
        return str(self.get_form_class().question)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the template shows beside the form."""
        context = super().get_context_data(**kwargs)
        meeting = self.instance
        return {
            **context,
            "event_title": meeting.event.title,
            "current": start_of(meeting),
            "action_label": CONFIRMATIONS[self.action_name],
            "submit_url": self.url_helper.get_action_url(self.action_name, meeting.pk),
            "next_url": get_valid_next_url_from_request(self.request),
        }


class MoveView(MeetingActionView):
    """Asks to which day a date moves; a calendar may have named it already (``day``)."""

    action_name = "move"

    def get_form_class(self) -> type[MeetingActionForm]:
        """Return the form, which is none of the actions' own."""
        return MoveMeetingForm

    def get_initial(self) -> dict[str, Any]:
        """Pre-fill the day from the link."""
        day = self.request.GET.get("day")
        return {**super().get_initial(), **({"day": day} if day else {})}


ACTION_VIEWS = {
    name: type(f"{form.__name__}View", (MeetingActionView,), {"action_name": name})
    for name, form in MEETING_ACTIONS.items()
} | {"move": MoveView}
"""The view of each action."""
