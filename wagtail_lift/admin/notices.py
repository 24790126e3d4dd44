"""Notices about a page: in its form, after each autosave, and once it is published."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.models import AbstractPage

from ..formats.card_words import isolated, with_names
from ..models import get_page_model
from ..models.kinds import EventKind
from ..page_types import LiftPageMixin
from ..page_types.event_notices import debut_notices


def notices_urls() -> list[URLPattern]:
    """Return the URL from which a form loads the notices about the draft it has just saved."""
    return [path("lift/notices/<int:page_id>/", show_notices, name="lift_notices")]


@require_safe
def show_notices(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the notices about a page's draft; for users who may edit it."""
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not issubclass(page.specific_class or type(page), LiftPageMixin):
        raise Http404("This page is none of the package.")
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.specific.get_latest_revision_as_object()
    told = draft.get_editor_notices(timezone.now())
    return render(request, "wagtail_lift/admin/notices.html", {"told": told})


def tell_of_notices(request: HttpRequest, page: AbstractPage) -> None:
    """Show the notices as a message once a page is published (``after_publish_page``)."""
    if not isinstance(page, LiftPageMixin):
        return
    now = timezone.now()
    told = page.get_editor_notices(now)
    if isinstance(page, EventKind):
        told = [*debut_notices(page, now), *told]
    if not told:
        return
    words = with_names(
        _("Worth a look on “%(title)s”: %(notices)s"),
        title=isolated(page.get_admin_display_title()),
        notices=format_html_join(" ", "{}", ((notice.words,) for notice in told)),
    )
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit"))
    messages.warning(request, words, buttons=[edit])
