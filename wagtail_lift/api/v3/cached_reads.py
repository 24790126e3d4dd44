"""Version 3: cache headers of what everybody reads of our pages and hosts."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest

from ..cached_answers import answer_cacheably, refuse_alike
from ..columns import is_ours
from .scope import READING, is_list_of_ours, model_of_address

OUR_ROUTES = "lift_"


def cache_reads(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation so that its public responses about ours may be cached."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if _reads_ours(request):
            return answer_cacheably(request, lambda: operation(request, *args, **kwargs))
        answer = operation(request, *args, **kwargs)
        is_read = request.method in READING and "page_id" in request.resolver_match.kwargs
        return refuse_alike(answer) if is_read else answer

    return run


def _reads_ours(request: HttpRequest) -> bool:
    if request.method not in READING:
        return False
    if str(request.resolver_match.url_name).startswith(OUR_ROUTES) or is_list_of_ours(request):
        return True
    model = model_of_address(request)
    return model is not None and is_ours(model)
