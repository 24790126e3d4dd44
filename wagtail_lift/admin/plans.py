"""Previews the dates of an event's form while an editor types."""

from django.apps import apps
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.datastructures import MultiValueDictKeyError
from django.views.decorators.http import require_POST
from wagtail.models import AbstractPage

from ..models import get_page_model
from ..models.kinds import EventKind


def plan_urls() -> list[URLPattern]:
    """Return the URLs for an existing page and for a new one."""
    return [
        path("lift/plan/<int:page_id>/", show_plan, name="lift_plan"),
        path(
            "lift/plan/<str:app_label>/<str:model_name>/<int:parent_id>/",
            show_plan_of_new,
            name="lift_plan_new",
        ),
    ]


@require_POST
def show_plan(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the dates of a submitted event form; for users who may edit the event."""
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not issubclass(page.specific_class or type(page), EventKind):
        raise Http404("This page is no event.")
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.specific.get_latest_revision_as_object()
    return _render_plan(request, draft, draft.get_parent())


@require_POST
def show_plan_of_new(
    request: HttpRequest, app_label: str, model_name: str, parent_id: int
) -> HttpResponse:
    """Show the dates of a new event's form; for users who may add the event there."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404("There is no such page type.") from error
    if not issubclass(model, EventKind):
        raise Http404("This is no page type of events.")
    parent = get_object_or_404(get_page_model(), pk=parent_id)
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    return _render_plan(request, model(locale=parent.locale), parent.specific)


def _render_plan(request: HttpRequest, page: EventKind, parent: AbstractPage) -> HttpResponse:
    form_class = type(page).get_edit_handler().get_form_class()
    form = form_class(request.POST, instance=page, parent_page=parent, for_user=request.user)
    form.defer_required_fields()
    try:
        form.is_valid()  # fills the page with the valid values; errors are shown at their fields
    except (MultiValueDictKeyError, ValueError) as error:  # a block count that is not a number
        raise BadRequest("Send the whole form of the event.") from error
    page.fill_in_defaults(parent)
    context = {"plan": page.get_plan(timezone.now())}
    return render(request, "wagtail_lift/admin/plan.html", context)
