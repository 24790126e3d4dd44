"""HTTP caching: which responses shared caches may keep, and until when.

A route that builds its own response calls ``cacheable`` once, on whatever it returns::

    def serve_feed(self, request):
        now = timezone.now()
        rows = list(...)
        response = HttpResponse(...)
        changes = (changes_of_meeting(row.facts()) for row in rows)
        until = first_change(chain.from_iterable(changes), now)
        return cacheable(response, request, until=until, now=now)

``until`` is the first instant after ``now`` at which the clock alone changes what the response
shows (``wagtail_lift.domain.caching`` calculates it); ``None`` leaves it to the setting. A route
that returns a ``TemplateResponse`` need not call it: the page calls its ``get_cache_until`` with
the response's context. A response that already has ``Cache-Control`` is left unchanged.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import TypeVar

from django.conf import settings as django_settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from ..conf import settings
from ..domain.caching import cache_seconds, first_change

Response = TypeVar("Response", bound=HttpResponseBase)

PAGE_PASSWORD_HEADER = "X-Page-Password"  # noqa: S105 -- a name, not a password
"""The header that holds the shared password of a page, for programs that read it."""

_MESSAGES_COOKIE = "messages"
_PUBLIC_STATUSES = (200, 304)
_NOTED = "_lift_changes_at"


def cacheable(
    response: Response,
    request: HttpRequest,
    *,
    until: datetime | None = None,
    now: datetime,
) -> Response:
    """Let shared caches keep a response until ``until`` if its reader is anonymous; return it.

    With a session, a login or a waiting message it is ``private, no-store``, as is a preview, a
    response to anything but GET and HEAD, and one that sets a cookie. It is never cached for longer
    than ``WAGTAIL_LIFT_CACHE_SECONDS``. The caller must make sure that the body is public: the rows
    of a reader without a session, a page without a view restriction (Wagtail marks the others).
    """
    patch_vary_headers(response, ["Cookie"])
    seconds = cache_seconds(until, now, at_most=settings.CACHE_SECONDS)
    if is_for_one_reader(request) or response.status_code not in _PUBLIC_STATUSES:
        return keep_private(response)
    response.headers["Cache-Control"] = f"public, max-age={seconds}"
    finish = partial(_finish, request, now, seconds)
    if hasattr(response, "add_post_render_callback"):  # runs now if already rendered
        response.add_post_render_callback(finish)
    else:
        finish(response)
    return response


def note_changes(request: HttpRequest, instants: Iterable[datetime | None], now: datetime) -> None:
    """Limit how long the response to a request is cached to the first of these instants.

    It is for data that a template tag fetches while rendering, which the view does not know about.
    """
    noted = getattr(request, _NOTED, None)
    setattr(request, _NOTED, first_change({noted, *instants}, now))


def keep_private(response: Response) -> Response:
    """Keep a response out of every cache, including the browser's; return it."""
    patch_vary_headers(response, ["Cookie"])
    response.headers["Cache-Control"] = "private, no-store"
    return response


def is_for_one_reader(request: HttpRequest) -> bool:
    """Return whether the response to a request may depend on who asks, or is a preview."""
    names = (django_settings.SESSION_COOKIE_NAME, _MESSAGES_COOKIE)
    session, user = getattr(request, "session", None), getattr(request, "user", None)
    return (
        request.method not in ("GET", "HEAD")
        or getattr(request, "is_preview", False)
        or any(name in request.COOKIES for name in names)
        or "Authorization" in request.headers
        or PAGE_PASSWORD_HEADER in request.headers
        or (session is not None and not session.is_empty())
        or (user is not None and user.is_authenticated)
    )


def is_decided(response: HttpResponseBase) -> bool:
    """Return whether a response already has ``Cache-Control``."""
    return response.has_header("Cache-Control")


def _finish(request: HttpRequest, now: datetime, seconds: int, response: HttpResponseBase) -> None:
    """Shorten or withdraw caching if rendering showed something that changes sooner, or is private.

    It is private if rendering started a session, a CSRF-protected form or a cookie.
    """
    noted = getattr(request, _NOTED, None)
    if noted is not None:
        seconds = cache_seconds(noted, now, at_most=seconds)
        response.headers["Cache-Control"] = f"public, max-age={seconds}"
    has_form = request.META.get("CSRF_COOKIE_NEEDS_UPDATE", False)
    session = getattr(request, "session", None)
    if has_form or response.cookies or (session is not None and session.modified):
        keep_private(response)
