"""Filters, ordering and pagination of version 2: public columns only, and a 400 for bad input."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldError, ValidationError
from django.db.models import QuerySet
from rest_framework.request import Request
from wagtail.api.v2.filters import FieldsFilter, OrderingFilter, SearchFilter
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError

from ..columns import MOST_ROWS, MOST_TAGS, is_tags
from ..searches import found_in


class CarefulFieldsFilter(FieldsFilter):
    """Wagtail's field filter; a value that the field cannot hold is a client error."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        """Return the filtered queryset; raise ``BadRequestError`` for an invalid value."""
        for name, value in request.GET.items():
            if value.count(",") >= MOST_TAGS and is_tags(queryset.model, name):
                raise BadRequestError(f"{name} cannot be filtered by more than {MOST_TAGS} tags")
        try:
            return super().filter_queryset(request, queryset, view)
        except ValidationError as error:
            raise BadRequestError(f"field filter error. {' '.join(error.messages)}") from error
        except (FieldError, OverflowError, TypeError, ValueError) as error:
            raise BadRequestError(f"field filter error. {error}") from error


class CarefulOrderingFilter(OrderingFilter):
    """Wagtail's ordering, without tags: a to-many relation would repeat rows."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        """Return the ordered queryset; raise ``BadRequestError`` for tags."""
        for name in request.GET.get("order", "").split(","):
            if is_tags(queryset.model, name.lstrip("-")):
                raise BadRequestError(f"cannot order by '{name}' (invalid field)")
        return super().filter_queryset(request, queryset, view)


class CarefulSearchFilter(SearchFilter):
    """Wagtail's search for plain words, combined with every filter and ordering."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        """Return the matches; raise ``BadRequestError`` for an unknown operator."""
        is_possible = getattr(settings, "WAGTAILAPI_SEARCH_ENABLED", True)
        if "search" not in request.GET or not is_possible:
            return super().filter_queryset(request, queryset, view)
        operator = request.GET.get("search_operator", "and")
        if operator not in ("and", "or"):
            raise BadRequestError("search_operator must be 'and' or 'or'")
        return found_in(
            queryset, request.GET["search"], operator=operator, is_sorted="order" in request.GET
        )


class CarefulPagination(WagtailPagination):
    """Wagtail's pagination; a number that is too large for databases is a client error."""

    def paginate_queryset(self, queryset: QuerySet, request: Request, view: Any = None) -> QuerySet:
        """Return one slice; raise ``BadRequestError`` for an invalid offset or limit."""
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
    """Return the filters, with Wagtail's replaced by the careful ones."""
    return [_CAREFUL.get(item, item) for item in filter_backends]
