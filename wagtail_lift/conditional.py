"""Conditional requests: answers that say only that nothing has changed (RFC 9110 section 13).

A mark (``ETag``) says what an answer is. A time says it only together with a memory of what was
told at which time, as no stored time would do: what is taken away leaves none, two changes fall
into one second, a long transaction ends after a short one that began later, and clocks are set
back. So ``Last-Modified`` is the second in which a mark was first seen, each later than the last.
"""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe

REMEMBERED_FOR, TAKEN_FOR = 365 * 86400, 86400
"""Seconds for a mark, and for who was first in a second; what is forgotten costs a full answer."""


def conditional(
    response: HttpResponseBase,
    request: HttpRequest,
    *,
    mark: str,
    known_by: tuple[Any, ...] | None,
    now: datetime,
) -> HttpResponseBase:
    """Return the response with its validators, or 304 if its reader has it already.

    ``mark`` is another one as soon as the body is. ``known_by`` tells the answer from all others of
    the site, whatever it holds; without it no time is told, and none is believed.
    """
    response["ETag"] = f'"{mark}"'
    told, is_proven = None, False
    if known_by is not None:
        told, is_proven = _last_modified(mark, known_by, int(now.timestamp()))
    if told is not None:
        response["Last-Modified"] = http_date(told)
    asked = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    is_believed = is_proven and asked is not None and asked <= now.timestamp()
    return get_conditional_response(
        request, response["ETag"], told if is_believed else None, response
    )


def _last_modified(mark: str, known_by: tuple[Any, ...], second: int) -> tuple[int | None, bool]:
    """Return since which second a mark is known, and whether it was before this request.

    No second is told of two marks: it is ``None`` for the second of them, and while the clock is
    behind what was told.
    """
    key = f"wagtail_lift.told.{sha256(repr(known_by).encode()).hexdigest()}"
    known, since = cache.get(key) or ("", -1)
    if known == mark:
        return (since, True) if since <= second else (None, False)
    if since < second and _take(f"{key}.{second}", mark):
        cache.set(key, (mark, second), REMEMBERED_FOR)
        return second, False
    cache.set(key, ("", max(since, second)), REMEMBERED_FOR)
    return None, False


def _take(key: str, mark: str) -> bool:
    """Return whether a second is this mark's: it goes to whoever asks first."""
    return cache.add(key, mark, TAKEN_FOR) or cache.get(key) == mark
