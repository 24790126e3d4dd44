"""Duplicating an event: it asks for the new date, and leads to the form of the copy."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets import Button
from wagtail.models import AbstractPage

from ..actions import duplicate_event
from ..domain.duplicates import moved_to
from ..domain.schedule import TypedDates
from ..domain.validation import schedule_problems
from ..enums import Hours, Problem
from ..events.duplicates import Original, original_of, stays_behind
from ..form_fields.typed import TypedDateField, TypedTimeField
from ..formats.clock_words import day_in_words
from ..models import get_page_model
from ..models.kinds import EventKind, is_kind
from ..packs.lookup import packs_of
from ..page_types.forms import FORM_STYLE, WHEN_SCRIPT
from ..page_types.when import ToldWhen, tell_when
from .userbar import UserbarLink

LABEL = gettext_lazy("Duplicate for another date")

MISSING = (Problem.START_DATE_MISSING, Problem.START_TIME_MISSING, Problem.END_TIME_MISSING)
"""What a draft may lack; it has an end once it has a start."""


UNUSED_TIMES = {
    Hours.START_AND_END: (),
    Hours.OPEN_END: ("end_time",),
    Hours.ALL_DAY: ("start_time", "end_time"),
}
"""Which times do not count, and go along with the copy unseen."""


class NewDateForm(forms.Form):
    """The date of the copy; its times are those of the original unless they are changed."""

    start_date = TypedDateField(label=gettext_lazy("Starts on"))
    start_time = TypedTimeField(label=gettext_lazy("Starts at"), required=False)
    end_time = TypedTimeField(label=gettext_lazy("Ends at"), required=False)

    def __init__(self, *args: Any, original: Original, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = original.dates
        self.initial = {"start_time": self.before.start_time, "end_time": self.before.end_time}
        for name in UNUSED_TIMES[self.before.hours]:
            self.fields[name].widget = forms.HiddenInput()
        self.fields["start_date"].help_text = format_lazy(
            gettext_lazy("All times are in {zone}."), zone=self.before.timezone.replace("_", " ")
        )

    @property
    def dates(self) -> TypedDates:
        """Return the dates of the copy."""
        return moved_to(self.before, **self.cleaned_data)

    @property
    def told(self) -> ToldWhen:
        """Return how the date and times are understood."""
        values = {name: self[name].value() for name in self.fields}
        return tell_when(
            {**values, "timezone": self.before.timezone, "hours": self.before.hours.value}
        )

    def clean(self) -> dict[str, Any]:
        """Refuse what could be no date of an event."""
        cleaned = super().clean() or {}
        if not self.errors:
            for found in schedule_problems(self.dates):
                if found.problem not in MISSING:
                    name = found.field if found.field in self.fields else None
                    self.add_error(name, found.problem.label)
        return cleaned

    @property
    def media(self) -> forms.Media:
        """Add the script that tells how dates are understood, and its style."""
        return super().media + forms.Media(css={"all": [FORM_STYLE]}, js=[WHEN_SCRIPT])


def duplicating_urls() -> list[URLPattern]:
    """Return the URL at which an event is duplicated."""
    return [path("lift/duplicate/<int:page_id>/", ask_for_date, name="lift_duplicate")]


def duplicate_url(page: AbstractPage) -> str:
    """Return the URL at which an event is duplicated."""
    return reverse("lift_duplicate", args=[page.pk])


@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_date(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the new date, make the copy and lead to its form.

    For users who may copy the page to where it is, and as the site's hooks for copying allow.
    """
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not is_kind(page, EventKind):
        raise Http404
    page = page.specific
    if not page.permissions_for_user(request.user).can_copy_to(page.get_parent()):
        raise PermissionDenied
    answer = _ask_hooks("before_copy_page", request, page)
    if answer is not None:
        return answer
    original = original_of(page)
    form = NewDateForm(request.POST or None, original=original)
    back = get_valid_next_url_from_request(request) or reverse(
        "wagtailadmin_pages:edit", args=[page.pk]
    )
    if request.method == "POST" and form.is_valid():
        return _duplicate(request, page, form, stays_behind(original))
    context = {
        "form": form,
        "page": page,
        "title": LABEL,
        "next_url": back,
        "stays": stays_behind(original),
        "packs": packs_of(page),
    }
    return render(request, "wagtail_lift/admin/duplicate.html", context)


def _duplicate(
    request: HttpRequest, page: EventKind, form: NewDateForm, stays: list[str]
) -> HttpResponse:
    copy = duplicate_event(page, form.dates, user=request.user)
    words = _("“%(title)s” was copied for %(day)s. The copy is a draft that nobody sees yet.")
    day = day_in_words(form.cleaned_data["start_date"])
    messages.success(request, words % {"title": copy.get_admin_display_title(), "day": day})
    if stays:
        words = _("Not copied, because it belongs to the old date: %(what)s.")
        messages.info(request, words % {"what": "; ".join(stays)})
    if copy.join_url:
        messages.warning(request, _("The join link was copied: check that it still holds."))
    answer = _ask_hooks("after_copy_page", request, page, copy)
    return answer or redirect("wagtailadmin_pages:edit", copy.pk)


def _ask_hooks(name: str, request: HttpRequest, *pages: AbstractPage) -> HttpResponse | None:
    """Run hooks as Wagtail's own view for copying does; the first answer ends it."""
    for hook in hooks.get_hooks(name):
        answer = hook(request, *pages)
        if hasattr(answer, "status_code"):
            return answer
    return None


def may_duplicate(page: AbstractPage, user: Any) -> bool:
    """Return whether a link to duplicate a page is of use; the view itself asks for more."""
    return is_kind(page, EventKind) and page.permissions_for_user(user).can_copy()


def offer_in_header(
    page: AbstractPage, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the link in the header of an event's form."""
    if view_name == "edit":
        yield from offer_in_row(page, user, next_url)


def offer_in_row(page: AbstractPage, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Yield the link in the menu of an event's row."""
    if may_duplicate(page, user):
        yield Button(str(LABEL), duplicate_url(page), icon_name="copy", priority=55)


def offer_duplicate_in_userbar(
    request: HttpRequest, items: list[Any], page: AbstractPage | None
) -> None:
    """Add the link to the user bar of an event's page."""
    if page is not None and page.pk and may_duplicate(page, request.user):
        items.append(UserbarLink(str(LABEL), duplicate_url(page), icon="copy"))
