"""Lists in version 3: Wagtail ignores unknown parameters and filters by values it holds back.

Lists of our page types and of hosts accept public columns only, and answer anything invalid with a
400 that names it.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import BooleanField, Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from pydantic import ValidationError as PydanticValidationError
from wagtail.api import APIField
from wagtail.api.v3.errors import problem_response
from wagtail.api.v3.pagination import WagtailLimitOffsetPagination
from wagtail.api.v3.routers.pages import PageFilterSchema
from wagtail.api.v3.schemas.pages import BASE_PAGE_READ_FIELDS
from wagtail.api.v3.schemas.params import OrderingSchema, SearchSchema, TranslationFilterSchema
from wagtail.api.validators import bool_adapter

from ...lists.searches import words_of
from ...models import get_page_model
from ..columns import MOST_TAGS, editors_columns, is_tags, public_columns
from ..searches import closed_packs, found_in
from .readers import keep_readable
from .scope import is_list_of_ours, listed_model, lists_ours_among_others

Fault = tuple[str, str]

_SCHEMAS = (
    PageFilterSchema,
    TranslationFilterSchema,
    OrderingSchema,
    SearchSchema,
    WagtailLimitOffsetPagination.Input,
)
PARAMETERS = {"rich_text_format"}.union(*(schema.model_fields for schema in _SCHEMAS))
"""Query parameters that Wagtail's lists accept, besides field names."""


def refuse_senseless_filters(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation to answer invalid filters and orderings with a 400."""

    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        model = listed_model(request)
        faults = [*_faults_in(request, model)] if model is not None else []
        if faults:
            errors = [{"type": "filter", "loc": [name], "msg": text} for name, text in faults]
            return problem_response(status=400, detail="Validation failed", errors=errors)
        return operation(request, *args, **kwargs)

    return run


class CarefulSearch(SearchSchema):
    """Wagtail's search, combined with every filter and ordering."""

    def search_queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Return the matches; only editors find closed packs.

        This is the last step of a list, so pages that this reader may not read go here, too.
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
    """Wrap an operation so that lists of our pages and hosts combine search with filters."""
    return _searching_with(CarefulSearch, operation, is_list_of_ours)


class SearchBesideClosedPacks(SearchSchema):
    """Wagtail's own search, in which only editors find closed packs."""

    def search_queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Return the matches that this reader may read."""
        queryset = keep_readable(queryset, request)
        if self.search is None:
            return queryset
        self.search = words_of(self.search)
        if not self.search:
            return queryset.none()
        if not request.user.is_authenticated:
            queryset = queryset.exclude(pk__in=closed_packs())
        return super().search_queryset(request, queryset)


def find_no_closed_packs(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap an operation so that lists of any pages find no pack by content it holds back."""
    return _searching_with(SearchBesideClosedPacks, operation, lists_ours_among_others)


def _searching_with(
    schema: type[SearchSchema],
    operation: Callable[..., Any],
    applies: Callable[[HttpRequest], bool],
) -> Callable[..., Any]:
    @wraps(operation)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if "search" in kwargs and applies(request):
            kwargs["search"] = schema(**kwargs["search"].dict())
        return operation(request, *args, **kwargs)

    return run


def _faults_in(request: HttpRequest, model: type[Model]) -> Iterator[Fault]:
    """Yield the name of each invalid parameter, and the reason."""
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


def _faults_of_values(model: type[Model], name: str, values: list[str]) -> Iterator[str]:
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
