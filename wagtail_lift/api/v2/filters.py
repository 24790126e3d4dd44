"""Filters, order and slices of version 2: public columns alone, and no fault for nonsense."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import FieldDoesNotExist, FieldError, ValidationError
from django.db.models import QuerySet
from taggit.managers import TaggableManager
from wagtail.api import APIField
from wagtail.api.v2.filters import FieldsFilter, OrderingFilter, SearchFilter
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError
from wagtail.fields import StreamField

from ...models import AbstractHostProfile
from ...models.mixins.page_type import LiftPageMixin

MOST_ROWS = 10**9
"""No offset or limit is greater: databases differ on what they can count to."""


def is_ours(model: type) -> bool:
    """Return whether a model is a page type of the package, made from it, or a host profile."""
    return issubclass(model, LiftPageMixin | AbstractHostProfile)


def public_columns(model: Any, names: Iterable[str]) -> list[str]:
    """Keep the fields that everybody reads as they are stored: no relation, no stream.

    Whoever filters or sorts by a field learns what it holds, also where it is held back, as by a
    closed pack. Tags stay: whatever is found by them shows them.
    """
    held_back = {
        entry.name
        for entry in model.api_fields
        if isinstance(entry, APIField) and entry.serializer is not None
    }
    return [
        name
        for name in names
        if (field := _field_of(model, name)) is not None
        and (
            isinstance(field, TaggableManager)
            or (_is_plain_column(field) and name not in held_back)
        )
    ]


def _field_of(model: Any, name: str) -> Any | None:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _is_plain_column(field: Any) -> bool:
    return field.concrete and not field.is_relation and not isinstance(field, StreamField)


class CarefulFieldsFilter(FieldsFilter):
    """Wagtail's filter by fields; a value that the field can not take is the caller's mistake."""

    def filter_queryset(self, request: Any, queryset: QuerySet, view: Any) -> QuerySet:
        """Return the filtered query; raise ``BadRequestError`` for a value that makes no sense."""
        try:
            return super().filter_queryset(request, queryset, view)
        except ValidationError as error:
            raise BadRequestError(f"field filter error. {' '.join(error.messages)}") from error
        except (FieldError, OverflowError, TypeError, ValueError) as error:
            raise BadRequestError(f"field filter error. {error}") from error


class CarefulOrderingFilter(OrderingFilter):
    """Wagtail's order; a relation with many rows would repeat what is listed."""

    def filter_queryset(self, request: Any, queryset: QuerySet, view: Any) -> QuerySet:
        """Return the query in its order; raise ``BadRequestError`` for tags."""
        for name in request.GET.get("order", "").split(","):
            if isinstance(_field_of(queryset.model, name.lstrip("-")), TaggableManager):
                raise BadRequestError(f"cannot order by '{name}' (invalid field)")
        return super().filter_queryset(request, queryset, view)


class CarefulSearchFilter(SearchFilter):
    """Wagtail's search; an operator that no search engine knows is the caller's mistake."""

    def filter_queryset(self, request: Any, queryset: QuerySet, view: Any) -> QuerySet:
        """Return what was found; raise ``BadRequestError`` for an unknown operator."""
        if request.GET.get("search_operator", "and") not in ("and", "or"):
            raise BadRequestError("search_operator must be 'and' or 'or'")
        return super().filter_queryset(request, queryset, view)


class CarefulPagination(WagtailPagination):
    """Wagtail's slices; a number that no database can count to is the caller's mistake."""

    def paginate_queryset(self, queryset: QuerySet, request: Any, view: Any = None) -> QuerySet:
        """Return one slice; raise ``BadRequestError`` for numbers that make no sense."""
        for name in ("offset", "limit"):
            text = request.GET.get(name, "")
            if text.isdecimal() and int(text[:20]) > MOST_ROWS:
                raise BadRequestError(f"{name} cannot be higher than {MOST_ROWS}")
        return super().paginate_queryset(queryset, request, view)


_CAREFUL = {
    FieldsFilter: CarefulFieldsFilter,
    OrderingFilter: CarefulOrderingFilter,
    SearchFilter: CarefulSearchFilter,
}


def carefully(filter_backends: Sequence[type]) -> list[type]:
    """Return the filters with careful ones in the place of Wagtail's."""
    return [_CAREFUL.get(item, item) for item in filter_backends]
