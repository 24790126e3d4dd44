"""Filters of the list of dates; what makes no sense is ignored."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import Stage
from ..models.status_expressions import has_ended, has_not_ended
from .event_filters import explorable_programmes

MOST_DIGITS = 18
"""No key has more: databases differ on what they can hold."""


def key_in(value: str | None) -> int | None:
    """Return the key that was asked for, ``None`` if it can be none."""
    text = value or ""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


class StageFilter(SimpleListFilter):
    """Where a date stands, cancelled and postponed included."""

    title = _("stage")
    parameter_name = "stage"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the stages."""
        return list(Stage.choices)

    def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Keep the dates at that stage now."""
        return queryset.filter(stage_now=self.value()) if self.value() else queryset


class WhenFilter(SimpleListFilter):
    """Dates to come and dates past."""

    title = _("time")
    parameter_name = "when"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, Any]]:
        """Return both."""
        return [("upcoming", _("To come")), ("past", _("Past"))]

    def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Keep those whose end is still to come (or not known), or those whose end has passed.

        The new date of a postponed one is still to come.
        """
        parts = {"past": has_ended, "upcoming": has_not_ended}
        is_in = parts.get(self.value())
        return queryset.filter(is_in(timezone.now(), ends_at="ends_now")) if is_in else queryset


class ProgrammeFilter(SimpleListFilter):
    """Dates of the events at any depth below a programme."""

    title = _("programme")
    parameter_name = "programme"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """Return the programmes that the user may see."""
        return [(str(page.pk), page.title) for page in explorable_programmes(request.user)]

    def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Keep the dates below the programme."""
        paths = explorable_programmes(request.user).filter(pk=self.chosen()).values_list("path")
        path = paths.first() if self.value() else None
        return queryset.filter(event__source__path__startswith=path[0]) if path else queryset

    def chosen(self) -> int | None:
        """Return the key that was asked for, ``None`` if it is none."""
        return key_in(self.value())


class EventFilter(SimpleListFilter):
    """The dates of one event; offered only where a link asked for it."""

    title = _("event")
    parameter_name = "event"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """Return the event that was asked for, if the user may see its dates."""
        visible = model_admin.get_queryset(request).filter(event__page_links__page=self.chosen())
        found = visible.order_by().values_list("event__title", flat=True).first()
        return [] if found is None else [(self.value(), found)]

    def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Keep the dates of the event."""
        if not self.lookup_choices:
            return queryset
        return queryset.filter(event__page_links__page=self.chosen())

    def chosen(self) -> int | None:
        """Return the key of the page that was asked for, ``None`` if it is none."""
        return key_in(self.value())
