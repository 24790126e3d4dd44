"""Version 3 does not tell serialisers which request they answer; here they are told.

What no database can read is refused here too, before Wagtail asks one.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.translation import gettext as _
from wagtail.api.v3.errors import problem_response

from ...api_fields import reading_through_v3

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
    """Return the operation, which answers null characters and endless numbers with a 422."""

    @wraps(operation)
    def run(request: Any, *args: Any, **kwargs: Any) -> Any:
        if any("\x00" in value for _key, values in request.GET.lists() for value in values):
            return problem_response(status=422, detail=_("Null characters are not allowed."))
        if len(request.GET.get("offset", "")) > MOST_DIGITS:
            return problem_response(status=422, detail=_("A value is too large."))
        return operation(request, *args, **kwargs)

    return run
