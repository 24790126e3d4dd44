"""Public routes refuse private values, naming the route for them, and malformed blocks."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.utils.forms import FormValidationError

from ...models import AbstractHostProfile
from ...models.kinds import EventKind
from .stream_faults import SHAPE, faults_in


def refuse_bad_bodies(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to refuse private keys and malformed streams, each at its place."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        model = _model_of(kwargs.get("data"))
        if model is not None and hasattr(model, "api_private_fields"):
            _check(request, model, kwargs.get("page_id") or kwargs.get("pk"))
        return operation(request, *args, **kwargs)

    return run


def _model_of(data: Any) -> type[Model] | None:
    """Return the model that a request body names, ``None`` if it names none."""
    label = getattr(getattr(data, "meta", None), "type", None)
    return apps.get_model(label) if label else None


def _check(request: HttpRequest, model: type[Model], key: Any) -> None:
    body = json.loads(request.body)
    private = _private_message(model, key)
    errors = {(name,): (private, "private") for name in model.api_private_fields if name in body}
    for field in model._meta.get_fields():
        if isinstance(field, StreamField) and isinstance(body.get(field.name), list):
            faults = faults_in(field.stream_block, body[field.name], (field.name,))
            errors.update({place: (message, SHAPE) for place, message in faults})
    if errors:
        raise FormValidationError({place: [error] for place, error in errors.items()})


def _private_message(model: type[Model], key: Any) -> str:
    """Say where a private value goes; ``{id}`` is the key of something not yet created."""
    names = {AbstractHostProfile: "lift_host_private", EventKind: "lift_event_private"}
    name = next((name for kind, name in names.items() if issubclass(model, kind)), None)
    if name is None:
        return _("This is private. Write it in the admin.")
    path = reverse(f"wagtailapi_v3:{name}", args=[key or 0])
    route = path if key else path.replace("/0/", "/{id}/")
    return _("This is private. Read and write it at %(route)s.") % {"route": route}
