"""What version 3 answers to who writes: Wagtail leaves what was before in part of the answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from ninja import Status

from ...models import get_page_model
from ..columns import is_ours

PUBLISHED = ("live", "first_published_at", "last_published_at", "has_unpublished_changes")
"""What publishing changes of a row, beside its content."""


PLACE = ("path", "depth")
"""What moving changes of a page."""


def tell_what_was_written(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Return the operation, whose answer knows what it published and where it is."""

    @wraps(operation)
    def run(request: Any, *args: Any, **kwargs: Any) -> Any:
        answer = operation(request, *args, **kwargs)
        meta = getattr(kwargs.get("data"), "meta", None)
        written = answer.value if isinstance(answer, Status) else answer
        if is_ours(type(written)) and getattr(meta, "action", None) == "publish":
            written.refresh_from_db(fields=PUBLISHED)
        if is_ours(type(written)) and isinstance(written, get_page_model()):
            _find_address(written)
        return answer

    return run


def _find_address(page: Any) -> None:
    """Let a page know where it is now, under the slug that it has, published or not."""
    page.refresh_from_db(fields=PLACE)
    page.set_url_path(page.get_parent(update=True))
