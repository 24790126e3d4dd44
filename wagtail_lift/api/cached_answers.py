"""Cache headers of the API's public responses, as on pages; and a 304 before a body is built.

A response may be cached until the clock next changes anything that the site shows. Its ``ETag`` is
known before its body if an app says in which state the public site is
(``wagtail_lift.extension.register_state``): then it names the request, that state, the next change
of the clock, and the current stretch of ``WAGTAIL_LIFT_CACHE_SECONDS``. The last bounds how long
something that no app notices, such as the title of an image, can be confirmed unchanged: no longer
than a cache would keep it anyway. Otherwise it is a fingerprint of the body.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language

from .. import __version__
from ..conf import settings
from ..extension import public_state
from ..http.caching import cacheable, is_decided, is_for_one_reader, keep_private
from ..page_types.cache_times import next_change_of_answers

VARY = ("Authorization", "Accept", "Accept-Language")
"""What a response depends on, besides the cookie: who asks, in which form and language."""


def answer_cacheably(request: HttpRequest, build: Callable[[], Any]) -> HttpResponseBase:
    """Return what ``build`` returns, with cache headers, or a 304 without building it.

    Anything but a public response to a GET or HEAD is private, and so is a random order.
    """
    if request.method not in ("GET", "HEAD"):
        return build()
    build = partial(again_if_moved, build)
    if is_for_one_reader(request) or "random" in request.GET.getlist("order"):
        return _varying(keep_private(build()))
    now = timezone.now()
    until = next_change_of_answers(now)
    etag = _known_etag(request, until, now)
    if etag is not None and etag in parse_etags(request.headers.get("If-None-Match", "")):
        unchanged = HttpResponseNotModified(headers={"ETag": etag})
        return _varying(cacheable(unchanged, request, until=until, now=now))
    response = build()
    if hasattr(response, "render") and not response.is_rendered:
        response.render()
    if is_decided(response):
        return response
    cacheable(response, request, until=until, now=now)
    if response.status_code == 200:
        response["ETag"] = etag or f'"{sha256(response.content).hexdigest()[:32]}"'
        response = get_conditional_response(request, response["ETag"], None, response)
    return _varying(response)


def again_if_moved(read: Callable[[], Any]) -> Any:
    """Return what ``read`` returns; read again if a page was moved or deleted meanwhile.

    Wagtail finds the pages above one by its path, which it no longer has then.
    """
    try:
        return read()
    except ObjectDoesNotExist:
        return read()


def refuse_alike(response: HttpResponseBase) -> HttpResponseBase:
    """Give a refusal at the address of a page the headers of one about ours; return the response.

    Without them it would tell that there is no page of ours at this address.
    """
    return _varying(keep_private(response)) if response.status_code >= 400 else response


def _known_etag(request: HttpRequest, until: datetime | None, now: datetime) -> str | None:
    """Return the ``ETag`` of the response that would be built now, ``None`` if nobody knows."""
    state = public_state() if settings.CACHE_SECONDS > 0 else None
    if state is None:
        return None
    facts = (
        __version__,
        request.get_host(),
        request.get_full_path(),
        request.headers.get("Accept", ""),
        get_language(),
        state,
        until,
        int(now.timestamp()) // settings.CACHE_SECONDS,
    )
    return f'"{sha256(repr(facts).encode()).hexdigest()[:32]}"'


def _varying(response: HttpResponseBase) -> HttpResponseBase:
    patch_vary_headers(response, VARY)
    return response
