"""Adds, on request, past dates that are planned but were never added."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from ..access.date_rights import is_locked_for
from ..actions import make_past_dates
from ..exceptions import LiftError
from ..models import get_page_model
from ..models.kinds import EventKind, is_kind


def past_dates_urls() -> list[URLPattern]:
    """Return the URL at which an editor adds the past dates of an event."""
    return [path("lift/past-dates/<int:page_id>/", show_past_dates, name="lift_past_dates")]


@require_http_methods(["GET", "POST"])
def show_past_dates(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask, then add the past dates in the published plan; for users who may publish the page."""
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not is_kind(page, EventKind) or not page.specific.is_source:
        raise Http404("The dates of an event are planned on its source.")
    is_locked = is_locked_for(request.user, page)
    if is_locked or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if request.method == "POST":
        _make(request, page.specific)
        return redirect("wagtailadmin_pages:edit", page.pk)
    context = {
        "page": page,
        "icon": "date",
        "question": _("Add past dates?"),
        "explanation": _(
            "The past dates of the published page are listed as if they had been announced. Dates "
            "that are listed already stay as they are."
        ),
        "action": _("Add past dates"),
    }
    return render(request, "wagtail_lift/admin/confirm.html", context)


def _make(request: HttpRequest, page: EventKind) -> None:
    try:
        made = make_past_dates(page.lift_event, user=request.user)
    except LiftError as error:
        messages.error(request, error.message)
    else:
        done = ngettext("%(count)d past date is added.", "%(count)d past dates are added.", made)
        messages.success(request, done % {"count": made} if made else _("There is none to add."))
