"""Closes an insights pack that stays open because it has been open to all."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from ..access.privacy import original_page
from ..actions import close_pack
from ..exceptions import LiftError
from ..models import get_page_model
from ..models.kinds import PackKind, is_kind


def close_pack_urls() -> list[URLPattern]:
    """Return the URL at which an editor closes a pack."""
    return [path("lift/packs/<int:page_id>/close/", show_close_pack, name="lift_close_pack")]


@require_http_methods(["GET", "POST"])
def show_close_pack(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for confirmation and close a pack; for users who may unpublish its original."""
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not is_kind(page, PackKind):
        raise Http404("This page is no insights pack.")
    if not original_page(page).permissions_for_user(request.user).can_unpublish():
        raise PermissionDenied
    if request.method == "POST":
        _close(request, page.specific)
        return redirect("wagtailadmin_pages:edit", page.pk)
    context = {
        "page": page,
        "icon": "openquote",
        "question": _("Close this insights pack?"),
        "explanation": _(
            "It has been open to all. Once you close it, readers see that it opens when its event "
            "has ended."
        ),
        "action": _("Close this pack"),
    }
    return render(request, "wagtail_lift/admin/confirm.html", context)


def _close(request: HttpRequest, pack: PackKind) -> None:
    try:
        close_pack(pack, user=request.user)
    except LiftError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The pack is closed. It opens again once its event has ended."))
