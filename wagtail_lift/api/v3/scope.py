"""Which version 3 requests are about our page types and hosts; all others are left to Wagtail."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import RequestDataTooBig
from django.db.models import Model
from django.http import HttpRequest

from ...models import get_host_model, get_page_model
from ...models.kinds import page_types
from ...page_types.page_type import LiftPageMixin
from ..columns import is_ours

Operation = Callable[..., Any]

READING = ("GET", "HEAD")

PAGES = ("list_pages", "create_page")
"""The names of the one address that lists and creates pages."""


def only_for_ours(decorate: Callable[[Operation], Operation]) -> Callable[[Operation], Operation]:
    """Return a decorator that acts only on requests about our types."""

    def decorate_ours(operation: Operation) -> Operation:
        careful = decorate(operation)

        @wraps(operation)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            chosen = careful if is_about_ours(request) else operation
            return chosen(request, *args, **kwargs)

        return run

    return decorate_ours


def is_about_ours(request: HttpRequest) -> bool:
    """Return whether the request is for a private route, or reads or writes our types."""
    is_private_route = str(request.resolver_match.url_name).startswith("lift_")
    return is_private_route or is_list_of_ours(request) or written_model(request) is not None


def is_list_of_ours(request: HttpRequest) -> bool:
    """Return whether the request lists hosts, or names page types that are all ours."""
    return listed_model(request) is not None


def listed_model(request: HttpRequest) -> type[Model] | None:
    """Return the model of ours that a list filters; for several types, the base page model."""
    match = request.resolver_match
    if request.method != "GET" or match.url_name not in ("list_pages", "list_snippets"):
        return None
    models = [_model(label) for label in _types_of(request)]
    if not models or not all(model is not None and is_ours(model) for model in models):
        return None
    return models[0] if len(models) == 1 else get_page_model()


def lists_ours_among_others(request: HttpRequest) -> bool:
    """Return whether the request lists pages of any type, or ours together with others.

    Listing a base type of ours, such as ``wagtailcore.Page``, lists ours too.
    """
    if request.method != "GET" or request.resolver_match.url_name != "list_pages":
        return False
    models = [_model(label) for label in _types_of(request)]
    return listed_model(request) is None and (
        not models or any(model is not None and _is_or_has_ours(model) for model in models)
    )


def _is_or_has_ours(model: type[Model]) -> bool:
    return is_ours(model) or any(issubclass(found, model) for found in page_types(LiftPageMixin))


def written_model(request: HttpRequest) -> type[Model] | None:
    """Return the model of ours that the request writes, or acts on; ``None`` if it only reads."""
    if request.method == "GET":
        return None
    path = request.resolver_match.kwargs
    if "host_id" in path:
        model = get_host_model()
    elif "type" in path:
        model = _model(path["type"])
    elif "page_id" in path:
        model = _type_of_page(path["page_id"])
    elif request.resolver_match.url_name in PAGES:
        model = _model(_type_in_body(request))
    else:
        return None
    return model if model is not None and is_ours(model) else None


def model_of_address(request: HttpRequest) -> type[Model] | None:
    """Return the model of the one page or snippet at this address, ``None`` for others."""
    path = request.resolver_match.kwargs
    if "page_id" in path:
        return _type_of_page(path["page_id"])
    return _model(path["type"]) if "type" in path else None


def _types_of(request: HttpRequest) -> list[str]:
    path = request.resolver_match.kwargs
    return [path["type"]] if "type" in path else request.GET.getlist("type")


def _model(label: Any) -> type[Model] | None:
    try:
        return apps.get_model(label)
    except (AttributeError, LookupError, TypeError, ValueError):
        return None


def _type_of_page(key: Any) -> type[Model] | None:
    try:
        pages = get_page_model()._default_manager.filter(pk=key)
    except ValueError:
        return None
    content_type = pages.values_list("content_type_id", flat=True).first()
    return content_type and ContentType.objects.get_for_id(content_type).model_class()


def _type_in_body(request: HttpRequest) -> Any:
    """Return the type that the body names, ``None`` if the body cannot be read."""
    try:
        return json.loads(request.body)["meta"]["type"]
    except (KeyError, RecursionError, RequestDataTooBig, TypeError, ValueError):
        return None
