"""The form in which one, several or all dates to come of an event are acted on together."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import AbstractPage

from ..date_forms import MEETING_ACTIONS, MeetingActionForm
from ..models import Meeting, get_page_model
from ..models.kinds import EventKind, is_kind
from .acting import dates_to_act_on
from .date_buttons import EVENT_LABELS
from .date_words import start_of

ONE_BY_ONE = ("change",)
"""Actions whose values are those of one date."""

ALL, SOME = "all", "some"


class DatesForm(forms.Form):
    """Which dates are meant, and what readers are told."""

    which = forms.ChoiceField(label=gettext_lazy("Which dates"), widget=forms.RadioSelect)
    dates = forms.MultipleChoiceField(
        label=gettext_lazy("Dates"), required=False, widget=forms.CheckboxSelectMultiple
    )
    public_note = MeetingActionForm.base_fields["public_note"]

    def __init__(self, *args: Any, meetings: list[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meetings = meetings
        count = len(meetings)
        every = ngettext("The %(count)d date to come", "All %(count)d dates to come", count)
        self.fields["which"].choices = [
            (ALL, every % {"count": count}),
            (SOME, _("Only those that are ticked below")),
        ]
        self.fields["dates"].choices = [
            (str(meeting.pk), start_of(meeting)) for meeting in meetings
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for a date if only some are meant."""
        cleaned = super().clean()
        if cleaned.get("which") == SOME and not cleaned.get("dates"):
            self.add_error("dates", _("Tick at least one date."))
        return cleaned

    def chosen(self) -> list[Meeting]:
        """Return the dates that are meant."""
        ticked = self.cleaned_data["dates"]
        is_all = self.cleaned_data["which"] == ALL
        return [meeting for meeting in self.meetings if is_all or str(meeting.pk) in ticked]


def act_urls() -> list[URLPattern]:
    """Return the URL at which an editor acts on the dates of an event."""
    return [path("lift/act/<int:page_id>/<slug:action>/", act_on_event, name="lift_act")]


@require_http_methods(["GET", "POST"])
def act_on_event(request: HttpRequest, page_id: int, action: str) -> HttpResponse:
    """Act on the dates of an event: its only one in its own form, several in one form.

    For users who may act on a date of the event, as in the list of dates.
    """
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not is_kind(page, EventKind) or action not in EVENT_LABELS:
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form_class = MEETING_ACTIONS[action]
    meetings = [m for m in dates_to_act_on(request.user, page) if form_class.applies_to(m)]
    back = get_valid_next_url_from_request(request) or reverse(
        "wagtailadmin_pages:edit", args=[page.pk]
    )
    if not meetings:
        messages.warning(request, _("There is no date to come with which you can do this."))
        return redirect(back)
    if len(meetings) == 1:
        return redirect(_address_of_date(action, meetings[0].pk, back))
    if action in ONE_BY_ONE:
        return redirect(_address_of_list(page))
    return _act_on_several(request, page, action, meetings, back)


def _address_of_date(action: str, key: int, back: str) -> str:
    return reverse(f"lift_dates_modeladmin_{action}", args=[key], query={"next": back})


def _address_of_list(page: AbstractPage) -> str:
    query = {"event": page.pk, "when": "upcoming"}
    return reverse("lift_dates_modeladmin_index", query=query)


def _act_on_several(
    request: HttpRequest, page: AbstractPage, action: str, meetings: list[Meeting], back: str
) -> HttpResponse:
    form = DatesForm(request.POST or None, meetings=meetings)
    if request.method == "POST" and form.is_valid():
        _carry_out(request, MEETING_ACTIONS[action], form)
        return redirect(back)
    context = {
        "form": form,
        "page": page,
        "title": EVENT_LABELS[action],
        "next_url": back,
    }
    return render(request, "wagtail_lift/admin/act.html", context)


def _carry_out(
    request: HttpRequest, form_class: type[MeetingActionForm], chosen: DatesForm
) -> None:
    """Act on one date after the other: what fails for one is told and stops none."""
    done = 0
    for meeting in chosen.chosen():
        form = form_class(request.POST, meeting=meeting)
        if form.is_valid() and form.carry_out(request.user) is not None:
            done += 1
            continue
        when = start_of(meeting)
        errors = " ".join(str(message) for found in form.errors.values() for message in found)
        messages.error(request, f"{when}: {errors}")
    if done:
        words = ngettext("Done for %(count)d date.", "Done for %(count)d dates.", done)
        messages.success(request, words % {"count": done})
