"""Days of events, each in its own zone: months to choose from, and conditions on days."""

from datetime import UTC, date, time, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Max, Min, Q, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils.dateformat import format as format_date

from ..domain.instants import to_instant, zone
from ..domain.months import first_of_week
from ..lists.months import first_weekday
from ..models import EventOccurrence, get_page_model
from ..models.kinds import EventKind, page_types
from ..models.querysets import page_policy


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


def days_of_week(day: date) -> tuple[date, date]:
    """Return the first day of a week and that of the next, as the active language counts."""
    first = first_of_week(day, first_weekday())
    return first, first + timedelta(days=7)


def days_of_month(day: date) -> tuple[date, date]:
    """Return the first day of a month and that of the next."""
    return month_of(day), next_month(month_of(day))


def on_days(first: date, until: date) -> Q:
    """Return the condition that an event page has a date from ``first`` to before ``until``.

    The days are those of each event's own zone. A page that is not published has the first date
    that is typed into it.
    """
    shown = EventOccurrence.objects.filter(starts_on_days(first, until)).order_by().values("page")
    return Q(pk__in=shown) | planned_on_days(first, until)


def starts_on_days(first: date, until: date) -> Q:
    """Return the condition that an occurrence starts on one of these days of its own zone."""
    zones = EventOccurrence.objects.order_by().values_list("timezone", flat=True).distinct()
    condition = Q(pk__in=[])
    for name in zones:
        starts, ends = (to_instant(day, time(0, 0), name) for day in (first, until))
        condition |= Q(timezone=name, starts_at__gte=starts, starts_at__lt=ends)
    return condition


def planned_on_days(first: date, until: date) -> Q:
    """Return the condition that an unpublished page is planned for one of these days."""
    condition = Q(pk__in=[])
    for model in page_types(EventKind):
        planned = model._default_manager.filter(
            live=False, start_date__gte=first, start_date__lt=until
        )
        condition |= Q(pk__in=planned.order_by().values("pk"))
    return condition
