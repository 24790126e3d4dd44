"""Filters of the list of events. Each filters by primary key, so that search keeps working."""

from datetime import UTC, date, datetime, time
from typing import Any

import django_filters
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Max, Min, Q, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from ..domain.schedule import to_instant, zone
from ..enums import Status
from ..models import EventOccurrence, get_page_model
from ..models.kinds import EventKind, ProgrammeKind, page_types
from ..models.querysets import page_policy, with_event_status


def explorable_programmes(user: AbstractBaseUser) -> QuerySet:
    """Return the programmes that a user may see in the admin, as pages of the base model."""
    pages = page_policy(get_page_model()).explorable_instances(user)
    return pages.type(*page_types(ProgrammeKind)).order_by("path")


def month_choices(user: AbstractBaseUser) -> list[tuple[str, str]]:
    """Return the months with events, or planned ones, that a user may see; latest first.

    The month is that of each event's own zone.
    """
    may_see = page_policy(get_page_model()).explorable_instances(user).order_by().values("pk")
    months = _months_of_dates(EventOccurrence.objects.filter(page__in=may_see))
    for model in page_types(EventKind):
        drafts = model._default_manager.filter(
            pk__in=may_see, live=False, start_date__isnull=False
        ).order_by()
        days = drafts.values_list("start_date", flat=True).distinct()
        months.update(month_of(day) for day in days)
    return [(f"{month:%Y-%m}", format_date(month, "F Y")) for month in sorted(months, reverse=True)]


def _months_of_dates(dates: QuerySet) -> set[date]:
    """Return the first days of the months in which dates start, each in its own zone.

    Dates are grouped by zone and UTC month. A group falls in the months of its first and last
    dates, as no zone is a whole month from UTC. No row is read.
    """
    groups = (
        dates.filter(starts_at__isnull=False)
        .order_by()
        .values(
            "timezone",
            utc_year=ExtractYear("starts_at", tzinfo=UTC),
            utc_month=ExtractMonth("starts_at", tzinfo=UTC),
        )
        .annotate(first=Min("starts_at"), last=Max("starts_at"))
        .values_list("timezone", "first", "last")
    )
    return {
        month_of(instant.astimezone(zone(name)).date())
        for name, *ends in groups
        for instant in ends
    }


def month_of(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """Return the first day of the next month."""
    if month.month == 12:
        return date(month.year + 1, 1, 1)
    return date(month.year, month.month + 1, 1)


def starts_in_month(month: date) -> Q:
    """Return the condition that an occurrence starts in a month of its own zone."""
    zones = EventOccurrence.objects.order_by().values_list("timezone", flat=True).distinct()
    condition = Q(pk__in=[])
    for name in zones:
        starts, ends = (to_instant(d, time(0, 0), name) for d in (month, next_month(month)))
        condition |= Q(timezone=name, starts_at__gte=starts, starts_at__lt=ends)
    return condition


def planned_in_month(month: date) -> Q:
    """Return the condition that an unpublished page is planned for a month."""
    condition = Q(pk__in=[])
    for model in page_types(EventKind):
        planned = model._default_manager.filter(
            live=False, start_date__gte=month, start_date__lt=next_month(month)
        )
        condition |= Q(pk__in=planned.order_by().values("pk"))
    return condition


class EventFilterSet(WagtailFilterSet):
    """Filters events by status, month and programme."""

    status = django_filters.ChoiceFilter(
        label=_("Status"),
        method="filter_status",
        choices=Status.choices,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    month = django_filters.ChoiceFilter(
        label=_("Month"), method="filter_month", choices=[], widget=forms.Select
    )
    programme = django_filters.ModelChoiceFilter(
        label=_("Programme"),
        method="filter_programme",
        queryset=lambda request: explorable_programmes(request.user),
        widget=forms.Select,
    )

    class Meta:
        model = get_page_model()
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["month"].extra["choices"] = month_choices(self.request.user)

    def filter_status(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the published events that have this status now."""
        live = get_page_model().objects.filter(live=True)
        found = with_event_status(live, timezone.now()).filter(status_now=value)
        return pages.filter(pk__in=found.order_by().values("pk"))

    def filter_month(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the events with a date in this month, in their own zone."""
        month = datetime.strptime(value, "%Y-%m").date()  # noqa: DTZ007 -- a month has no zone
        shown = EventOccurrence.objects.filter(starts_in_month(month)).order_by().values("page")
        found = get_page_model().objects.filter(Q(pk__in=shown) | planned_in_month(month))
        return pages.filter(pk__in=found.order_by().values("pk"))

    def filter_programme(self, pages: QuerySet, name: str, value: Any) -> QuerySet:
        """Keep the events at any depth below a programme."""
        return pages.filter(path__startswith=value.path)
