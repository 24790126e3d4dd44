"""Version 3 does not tell serialisers which request they answer; here they are told."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from ...api_fields import reading_through_v3


def name_the_request(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Return the operation, in which the fields of the package know the request."""

    @wraps(operation)
    def run(request: Any, *args: Any, **kwargs: Any) -> Any:
        with reading_through_v3(request):
            return operation(request, *args, **kwargs)

    return run
