"""Importing a calendar into a programme: a file, a look at what would be done, then just that."""

from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import AbstractPage

from ..actions.import_file import digest_of
from ..enums import ImportOutcome
from ..http.caching import keep_private
from ..imports.limits import MOST_BYTES, TOO_LARGE, FileRefused
from ..models import ImportFile, get_page_model
from ..models.kinds import EventKind, ProgrammeKind, is_kind, page_types
from .import_preview import Preview, preview_of

LABEL = gettext_lazy("Import events")
SECONDS_TO_WRITE = 20
"""How long an import may write before it says what is left; servers end longer requests."""

MOST_SHOWN = 500


class UploadForm(forms.Form):
    """Asks for the file, and for the type of page where there are several."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "An iCalendar file (.ics) or a table as CSV (.csv), of at most 5 MB. Nothing is "
            "imported before you have seen what would be."
        ),
        widget=forms.FileInput(attrs={"accept": ".ics,.ical,.csv,.tsv,text/calendar,text/csv"}),
    )
    is_to_publish = forms.BooleanField(
        label=gettext_lazy("Publish the events"),
        required=False,
        help_text=gettext_lazy("Otherwise they are drafts, which nobody sees yet."),
    )

    page_type = forms.ChoiceField(
        label=gettext_lazy("Type of page"), widget=forms.RadioSelect, required=False
    )

    def __init__(
        self, *args: Any, may_publish: bool, types: list[type[EventKind]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not may_publish:
            del self.fields["is_to_publish"]
        field = self.fields["page_type"]
        field.choices = [(m._meta.label_lower, capfirst(m._meta.verbose_name)) for m in types]
        field.initial = field.choices[0][0]
        field.required = len(types) > 1
        if not field.required:
            field.widget = forms.HiddenInput()

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return file


def importing_urls() -> list[URLPattern]:
    """Return the URLs of an import into a programme."""
    return [
        path("lift/import/<int:page_id>/", upload, name="lift_import"),
        path("lift/import/<int:page_id>/look/", look, name="lift_import_look"),
    ]


def import_url(programme: AbstractPage) -> str:
    """Return the URL at which events are imported into a programme."""
    return reverse("lift_import", args=[programme.pk])


def types_below(programme: AbstractPage) -> list[type[EventKind]]:
    """Return the types of the pages that an import may make below a programme."""
    allowed = (model for model in page_types(EventKind) if model.can_create_at(programme))
    return [model for model in allowed if model.is_creatable]


def may_import(programme: AbstractPage, user: Any) -> bool:
    """Return whether a user may add events to a programme."""
    return (
        is_kind(programme, ProgrammeKind) and programme.permissions_for_user(user).can_add_subpage()
    )


def _programme(request: HttpRequest, page_id: int) -> tuple[AbstractPage, list[type[EventKind]]]:
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not is_kind(page, ProgrammeKind):
        raise Http404
    programme = page.specific
    if not may_import(programme, request.user):
        raise PermissionDenied
    types = types_below(programme)
    if not types:
        raise Http404
    return programme, types


def _type_called(label: str, types: list[type[EventKind]]) -> type[EventKind]:
    return next((model for model in types if model._meta.label_lower == label), types[0])


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a file and lead on to what would be done with it; it is kept for this person alone."""
    programme, types = _programme(request, page_id)
    rights = programme.permissions_for_user(request.user)
    form = UploadForm(
        request.POST or None,
        request.FILES or None,
        may_publish=rights.can_publish_subpage(),
        types=types,
    )
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        stored = ImportFile(
            user=request.user,
            programme_id=programme.pk,
            page_type=form.cleaned_data["page_type"] or types[0]._meta.label_lower,
            name=file.name[-255:],
            content=file.read(),
            is_to_publish=form.cleaned_data.get("is_to_publish", False),
        )
        model = _type_called(stored.page_type, types)
        try:
            preview_of(stored, programme, model, request.user, reads_only=True)
        except FileRefused as refused:
            form.add_error("file", refused.message)
        else:
            stored.save()
            return redirect("lift_import_look", programme.pk)
    context = {"form": form, "programme": programme, "title": LABEL}
    return render(request, "wagtail_lift/admin/import.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what an import would do, let the columns of a table be changed, and do it."""
    programme, types = _programme(request, page_id)
    stored = ImportFile.objects.filter(user=request.user.pk, programme=programme.pk).first()
    if stored is None:
        messages.warning(request, _("Choose the file again: it is kept until it is imported."))
        return redirect("lift_import", programme.pk)
    if request.method == "POST" and "cancel" in request.POST:
        stored.delete()
        return redirect("wagtailadmin_explore", programme.pk)
    if request.method == "POST" and "columns" in request.POST and "confirm" not in request.POST:
        stored.columns = request.POST.getlist("columns")
        stored.save(update_fields=["columns"])
        return redirect("lift_import_look", programme.pk)
    model = _type_called(stored.page_type, types)
    try:
        preview = preview_of(stored, programme, model, request.user)
    except FileRefused as refused:
        messages.error(request, refused.message)
        stored.delete()
        return redirect("lift_import", programme.pk)
    if request.method == "POST" and "confirm" in request.POST:
        if request.POST["confirm"] == digest_of(preview.done):
            return _carry_out(request, stored, programme, model)
        messages.warning(request, _("Something has changed since you looked. Look again."))
    return _shown(request, programme, stored, preview)


def _carry_out(
    request: HttpRequest, stored: ImportFile, programme: AbstractPage, model: type[EventKind]
) -> HttpResponse:
    written = preview_of(stored, programme, model, request.user, writes_for=SECONDS_TO_WRITE)
    is_unfinished = any(each.is_late for each in written.done)
    if not is_unfinished:
        stored.delete()
    counts = _counts(written)
    words = _(
        "%(made)d made, %(updated)d changed, %(left)d left as they were, %(refused)d refused."
    )
    tell = messages.warning if counts["refused"] or is_unfinished else messages.success
    tell(request, words % counts)
    return _shown(request, programme, stored, written, is_done=True)


def _counts(preview: Preview) -> dict[str, int]:
    found = Counter(each.outcome for each in preview.done)
    return {outcome.value: found[outcome] for outcome in ImportOutcome}


def _shown(
    request: HttpRequest,
    programme: AbstractPage,
    stored: ImportFile,
    preview: Preview,
    *,
    is_done: bool = False,
) -> HttpResponse:
    counts = _counts(preview)
    context = {
        "programme": programme,
        "file": stored,
        "preview": preview,
        "groups": [
            (outcome, counts[outcome.value], preview.of(outcome)[:MOST_SHOWN])
            for outcome in ImportOutcome
            if counts[outcome.value]
        ],
        "most": MOST_SHOWN,
        "digest": digest_of(preview.done),
        "does_something": bool(counts["made"] or counts["updated"]),
        "is_done": is_done,
        "is_unfinished": any(each.is_late for each in preview.done),
        "title": LABEL,
        "now": timezone.now(),
    }
    return keep_private(render(request, "wagtail_lift/admin/import_look.html", context))
