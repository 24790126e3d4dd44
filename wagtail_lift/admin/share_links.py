"""Makes and withdraws links that show a draft to somebody without an account."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import AbstractPage

from ..access.share_links import can_be_shared
from ..actions import share_draft, stop_sharing
from ..exceptions import LiftError
from ..http.addresses import SHARED_DRAFT
from ..models import ShareLink, get_page_model


def share_urls() -> list[URLPattern]:
    """Return the address at which an editor shares the draft of a page."""
    return [path("lift/share/<int:page_id>/", show_sharing, name="lift_share")]


def share_buttons(
    page: AbstractPage, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the button in the header of a page's form, if its draft can be shared."""
    if (
        view_name == "edit"
        and shared_url("token")
        and can_be_shared(page)
        and page.permissions_for_user(user).can_edit()
    ):
        yield Button(
            _("Share the draft"),
            reverse("lift_share", args=[page.pk]),
            icon_name="link",
            priority=70,
        )


def shared_url(token: str) -> str:
    """Return the path of a link, empty if the site does not include ``wagtail_lift.urls``."""
    try:
        return reverse(SHARED_DRAFT, args=[token])
    except NoReverseMatch:
        return ""


@never_cache
@require_http_methods(["GET", "POST"])
def show_sharing(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make a link, shown this once, or withdraw all; for users who may edit the page."""
    page = get_object_or_404(get_page_model(), pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    link = ""
    if "stop" in request.POST:
        count = stop_sharing(page, user=request.user, now=timezone.now())
        done = ngettext("%(count)d link is withdrawn.", "%(count)d links are withdrawn.", count)
        messages.success(request, done % {"count": count})
        return redirect("lift_share", page.pk)
    if request.method == "POST":
        try:
            token = share_draft(page, user=request.user, now=timezone.now())
            link = _address(page, token, request)
        except LiftError as error:
            messages.error(request, error.message)
    links = ShareLink.objects.filter(page=page.pk, revoked_at=None, expires_at__gt=timezone.now())
    context = {"page": page, "link": link, "links": links.select_related("created_by")}
    return render(request, "wagtail_lift/admin/share.html", context)


def _address(page: AbstractPage, token: str, request: HttpRequest) -> str:
    """Return the full address of a link, on the page's own site if there is one."""
    parts = page.get_url_parts(request)
    root = parts[1] if parts else ""
    return f"{root}{shared_url(token)}" if root else request.build_absolute_uri(shared_url(token))
