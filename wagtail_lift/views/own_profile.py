"""A host reads and edits their own profile, by a link and without an account.

The token is in the address of the link alone. That address leads on to one without it, which works
in the browser that opened the link: so the token is in no log of a form that was sent, no bookmark
and no referrer. The cookie is signed, ends with the browser, and each request asks whether the link
is still valid.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from ..access.host_links import link_with_key, link_with_token
from ..actions import edit_own_profile, withdraw_own_consent
from ..actions.edit_own_profile import Outcome, seen_by, version_of
from ..exceptions import LiftError
from ..http.addresses import OWN_PROFILE
from ..http.caching import keep_private
from ..models import AbstractHostProfile, HostLink
from .own_profile_form import OwnProfileForm

COOKIE, SALT = "lift_profile", "wagtail_lift.own_profile"
WITHDRAWN = "withdrawn"
DONE = (*Outcome, WITHDRAWN)


@sensitive_variables("token")
@require_safe
def open_host_link(request: HttpRequest, token: str) -> HttpResponse:
    """Lead to the profile that a link is about, in this browser; 404 without a valid link."""
    link = link_with_token(token, timezone.now())
    if link is None:
        return _gone(request)
    url = reverse(OWN_PROFILE, args=[link.pk])
    response = redirect(url)
    response.set_signed_cookie(
        COOKIE,
        str(link.pk),
        salt=SALT,
        path=url,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",  # “Strict” would not be sent after a click in a mail
    )
    response.headers["Referrer-Policy"] = "no-referrer"
    return _kept_to_them(response)


@csrf_protect
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def show_own_profile(request: HttpRequest, link_id: int) -> HttpResponse:
    """Show a host their profile, and take what they change; 404 without a valid link."""
    shown = request.get_signed_cookie(COOKIE, default="", salt=SALT)
    link = link_with_key(link_id, timezone.now()) if shown == str(link_id) else None
    if link is None:
        return _gone(request)
    with translation.override(link.host.locale.language_code):
        response = _answer(request, link)
        response.headers["Content-Language"] = translation.get_language()
    # With “no-referrer” browsers hide where a form comes from, and Django refuses it. The address
    # tells nothing: it has no token.
    response.headers["Referrer-Policy"] = "same-origin"
    return _kept_to_them(response)


def _answer(request: HttpRequest, link: HostLink) -> HttpResponse:
    if "withdraw" in request.POST:
        withdraw_own_consent(link)
        return _done(link, WITHDRAWN)
    draft = link.host.get_latest_revision_as_object()
    form = OwnProfileForm(
        request.POST if request.method == "POST" else None,
        draft=draft,
        version=version_of(link.host),
    )
    if request.method != "POST" or not form.is_valid():
        return _show(request, link, draft, form)
    try:
        outcome = edit_own_profile(
            link, form.values(), seen=form.cleaned_data["seen"], now=timezone.now()
        )
    except LiftError as error:
        form.add_error(None, str(error.message))
        form.take_over(version_of(link.host), seen_by(link.host, form.cleaned_data["seen"]))
        return _show(request, link, draft, form)
    return _done(link, outcome.value)


def _done(link: HostLink, what: str) -> HttpResponse:
    return redirect(reverse(OWN_PROFILE, args=[link.pk], query={"done": what}))


def _show(
    request: HttpRequest, link: HostLink, draft: AbstractHostProfile, form: OwnProfileForm
) -> HttpResponse:
    done = request.GET.get("done", "")
    context: dict[str, Any] = {
        "host": link.host,
        "draft": draft,
        "form": form,
        "done": done if done in DONE else "",
        "expires_at": link.expires_at,
        "waits": link.host.has_unpublished_changes,
    }
    return render(request, "wagtail_lift/own_profile.html", context)


def _gone(request: HttpRequest) -> HttpResponse:
    """Say that a link does not work, without Django's line in the log: it would hold the token."""
    context = {"title": _("This link does not work")}
    response = render(request, "wagtail_lift/link_gone.html", context, status=404)
    response._has_been_logged = True
    response.headers["Referrer-Policy"] = "no-referrer"
    return _kept_to_them(response)


def _kept_to_them(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return keep_private(response)
