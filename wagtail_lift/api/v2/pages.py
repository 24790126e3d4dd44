"""What the endpoints of version 2 share: a request that makes no sense is a 400, never a 500."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import FieldError, ValidationError
from django.db import DataError
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.api.v2.filters import FieldsFilter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet

from ...models import get_page_model


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


def carefully(filter_backends: Sequence[type]) -> list[type]:
    """Return the filters with a careful one in the place of Wagtail's filter by fields."""
    return [CarefulFieldsFilter if item is FieldsFilter else item for item in filter_backends]


class CarefulMixin:
    """Answers what makes no sense with a 400; put it before an API viewset of Wagtail's."""

    def handle_exception(self, exc: Exception) -> Any:
        """Answer a value that no column can hold as any other bad request."""
        if isinstance(exc, DataError | OverflowError | ValidationError):
            exc = BadRequestError("a value in the query is not valid")
        return super().handle_exception(exc)

    def find_object(self, queryset: QuerySet, request: Any) -> Any:
        """Return the object that was asked for."""
        try:
            return super().find_object(queryset, request)
        except (OverflowError, ValidationError, ValueError) as error:
            raise BadRequestError("id must be a positive integer") from error


class LiftPagesAPIViewSet(CarefulMixin, PagesAPIViewSet):
    """Wagtail's ``pages`` endpoint, which answers a malformed filter with a 400.

    An alias is as private as the page it shows, as it is on the site itself.
    """

    filter_backends = carefully(PagesAPIViewSet.filter_backends)

    def get_base_queryset(self) -> QuerySet:
        """Return the pages that this reader may see, worked out once for each request."""
        return self._visible_pages.all()

    @cached_property
    def _visible_pages(self) -> QuerySet:
        private = get_page_model()._default_manager.not_public()
        return super().get_base_queryset().exclude(alias_of__in=private)


class PageTypeAPIViewSet(LiftPagesAPIViewSet):
    """The live and public pages of one type: ``model``, which may have subclasses."""

    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"type"}

    def get_queryset(self) -> QuerySet:
        """Return the pages that everybody may see, with what each row of a list needs."""
        return super().get_queryset().public().select_related("locale")
