"""What no database takes is refused at the door, with the same words at each of them."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..domain.characters import has_half_character, has_nul

NUL_REFUSED = _("Null characters are not allowed.")
"""Django's own words, which its form fields say."""

HALF_REFUSED = _("A character is incomplete: half of a surrogate pair is not allowed.")

Place = tuple[str | int, ...]


def fault_of(text: str) -> Promise | None:
    """Return why no database takes a text, ``None`` if each does."""
    if has_nul(text):
        return NUL_REFUSED
    return HALF_REFUSED if has_half_character(text) else None


def fault_of_address(request: HttpRequest) -> Promise | None:
    """Return what is wrong with the path of a request, or with a name or value in its query."""
    pairs = ((name, *values) for name, values in request.GET.lists())
    texts = [request.path_info, *(text for pair in pairs for text in pair)]
    return next(filter(None, map(fault_of, texts)), None)


def refusal(request: HttpRequest) -> HttpResponse | None:
    """Return the answer to an address that no text can be, ``None`` for any other."""
    fault = fault_of_address(request)
    if fault is None:
        return None
    return HttpResponse(str(fault), status=400, content_type="text/plain; charset=utf-8")


def faults_within(sent: Any) -> Iterator[tuple[Place, Promise]]:
    """Yield the place of each faulty text in what was sent as JSON, and what is wrong with it.

    The order is that of the text, and no depth is too much.
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
    """Yield what is within an object or a list; of a faulty name the name itself, at ``place``."""
    if isinstance(item, list):
        yield from (((*place, number), part) for number, part in enumerate(item))
        return
    for name, part in item.items():
        yield (place, name) if fault_of(name) is not None else ((*place, name), part)


class PlainAddressMixin:
    """Put before a view of the admin: it refuses addresses that no text can be."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse, or go on."""
        refused = refusal(request)
        return super().dispatch(request, *args, **kwargs) if refused is None else refused
