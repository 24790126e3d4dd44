"""Filters of the list of dates; invalid values are ignored."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import Stage
from ..models.status_expressions import has_ended, has_not_ended
from .event_filters import explorable_programmes

MOST_DIGITS = 18
"""Most digits of a key: databases differ in the integers they can hold."""


def key_in(value: str | None) -> int | None:
    """Return the requested key, ``None`` if it cannot be one."""
    text = value or ""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


class StageFilter(SimpleListFilter):
    """Filters dates by stage, including cancelled and postponed."""

    title = _("stage")
    parameter_name = "stage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the stages."""
        return list(Stage.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the dates at that stage now."""
        return queryset.filter(stage_now=self.value()) if self.value() else queryset


class WhenFilter(SimpleListFilter):
    """Filters dates to come or past dates."""

    title = _("time")
    parameter_name = "when"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the two choices."""
        return [("upcoming", _("To come")), ("past", _("Past"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep dates whose end is still to come or unknown, or dates whose end has passed.

        A postponed date counts as still to come.
        """
        parts = {"past": has_ended, "upcoming": has_not_ended}
        is_in = parts.get(self.value())
        return queryset.filter(is_in(timezone.now(), ends_at="ends_now")) if is_in else queryset


class ProgrammeFilter(SimpleListFilter):
    """Filters dates of the events at any depth below a programme."""

    title = _("programme")
    parameter_name = "programme"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the programmes that the user may see."""
        return [(str(page.pk), page.title) for page in explorable_programmes(request.user)]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the dates below the programme."""
        paths = explorable_programmes(request.user).filter(pk=self.chosen()).values_list("path")
        path = paths.first() if self.value() else None
        return queryset.filter(event__source__path__startswith=path[0]) if path else queryset

    def chosen(self) -> int | None:
        """Return the requested key, ``None`` if it is invalid."""
        return key_in(self.value())


class EventFilter(SimpleListFilter):
    """Filters the dates of one event; offered only if a link asked for it."""

    title = _("event")
    parameter_name = "event"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the requested event, if the user may see its dates."""
        visible = model_admin.get_queryset(request).filter(event__page_links__page=self.chosen())
        found = visible.order_by().values_list("event__title", flat=True).first()
        return [] if found is None else [(self.value(), found)]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep the dates of the event."""
        if not self.lookup_choices:
            return queryset
        return queryset.filter(event__page_links__page=self.chosen())

    def chosen(self) -> int | None:
        """Return the key of the requested page, ``None`` if it is invalid."""
        return key_in(self.value())
