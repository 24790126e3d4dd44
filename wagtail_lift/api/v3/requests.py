"""Version 3 does not tell serialisers which request they answer; here they are told.

What no database can read is refused here too, before Wagtail asks one.
"""

import json
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.api.v3.errors import problem_response

from ...api_fields import reading_through_v3
from ...odd_characters import fault_of_address, faults_within
from ..searches import with_plain_search

_ODD_ESCAPE = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")

MOST_DIGITS = 9
"""No offset has more: databases differ on what they can count to."""


def name_the_request(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Return the operation, in which the fields of the package know the request."""

    @wraps(operation)
    def run(request: Any, *args: Any, **kwargs: Any) -> Any:
        with reading_through_v3(request):
            return operation(request, *args, **kwargs)

    return run


def refuse_nonsense(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Return the operation, which answers with a problem what Wagtail would fail on.

    That is characters that no database takes, endless numbers in the query, and a body that is no
    object. Of a search, it is told no more than the words.
    """

    @wraps(operation)
    def run(request: Any, *args: Any, **kwargs: Any) -> Any:
        fault = fault_of_address(request)
        if fault is not None:
            return problem_response(status=400, detail=str(fault))
        if len(request.GET.get("offset", "")) > MOST_DIGITS:
            return too_large(request)
        try:
            if not _sends_an_object(request):
                return problem_response(status=400, detail=_("Send a JSON object."))
            if faults := _faults_in_body(request):
                return problem_response(status=422, detail="Validation failed", errors=faults)
        except RequestDataTooBig:
            return body_too_large(request)
        request.GET = with_plain_search(request.GET)
        return operation(request, *args, **kwargs)

    return run


def _sends_an_object(request: Any) -> bool:
    """Files are sent otherwise, and may be larger than what is read into memory."""
    if request.content_type.startswith("multipart/"):
        return True
    return request.body.lstrip()[:1] in (b"", b"{")


def _faults_in_body(request: Any) -> list[dict[str, Any]]:
    """Return each text of the body that no database takes, with its place.

    Within JSON such characters are escaped, or it is no JSON: few bodies are read for that.
    """
    if not _ODD_ESCAPE.search(request.body):
        return []
    try:
        sent = json.loads(request.body)
    except ValueError:
        return []
    found = faults_within(sent)
    return [{"type": "text", "loc": list(place), "msg": str(fault)} for place, fault in found]


def too_large(request: Any, error: Exception | None = None) -> HttpResponse:
    """Answer a value that is too large for the database: a 400 in a query, a 422 in a body."""
    status = 400 if request.method == "GET" else 422
    return problem_response(status=status, detail=_("A value is too large."))


def body_too_large(request: Any, error: Exception | None = None) -> HttpResponse:
    """Answer a body that is larger than the site reads into memory."""
    return problem_response(status=413, detail=_("The body is too large."))


def unknown_field(request: Any, error: Exception) -> HttpResponse:
    """Answer a filter by what Wagtail takes for a field of the model, and is none."""
    return problem_response(status=400, detail=str(error))
