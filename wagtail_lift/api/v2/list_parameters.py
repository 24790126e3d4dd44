"""The parameters that lists of version 2 share with the lists of the site."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.api.v2.utils import BadRequestError

from ...domain.filters import ListFilters
from ...lists.scopes import ListScope
from ..parameters import FILTERS, BadParameters, read_filters
from ..scopes import PROGRAMME, scope_asked_for
from .pages import PageTypeAPIViewSet

Read = TypeVar("Read")


class ListParametersMixin(PageTypeAPIViewSet):
    """Reads the filters of the site's lists, and whose events or packs are asked for."""

    list_filters: tuple[str, ...] = FILTERS
    """The filters that the endpoint takes."""

    @classmethod
    def get_available_fields(cls, model: type, db_fields_only: bool = False) -> list[str]:
        """Return the fields; a field with the name of a filter of lists does not filter."""
        names: list[str] = super().get_available_fields(model, db_fields_only=db_fields_only)
        taken = cls.list_filters if db_fields_only else ()
        return [name for name in names if name not in taken]

    @property
    def is_in_order_of_lists(self) -> bool:
        """Return whether the list is in the site's own order: the request asks for no other."""
        return "order" not in self.request.GET and "search" not in self.request.GET

    @property
    def names_programme(self) -> bool:
        """Return whether the request asks for one programme."""
        return PROGRAMME in self.request.GET

    @cached_property
    def now(self) -> datetime:
        """Return the instant that everything in the answer is about."""
        return timezone.now()

    @cached_property
    def filters(self) -> ListFilters:
        """Return the filters; raise ``BadRequestError`` for one that means nothing."""
        taken = self.request.GET.copy()
        for name in self.request.GET:
            if name not in self.list_filters:
                del taken[name]
        return self.read(lambda: read_filters(taken, filters=self.list_filters))

    @cached_property
    def scope(self) -> ListScope:
        """Return the scope that the request names; raise ``BadRequestError`` or ``Http404``."""
        return self.read(lambda: scope_asked_for(self.request))

    @staticmethod
    def read(ask: Callable[[], Read]) -> Read:
        """Return what ``ask`` reads of the parameters; raise ``BadRequestError`` if it can not."""
        try:
            return ask()
        except BadParameters as error:
            raise BadRequestError(str(error)) from error
