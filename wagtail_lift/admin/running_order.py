"""The running order of an event: print it, or start a guide from it."""

from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.blocks import StreamValue

from ..actions import guide_targets, start_guide
from ..blocks import materials_of
from ..exceptions import LiftError
from ..http.caching import keep_private
from ..models import get_page_model
from ..models.kinds import EventKind, PackKind
from ..routes.pack import starting_time

NEW_PACK = "new"


def running_order_urls() -> list[URLPattern]:
    """Return the URLs of an event's running order, for users who may edit the event."""
    return [
        path("lift/running-order/<int:page_id>/", show_running_order, name="lift_running_order"),
        path("lift/running-order/<int:page_id>/guide/", begin_guide, name="lift_start_guide"),
    ]


@require_safe
def show_running_order(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the draft's running order for print, with clock times from ``?starts=HH:MM``."""
    draft = _editable_event(request, page_id)
    starts = starting_time(request, draft.headline_occurrence)
    questions = {question.id: question for question in draft.questions}
    sheet = draft.get_running_order_sheet(starts)
    context = {
        "page": draft,
        "starts": starts,
        "run_sheet": sheet,
        "total_minutes": draft.running_order_minutes,
        "materials": materials_of(draft.running_order),
        "parts": [
            {"line": line, "value": child.value, "question": questions.get(_question_of(child))}
            for line, child in zip(sheet, draft.running_order, strict=True)
        ],
    }
    return keep_private(render(request, "wagtail_lift/admin/running_order.html", context))


@require_http_methods(["GET", "HEAD", "POST"])
def begin_guide(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask which pack's guide to start, and start it in a draft."""
    draft = _editable_event(request, page_id)
    form = GuideForm(request.POST or None, event=draft, user=request.user)
    edit_url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    if request.method == "POST" and form.is_valid():
        try:
            pack = start_guide(draft, pack=form.cleaned_data["pack"], user=request.user)
        except LiftError as error:
            messages.error(request, error.message)
            return redirect(edit_url)
        messages.success(
            request, _("The guide has been started as a draft. Nothing was published.")
        )
        return redirect("wagtailadmin_pages:edit", pack.pk)
    context = {"form": form, "event": draft, "edit_url": edit_url}
    return render(request, "wagtail_lift/admin/start_guide.html", context)


class GuideForm(forms.Form):
    """Asks for the pack: one about the event that the user may edit, or a new one below it."""

    pack = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: Any, event: EventKind, user: AbstractBaseUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.targets = guide_targets(event, user=user)
        choices = [(str(pack.pk), _described(pack)) for pack in self.targets.packs]
        if self.targets.may_create:
            choices.append((NEW_PACK, _("A new insights pack below this event, as a draft")))
        field = self.fields["pack"]
        field.label, field.choices = _("Insights pack"), choices
        field.initial = choices[0][0] if choices else None

    def clean_pack(self) -> PackKind | None:
        """Return the pack that was chosen, ``None`` for a new one."""
        chosen = self.cleaned_data["pack"]
        return next((pack for pack in self.targets.packs if str(pack.pk) == chosen), None)


def _described(pack: PackKind) -> str:
    """Return a pack's title, with the number of parts already in its guide: none is lost."""
    title = pack.get_admin_display_title()
    count = len(pack.get_latest_revision_as_object().guide)
    if not count:
        return str(title)
    return _("%(title)s (its guide has parts already: %(count)s; the new ones come after them)") % {
        "title": title,
        "count": count,
    }


def _editable_event(request: HttpRequest, page_id: int) -> EventKind:
    """Return the draft of the event's source page, for users who may edit it.

    Translations have no running order: it belongs to the source.
    """
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not issubclass(page.specific_class or type(page), EventKind):
        raise Http404("This page is no event.")
    source = page.specific.source
    if not source.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return source.get_latest_revision_as_object()


def _question_of(child: StreamValue.StreamChild) -> str:
    return child.value.get("question") or ""
