"""Reject text that no database accepts, with the same message everywhere."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..domain.characters import has_half_character, has_nul

NUL_REFUSED = _("Null characters are not allowed.")
"""The message of Django's own form fields."""

HALF_REFUSED = _("A character is incomplete: half of a surrogate pair is not allowed.")

Place = tuple[str | int, ...]


def fault_of(text: str) -> Promise | None:
    """Return why databases reject a text, ``None`` if they accept it."""
    if has_nul(text):
        return NUL_REFUSED
    return HALF_REFUSED if has_half_character(text) else None


def fault_of_address(request: HttpRequest) -> Promise | None:
    """Return what is wrong with the path of a request, or with a name or value in its query."""
    pairs = ((name, *values) for name, values in request.GET.lists())
    texts = [request.path_info, *(text for pair in pairs for text in pair)]
    return next(filter(None, map(fault_of, texts)), None)


def refusal(request: HttpRequest) -> HttpResponse | None:
    """Return a 400 response if the URL contains invalid text, else ``None``."""
    fault = fault_of_address(request)
    if fault is None:
        return None
    return HttpResponse(str(fault), status=400, content_type="text/plain; charset=utf-8")


def faults_within(sent: Any) -> Iterator[tuple[Place, Promise]]:
    """Yield the path of each invalid text in decoded JSON, and what is wrong with it.

    They are in document order; nesting may be arbitrarily deep.
    """
    waiting: list[tuple[Place, Any]] = [((), sent)]
    while waiting:
        place, item = waiting.pop()
        if isinstance(item, str):
            fault = fault_of(item)
            if fault is not None:
                yield place, fault
        elif isinstance(item, dict | list):
            waiting.extend(reversed([*_parts_of(item, place)]))


def _parts_of(item: dict[str, Any] | list[Any], place: Place) -> Iterator[tuple[Place, Any]]:
    """Yield the items of an object or a list; for an invalid key the key itself, at ``place``."""
    if isinstance(item, list):
        yield from (((*place, number), part) for number, part in enumerate(item))
        return
    for name, part in item.items():
        yield (place, name) if fault_of(name) is not None else ((*place, name), part)


class PlainAddressMixin:
    """Mixin for admin views: rejects URLs that contain invalid text."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Return the 400 response if the URL is invalid, else dispatch as usual."""
        refused = refusal(request)
        return super().dispatch(request, *args, **kwargs) if refused is None else refused
