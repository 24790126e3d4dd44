"""Gives a host a link to their own profile: to copy, or by mail."""

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
from wagtail.models import Site

from ..access.host_links import links_of, may_change_hosts
from ..actions import give_host_link, withdraw_host_links
from ..http.addresses import HOST_LINK
from ..mail import send_host_link
from ..models import AbstractHostProfile, get_host_model
from .refusals import edit_url


def host_link_urls() -> list[URLPattern]:
    """Return the address at which an editor gives a host a link."""
    return [path("lift/host-link/<int:host_id>/", show_host_link, name="lift_host_link")]


@never_cache
@require_http_methods(["GET", "POST"])
def show_host_link(request: HttpRequest, host_id: int) -> HttpResponse:
    """Make a link, shown this once or sent by mail, or withdraw all; for those who edit hosts."""
    if not may_change_hosts(request.user):
        raise PermissionDenied
    host = get_object_or_404(get_host_model(), pk=host_id)
    link = ""
    if "stop" in request.POST:
        count = withdraw_host_links(host, user=request.user, now=timezone.now())
        done = ngettext("%(count)d link is withdrawn.", "%(count)d links are withdrawn.", count)
        messages.success(request, done % {"count": count})
        return redirect("lift_host_link", host.pk)
    if request.method == "POST" and _has_address():
        if "send" in request.POST:
            _send(request, host)
            return redirect("lift_host_link", host.pk)
        link = _new_link(request, host)
    context = {
        "host": host,
        "link": link,
        "links": links_of(host, timezone.now()),
        "edit_url": edit_url(request, host),
        "works": _has_address(),
    }
    return render(request, "wagtail_lift/admin/host_link.html", context)


def _has_address() -> bool:
    """Return whether the site includes ``wagtail_lift.urls``."""
    try:
        reverse(HOST_LINK, args=["token"])
    except NoReverseMatch:
        return False
    return True


def _new_link(request: HttpRequest, host: AbstractHostProfile) -> str:
    """Return the full address of a new link, on the site of the request."""
    token, _expires_at = give_host_link(host, user=request.user, now=timezone.now())
    site = Site.find_for_request(request)
    url = reverse(HOST_LINK, args=[token])
    return f"{site.root_url}{url}" if site else request.build_absolute_uri(url)


def _send(request: HttpRequest, host: AbstractHostProfile) -> None:
    if not host.email:
        messages.error(request, _("There is no private e-mail in the published profile."))
    elif send_host_link(host, _new_link(request, host)):
        messages.success(request, _("The link is sent to the private e-mail of the host."))
    else:
        messages.error(request, _("The mail could not be sent. Make a link and send it yourself."))
