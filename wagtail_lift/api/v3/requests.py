"""Passes the request to serialisers, which version 3 itself does not.

Also refuses values that no database can read, before Wagtail queries one.
"""

import json
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.api.v3.errors import problem_response

from ...http.odd_characters import fault_of_address, faults_within
from ..fields import reading_through_v3
from ..parameters import BadParameters
from ..searches import with_plain_search
from .scope import is_about_ours, is_list_of_ours

_ODD_ESCAPE = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")

MOST_DIGITS = 9
"""Most digits of an offset: databases differ in the integers they accept."""

MOST_LEVELS = 100
"""Deepest nesting of a body for our types; Python itself fails at some greater depth."""


def name_the_request(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation so that our fields know the request."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        with reading_through_v3(request):
            return operation(request, *args, **kwargs)

    return run


def refuse_nonsense(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to answer input that Wagtail would fail on with a problem response.

    In the address of a list or a route of ours: characters that no database accepts and endless
    numbers; in a list, the search is also reduced to plain words. In a body for one of ours:
    anything but an object in UTF-8, excessive nesting, and such characters.
    """

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if is_list_of_ours(request):
            if (fault := _fault_of_query(request)) is not None:
                return fault
            request.GET = with_plain_search(request.GET)
        elif is_about_ours(request) and (fault := _fault_of_call(request)) is not None:
            return fault
        return operation(request, *args, **kwargs)

    return run


def _fault_of_query(request: HttpRequest) -> HttpResponse | None:
    if (fault := fault_of_address(request)) is not None:
        return problem_response(status=400, detail=str(fault))
    if len(request.GET.get("offset", "")) > MOST_DIGITS:
        return too_large(request)
    return None


def name_the_parameters(request: HttpRequest, error: BadParameters) -> HttpResponse:
    """Answer parameters that mean nothing with a 400 that names each."""
    errors = [{"type": "parameter", "loc": [name], "msg": text} for name, text in error.faults]
    return problem_response(status=400, detail="Validation failed", errors=errors)


def _fault_of_call(request: HttpRequest) -> HttpResponse | None:
    return _fault_of_query(request) if request.method == "GET" else _fault_of_body(request)


def _fault_of_body(request: HttpRequest) -> HttpResponse | None:
    try:
        body = request.body
    except RequestDataTooBig:
        return problem_response(status=413, detail=_("The body is too large."))
    is_form = request.content_type.startswith("multipart/") and body.startswith(b"--")
    if is_form or not body.strip():  # not JSON: Wagtail reports it where it expects JSON
        return None
    sent = _object_in(body)
    if sent is None:
        return problem_response(status=400, detail=_("Send a JSON object."))
    if faults := _faults_in_object(body, sent):
        return problem_response(status=422, detail="Validation failed", errors=faults)
    return None


def _object_in(body: bytes) -> dict[str, Any] | None:
    """Return the object in a body, ``None`` unless it is readable JSON in strict UTF-8.

    Wagtail would guess UTF-16 and UTF-32, where we find no escapes, and accept lone surrogates.
    """
    if b"\0" in body:
        return None
    try:
        sent = json.loads(body.decode())
    except (RecursionError, ValueError):
        return None
    return sent if isinstance(sent, dict) and not _is_too_deep(sent) else None


def _is_too_deep(sent: Any) -> bool:
    layer = [sent]
    for _level in range(MOST_LEVELS):
        inner = (item.values() if isinstance(item, dict) else item for item in layer)
        layer = [item for items in inner for item in items if isinstance(item, dict | list)]
        if not layer:
            return False
    return True


def _faults_in_object(body: bytes, sent: dict[str, Any]) -> list[dict[str, Any]]:
    """Return each text in the body that no database accepts, with its place.

    JSON escapes such characters, so few bodies need to be searched.
    """
    found = faults_within(sent) if _ODD_ESCAPE.search(body) else ()
    return [{"type": "text", "loc": list(place), "msg": str(fault)} for place, fault in found]


def tell_what_is_too_large(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to answer values that no database can store with a problem response."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return operation(request, *args, **kwargs)
        except (DataError, OverflowError):
            return too_large(request)

    return run


def too_large(request: HttpRequest) -> HttpResponse:
    """Answer a value that is too large for the database: a 400 in a query, a 422 in a body."""
    status = 400 if request.method == "GET" else 422
    return problem_response(status=status, detail=_("A value is too large."))
