"""Refreshes version 3 responses to writes, in which Wagtail leaves some stale values."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from ninja import Status
from wagtail.models import AbstractPage

from ...models import get_page_model
from ...page_types.page_type import LiftPageMixin
from ..columns import is_ours

PUBLISHED = ("live", "first_published_at", "last_published_at", "has_unpublished_changes")
"""Fields that publishing changes, besides the content."""


PLACE = ("path", "depth")
"""Fields that moving a page changes."""


def tell_what_was_written(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation so that its response has the published state and current address.

    A page that was changed without publishing is answered as the draft that it is now.
    """

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        answer = operation(request, *args, **kwargs)
        if request.method == "GET":
            return answer
        meta = getattr(kwargs.get("data"), "meta", None)
        written = answer.value if isinstance(answer, Status) else answer
        if is_ours(type(written)) and getattr(meta, "action", None) == "publish":
            written.refresh_from_db(fields=PUBLISHED)
        if isinstance(written, LiftPageMixin) and meta is not None:
            written.show_draft(written.has_unpublished_changes)
        if is_ours(type(written)) and isinstance(written, get_page_model()):
            _find_address(written)
        return answer

    return run


def _find_address(page: AbstractPage) -> None:
    """Update a page's address from its current parent and its slug, published or not."""
    page.refresh_from_db(fields=PLACE)
    page.set_url_path(page.get_parent(update=True))
