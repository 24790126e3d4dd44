"""What no database takes is refused at the door, with the same words at each of them."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .domain.characters import has_half_character, has_nul

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


def faults_within(sent: Any, place: Place = ()) -> Iterator[tuple[Place, Promise]]:
    """Yield the place of each faulty text in what was sent as JSON, and what is wrong with it."""
    if isinstance(sent, str):
        fault = fault_of(sent)
        if fault is not None:
            yield place, fault
    elif isinstance(sent, list):
        for number, item in enumerate(sent):
            yield from faults_within(item, (*place, number))
    elif isinstance(sent, dict):
        for name, item in sent.items():
            fault = fault_of(name)
            if fault is not None:
                yield place, fault
            else:
                yield from faults_within(item, (*place, name))


class PlainAddressMixin:
    """Put before a view of the admin: it refuses addresses that no text can be."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse, or go on."""
        refused = refusal(request)
        return super().dispatch(request, *args, **kwargs) if refused is None else refused
