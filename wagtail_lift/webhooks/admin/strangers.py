"""Who has no right on webhooks is refused before one is looked up, and learns of none."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern
from wagtail.permission_policies import ModelPermissionPolicy

ANY = ("add", "change", "delete", "view")


def refuse_strangers(patterns: Iterable[URLPattern], model: type[Model]) -> list[URLPattern]:
    """Return the addresses of a viewset, each of which asks for a right on its model first."""
    found = list(patterns)
    for pattern in found:
        pattern.callback = _for_somebody(pattern.callback, model)
    return found


def _for_somebody(view: Callable[..., Any], model: type[Model]) -> Callable[..., Any]:
    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not ModelPermissionPolicy(model).user_has_any_permission(request.user, ANY):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return run
