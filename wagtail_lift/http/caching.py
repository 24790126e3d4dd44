"""HTTP caching: which answers every reader may share, and until when.

A route that answers by itself calls ``cacheable`` once, on whatever it returns::

    def serve_feed(self, request):
        now = timezone.now()
        rows = list(...)
        response = HttpResponse(...)
        changes = (changes_of_meeting(row.facts()) for row in rows)
        until = first_change(chain.from_iterable(changes), now)
        return cacheable(response, request, until=until, now=now)

``until`` is the first instant after ``now`` at which the clock alone changes what the response
shows (``wagtail_lift.domain.caching`` works it out); ``None`` leaves it to the setting. A route
that returns a ``TemplateResponse`` need not call it: the page asks its ``get_cache_until`` with
the response's context. A response that has a ``Cache-Control`` already is left as it is.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings as django_settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from ..conf import settings
from ..domain.caching import cache_seconds, first_change

_MESSAGES_COOKIE = "messages"
_PUBLIC_STATUSES = (200, 304)
_NOTED = "_lift_changes_at"


def cacheable(
    response: Any,
    request: HttpRequest,
    *,
    until: datetime | None = None,
    now: datetime,
) -> Any:
    """Let shared caches keep a response until ``until`` if its reader is nobody in particular.

    To anyone with a session, a login or a message waiting it is ``private, no-store``, as is a
    preview, an answer to anything but GET and HEAD, and one that sets a cookie. It is never kept
    longer than ``WAGTAIL_LIFT_CACHE_SECONDS``. Returns the response. The caller has made sure that
    the body is the one that everybody may see: the rows of a reader without a session, a page
    without a view restriction (Wagtail marks the others).
    """
    patch_vary_headers(response, ["Cookie"])
    seconds = cache_seconds(until, now, at_most=settings.CACHE_SECONDS)
    if is_for_one_reader(request) or response.status_code not in _PUBLIC_STATUSES:
        return keep_private(response)
    response.headers["Cache-Control"] = f"public, max-age={seconds}"
    finish = partial(_finish, request, now, seconds)
    if hasattr(response, "add_post_render_callback"):  # at once if it is rendered
        response.add_post_render_callback(finish)
    else:
        finish(response)
    return response


def note_changes(request: HttpRequest, instants: Iterable[datetime | None], now: datetime) -> None:
    """Let the answer to a request be kept no longer than until the first of these instants.

    It is for what a template fetches by itself, while it renders and nobody else knows of it.
    """
    noted = getattr(request, _NOTED, None)
    setattr(request, _NOTED, first_change({noted, *instants}, now))


def keep_private(response: Any) -> Any:
    """Keep a response from every cache, that of the browser included; return it."""
    patch_vary_headers(response, ["Cookie"])
    response.headers["Cache-Control"] = "private, no-store"
    return response


def is_for_one_reader(request: HttpRequest) -> bool:
    """Return whether the answer to a request may depend on who asks, or is a preview."""
    names = (django_settings.SESSION_COOKIE_NAME, _MESSAGES_COOKIE)
    session, user = getattr(request, "session", None), getattr(request, "user", None)
    return (
        request.method not in ("GET", "HEAD")
        or getattr(request, "is_preview", False)
        or any(name in request.COOKIES for name in names)
        or "Authorization" in request.headers
        or (session is not None and not session.is_empty())
        or (user is not None and user.is_authenticated)
    )


def is_decided(response: HttpResponseBase) -> bool:
    """Return whether something has said already how long a response may be kept."""
    return response.has_header("Cache-Control")


def _finish(request: HttpRequest, now: datetime, seconds: int, response: Any) -> None:
    """Take back what was promised if rendering showed what changes sooner, or is for one reader.

    That is where it began a session, a form or a cookie of somebody.
    """
    noted = getattr(request, _NOTED, None)
    if noted is not None:
        seconds = cache_seconds(noted, now, at_most=seconds)
        response.headers["Cache-Control"] = f"public, max-age={seconds}"
    has_form = request.META.get("CSRF_COOKIE_NEEDS_UPDATE", False)
    session = getattr(request, "session", None)
    if has_form or response.cookies or (session is not None and session.modified):
        keep_private(response)
