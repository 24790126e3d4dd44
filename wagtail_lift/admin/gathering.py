"""Gathers the insights of an event that has taken place, in one short form."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from ..access.privacy import original_page
from ..actions import GatheredInsights, gather_insights, is_told_again
from ..actions.new_pack import new_pack_type
from ..exceptions import EventNotOver, PackExists
from ..models import get_page_model
from ..models.kinds import EventKind, PackKind, is_kind
from ..packs.gathering import Gatherable, gatherable
from .gathering_form import GatheringForm
from .gathering_links import LABEL
from .notices import tell_of_notices
from .refusals import tell_of_refusal


def gathering_urls() -> list[URLPattern]:
    """Return the URL at which the insights of an event are gathered."""
    return [path("lift/gather/<int:page_id>/", gather, name="lift_gather")]


@require_http_methods(["GET", "HEAD", "POST"])
def gather(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask what was learnt, and make the pack; for users who may add a page below the event.

    An event whose dates are covered leads to its pack.
    """
    page = get_object_or_404(get_page_model(), pk=page_id)
    if not is_kind(page, EventKind):
        raise Http404("This page is no event.")
    event = original_page(page).specific
    pack_type = new_pack_type(event, request.user)
    if pack_type is None:
        raise PermissionDenied
    now = timezone.now()
    known = gatherable(event, now)
    if not known.has_taken_place:
        messages.warning(request, EventNotOver.message)
        return redirect(_back(request, event))
    if known.is_covered and request.method != "POST":
        return _lead_to(request, known.packs[0])
    return _ask(request, event, known, pack_type, now)


def _ask(
    request: HttpRequest,
    event: EventKind,
    known: Gatherable,
    pack_type: type[PackKind],
    now: datetime,
) -> HttpResponse:
    form = GatheringForm(
        request.POST or None,
        event=event,
        known=known,
        pack_type=pack_type,
        initial={"about": request.GET.get("date", "")},
    )
    rival = None
    if request.method == "POST" and form.is_valid():
        try:
            gathered = gather_insights(event, form.told(), user=request.user, now=now)
        except PackExists as error:
            rival = error.pack
            if is_told_again(rival, form.told(), request.user):
                return _lead_to(request, rival)
        else:
            _tell(request, gathered, form)
            return redirect("wagtailadmin_pages:edit", gathered.pack.pk)
    context = {
        "form": form,
        "page": event,
        "rival": rival,
        "title": LABEL,
        "next_url": _back(request, event),
        "may_publish": event.permissions_for_user(request.user).can_publish_subpage(),
    }
    return render(request, "wagtail_lift/admin/gather.html", context)


def _back(request: HttpRequest, event: EventKind) -> str:
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    return str(get_valid_next_url_from_request(request) or edit)


def _lead_to(request: HttpRequest, pack: PackKind) -> HttpResponse:
    messages.info(request, _("The event has an insights pack already: this is it."))
    return redirect("wagtailadmin_pages:edit", pack.pk)


def _tell(request: HttpRequest, gathered: GatheredInsights, form: GatheringForm) -> None:
    """Say what was made, and what keeps it from being open."""
    pack, opens_at = gathered.pack, form.told().opens_at
    if gathered.faults:
        messages.warning(request, _("What you told is kept in a draft of the insights pack."))
        tell_of_refusal(request, pack, gathered.faults)
    elif not gathered.is_published and form.told().is_published:
        messages.warning(
            request,
            _(
                "The insights pack is a draft: you may not publish here. Send it to somebody who "
                "may, for example with “Submit for moderation”."
            ),
        )
    elif not gathered.is_published:
        messages.success(request, _("The insights pack is a draft. Nothing was published."))
    elif opens_at is not None:
        day = date_format(form.cleaned_data["opens_on"], "DATE_FORMAT")
        words = _("The insights pack is scheduled: it opens on %(day)s.") % {"day": day}
        messages.success(request, words)
    else:
        view = messages.button(pack.get_url(request) or "", _("View live"))
        messages.success(request, _("The insights pack is published."), buttons=[view])
        tell_of_notices(request, pack)
