"""Refuses unknown names in a body, each at its place, instead of ignoring them.

Read-only values may be sent back unchanged. So a body from a GET is accepted whole, and no intended
change is lost silently.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from difflib import get_close_matches
from functools import wraps
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _
from pydantic import BaseModel
from wagtail.fields import StreamField
from wagtail.utils.forms import FormValidationError

from .block_names import unknown_in_block
from .scope import written_model

Place = tuple[str | int, ...]
Names = tuple[str, ...]

META = "meta"
OF_THE_ANSWER = {(META, "warnings")}
"""Keys about one request: the response to it has them, but no later GET does."""

_NOWHERE = object()


def refuse_unknown_names(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to answer unknown names in its body with a 422, each at its place."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method != "GET" and request.body.lstrip().startswith(b"{"):
            schemas = (value for value in kwargs.values() if isinstance(value, BaseModel))
            _check(request, json.loads(request.body), next(schemas, None))
        return operation(request, *args, **kwargs)

    return run


def _check(request: HttpRequest, body: dict[str, Any], sent: BaseModel | None) -> None:
    """Refuse unknown names; look up the current values only if a name is not writable.

    ``sent`` is the body as parsed by the schema, ``None`` for an action without a body.
    """
    streams = _unknown_in_streams(written_model(request), body, sent)
    not_taken = dict([*_unknown_names(body, sent, ()), *streams])
    strange = not_taken.keys() - OF_THE_ANSWER
    if not strange:
        return
    answers = [*_answers_to_a_get(request)]
    errors = {}
    for place in sorted(strange, key=str):
        read = [_at(place, body, answer) for answer in answers]
        if _at(place, body, body) not in read:
            is_read = any(value is not _NOWHERE for value in read)
            is_beside = place[0] == META and place[-1] in _fields_of(sent)
            errors[place] = [_fault(place, not_taken[place], is_read=is_read, is_beside=is_beside)]
    if errors:
        raise FormValidationError(errors)


def _unknown_names(
    body: dict[str, Any], sent: BaseModel | None, place: Place
) -> Iterator[tuple[Place, Names]]:
    """Yield the place of each name that the schema lacks, and the names that it has."""
    taken = _fields_of(sent)
    for name, value in body.items():
        if name not in taken:
            yield (*place, name), (*taken,)
        else:
            parsed = getattr(sent, taken[name])
            for within, below, parts in _objects_in(value, parsed):
                yield from _unknown_names(below, parts, (*place, name, *within))


def _objects_in(value: Any, parsed: Any) -> Iterator[tuple[Place, dict[str, Any], BaseModel]]:
    """Yield each object in a value or a list, with its place and parsed form."""
    if isinstance(parsed, BaseModel) and isinstance(value, dict):
        yield (), value, parsed
    elif isinstance(parsed, list) and isinstance(value, list):
        for n, pair in enumerate(zip(value, parsed, strict=False)):
            yield from (((n, *place), *rest) for place, *rest in _objects_in(*pair))


def _unknown_in_streams(
    model: type[Model] | None, body: dict[str, Any], sent: BaseModel | None
) -> Iterator[tuple[Place, Names]]:
    written = body.keys() & _fields_of(sent).keys()
    for field in model._meta.get_fields() if model is not None else ():
        if isinstance(field, StreamField) and field.name in written:
            yield from unknown_in_block(field.stream_block, body[field.name], (field.name,))


def _fields_of(sent: BaseModel | None) -> dict[str, str]:
    """Return the names that a body may have, each with its field name in the schema."""
    fields = type(sent).model_fields if sent is not None else {}
    return {field.alias or name: name for name, field in fields.items()}


def _answers_to_a_get(request: HttpRequest) -> Iterator[dict[str, Any]]:
    """Yield what the sender can read at this address: the draft and the live version."""
    match = request.resolver_match
    if request.method != "PATCH":
        return
    for version in ("draft", "live"):
        asked = copy(request)
        asked.method = "GET"
        asked.GET = request.GET.copy()
        asked.GET["version"] = version
        answer = match.func(asked, *match.args, **match.kwargs)
        if answer.status_code == 200:
            yield json.loads(answer.content)


def _at(place: Place, body: Any, read: Any) -> Any:
    """Return what is read at a place in the body; list items are matched by their id."""
    for step in place:
        body = body[step]
        if isinstance(step, int):
            read = _same_item(step, body, read)
        else:
            read = read.get(step, _NOWHERE) if isinstance(read, dict) else _NOWHERE
    return read


def _same_item(position: int, item: Any, read: Any) -> Any:
    items = read if isinstance(read, list) else []
    if isinstance(item, dict) and item.get("id") is not None:
        with_ids: Iterable[Any] = (i for i in items if isinstance(i, dict))
        return next((i for i in with_ids if i.get("id") == item["id"]), _NOWHERE)
    return items[position] if position < len(items) else _NOWHERE


def _fault(place: Place, names: Names, *, is_read: bool, is_beside: bool) -> tuple[str, str]:
    """Return the message and code for a wrong name, suggesting one that works."""
    name = str(place[-1])
    if is_beside:
        return _("Send “%(name)s” beside “meta”, not in it.") % {"name": name}, "read_only"
    if is_read and f"{name}_id" in names:
        return _("“%(name)s” is only read. Send “%(name)s_id”.") % {"name": name}, "read_only"
    if is_read:
        message = _("“%(name)s” is only read. Leave it out, or send it as it is read.")
        return message % {"name": name}, "read_only"
    close = get_close_matches(name, names, n=1)
    if close:
        message = _("There is no “%(name)s” here. Did you mean “%(close)s”?")
        return message % {"name": name, "close": close[0]}, "unknown_name"
    return _("There is no “%(name)s” here.") % {"name": name}, "unknown_name"
