"""Lists of version 3: Wagtail ignores what it does not know and filters by what it holds back.

Of our page types and of hosts, a list is asked for by public columns alone, and whatever makes no
sense is answered with a 400 that names it.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import BooleanField, QuerySet
from django.utils.translation import gettext as _
from pydantic import ValidationError as PydanticValidationError
from wagtail.api import APIField
from wagtail.api.v3.errors import problem_response
from wagtail.api.v3.pagination import WagtailLimitOffsetPagination
from wagtail.api.v3.routers.pages import PageFilterSchema
from wagtail.api.v3.schemas.pages import BASE_PAGE_READ_FIELDS
from wagtail.api.v3.schemas.params import OrderingSchema, SearchSchema, TranslationFilterSchema
from wagtail.api.validators import bool_adapter

from ...models import get_page_model
from ..columns import MOST_TAGS, editors_columns, is_ours, is_tags, public_columns
from ..searches import found_in
from .readers import keep_readable

Fault = tuple[str, str]

_SCHEMAS = (
    PageFilterSchema,
    TranslationFilterSchema,
    OrderingSchema,
    SearchSchema,
    WagtailLimitOffsetPagination.Input,
)
PARAMETERS = {"rich_text_format"}.union(*(schema.model_fields for schema in _SCHEMAS))
"""What Wagtail itself takes in the query of a list, beside the names of fields."""


def refuse_senseless_filters(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Return the operation, which answers filters and orders that make no sense with a 400."""

    @wraps(operation)
    def run(request: Any, *args: Any, **kwargs: Any) -> Any:
        model = _model_of_list(request, kwargs)
        faults = [*_faults_in(request, model)] if model is not None else []
        if faults:
            errors = [{"type": "filter", "loc": [name], "msg": text} for name, text in faults]
            return problem_response(status=400, detail="Validation failed", errors=errors)
        return operation(request, *args, **kwargs)

    return run


class CarefulSearch(SearchSchema):
    """Wagtail's search, beside which every filter and order holds."""

    def search_queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Return what was found, of closed packs only what their editors find.

        It is the last that a list asks: what this reader may not read goes here, too.
        """
        if issubclass(queryset.model, get_page_model()):
            queryset = keep_readable(queryset, request)
        if self.search is None:
            return queryset
        return found_in(
            queryset,
            self.search,
            operator=self.search_operator,
            is_sorted="order" in request.GET,
            is_for_editors=request.user.is_authenticated,
        )


def search_carefully(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Return the operation, in whose lists of our pages and hosts searches go with filters."""

    @wraps(operation)
    def run(request: Any, *args: Any, **kwargs: Any) -> Any:
        if "search" in kwargs and _may_list_ours(request, kwargs):
            kwargs["search"] = CarefulSearch(**kwargs["search"].dict())
        return operation(request, *args, **kwargs)

    return run


def _may_list_ours(request: Any, kwargs: Any) -> bool:
    if request.resolver_match.url_name == "list_pages":
        types = kwargs["filters"].type
        return not types or any(is_ours(model) for model in types)
    return _model_of_list(request, kwargs) is not None


def _model_of_list(request: Any, kwargs: Any) -> Any | None:
    """Return the model that a list of ours filters, ``None`` for any other request."""
    name = request.resolver_match.url_name
    if request.method != "GET" or name not in ("list_pages", "list_snippets"):
        return None
    if name == "list_snippets":
        model = apps.get_model(kwargs["type"])
        return model if is_ours(model) else None
    types = kwargs["filters"].type
    if not types or not all(is_ours(model) for model in types):
        return None
    return types[0] if len(types) == 1 else get_page_model()


def _faults_in(request: Any, model: Any) -> Iterator[Fault]:
    """Yield the name of each parameter that makes no sense, and why."""
    names = {field.name for field in APIField.get_fields_for_model(model, db_fields_only=True)}
    if issubclass(model, get_page_model()):
        names |= {*BASE_PAGE_READ_FIELDS} - {"pk"}
    narrow = editors_columns if request.user.is_authenticated else public_columns
    known = {*narrow(model, names)}
    for name, values in request.GET.lists():
        if name in PARAMETERS:
            continue
        if name not in known:
            yield name, _("Neither a field to filter by nor anything else that this list takes.")
        else:
            yield from ((name, fault) for fault in _faults_of_values(model, name, values))
    for name in request.GET.getlist("order"):
        plain = name.removeprefix("-")
        if name != "random" and (plain not in known or is_tags(model, plain)):
            yield "order", _("“%(name)s” is no field to sort by.") % {"name": name}


def _faults_of_values(model: Any, name: str, values: list[str]) -> Iterator[str]:
    if is_tags(model, name):
        if len(values) > MOST_TAGS:
            yield _("Ask for at most %(count)d tags at once.") % {"count": MOST_TAGS}
        return
    field = model._meta.get_field(name)
    for value in values:
        try:
            if isinstance(field, BooleanField):
                bool_adapter.validate_python(value)
            else:
                field.get_prep_value(value)
        except PydanticValidationError:
            yield _("Send true or false.")
        except ValidationError as error:
            yield " ".join(error.messages)
        except (OverflowError, TypeError, ValueError) as error:
            yield str(error)
