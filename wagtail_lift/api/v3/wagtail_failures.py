"""Requests on which Wagtail itself fails get an answer that says what is wrong."""

import json
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from wagtail.api.v3.errors import problem_response
from wagtail.utils.forms import FormValidationError

from ...http.odd_characters import fault_of_address
from ...models import get_page_model
from ..columns import is_ours
from .requests import tell_what_is_too_large
from .scope import PAGES, model_of_address

REVISIONS = ("list_page_revisions", "list_snippet_revisions")
WITHIN = ("first-child", "last-child", "sorted-child")
"""The positions of a move that are below its destination, not beside it."""


def create_from_objects(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to answer 400 where a page is sent as JSON that is no object.

    It may be new, or not there. Wagtail's own answer is left to pages that are not ours.
    """

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return operation(request, *args, **kwargs)
        except AttributeError:
            if not _sends_what_is_not_there(request) or isinstance(json.loads(request.body), dict):
                raise
            return problem_response(status=400, detail=_("Send a JSON object."))

    return run


def _sends_what_is_not_there(request: HttpRequest) -> bool:
    match = request.resolver_match
    names_none = "page_id" in match.kwargs and model_of_address(request) is None
    return match.url_name in PAGES or names_none


def refuse_odd_keys(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to answer a key that its model cannot have with a 400 that names it.

    In an address it is the key of nothing.
    """

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        _find_no_odd_host(request)
        odd = [name for name, model in _keys_in(request) if not _is_key(model, request.GET[name])]
        if odd:
            text = _("This is no key.")
            errors = [{"type": "filter", "loc": [name], "msg": text} for name in odd]
            return problem_response(status=400, detail="Validation failed", errors=errors)
        return operation(request, *args, **kwargs)

    return run


def _keys_in(request: HttpRequest) -> Iterator[tuple[str, type[Model]]]:
    match = request.resolver_match
    if match.url_name in REVISIONS and "user_id" in request.GET:
        yield "user_id", get_user_model()
    if match.url_name == "list_snippets" and request.GET.get("translation_of"):
        try:
            yield "translation_of", apps.get_model(match.kwargs["type"])
        except (LookupError, ValueError):
            return  # Wagtail says that there is no such type


def _find_no_odd_host(request: HttpRequest) -> None:
    match = request.resolver_match
    model = model_of_address(request) if "pk" in match.kwargs else None
    if model is not None and is_ours(model) and not _is_key(model, unquote(match.kwargs["pk"])):
        raise Http404(f"No {model._meta.object_name} matches the given query.")


def _is_key(model: type[Model], value: str) -> bool:
    key = model._meta.pk
    try:
        key.run_validators(key.to_python(value))
    except (ValidationError, ValueError):
        return False
    return True


def filter_revisions_carefully(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation so that revisions are not filtered by what no database takes."""
    careful = tell_what_is_too_large(operation)

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.resolver_match.url_name not in REVISIONS:
            return operation(request, *args, **kwargs)
        if (fault := fault_of_address(request)) is not None:
            return problem_response(status=400, detail=str(fault))
        return careful(request, *args, **kwargs)

    return run


def stay_below_the_root(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to refuse a move to a place beside the root page."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        sent: Any = kwargs.get("data")
        if request.resolver_match.url_name == "pages_actions_move" and (
            sent.position not in WITHIN and _is_root(sent.destination_id)
        ):
            message = _("Nothing stands beside the root page. Send a place below it: %(places)s.")
            fault = (message % {"places": ", ".join(WITHIN)}, "root")
            raise FormValidationError({("position",): [fault]})
        return operation(request, *args, **kwargs)

    return run


def _is_root(key: int) -> bool:
    found: bool = get_page_model()._default_manager.filter(pk=key, depth=1).exists()
    return found


def publish_no_alias(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to refuse to publish an alias, which has no revision to publish."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.resolver_match.url_name == "pages_actions_publish":
            pages = get_page_model()._default_manager.filter(pk=kwargs["page_id"])
            shown = pages.values_list("alias_of_id", flat=True).first()
            if shown:
                message = _("This page is an alias. Change page %(id)s, which it shows, instead.")
                fault = (message % {"id": shown}, "alias")
                raise FormValidationError({(NON_FIELD_ERRORS,): [fault]})
        return operation(request, *args, **kwargs)

    return run
