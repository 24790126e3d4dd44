"""What version 3 answers to who publishes: Wagtail answers with the object as it was before."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from ninja import Status

from ..columns import is_ours

PUBLISHED = ("live", "first_published_at", "last_published_at", "has_unpublished_changes")
"""What publishing changes of a row, beside its content."""


def tell_what_was_published(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Return the operation, whose answer knows that what it published is published."""

    @wraps(operation)
    def run(request: Any, *args: Any, **kwargs: Any) -> Any:
        answer = operation(request, *args, **kwargs)
        meta = getattr(kwargs.get("data"), "meta", None)
        written = answer.value if isinstance(answer, Status) else answer
        if getattr(meta, "action", None) == "publish" and is_ours(type(written)):
            written.refresh_from_db(fields=PUBLISHED)
        return answer

    return run
