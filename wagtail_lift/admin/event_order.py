"""Orders the list of events by time, and drafts by their planned day."""

from datetime import datetime

from django.db.models import (
    Case,
    DateTimeField,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from wagtail.models import AbstractPage

from ..models import get_page_model
from ..models.kinds import EventKind, page_types
from ..models.querysets import with_headline_start

WHEN = "starts_at"
"""The column's ordering: earliest first, or latest first with ``-``; undated events last."""

SOONEST = "soonest"
"""Events to come, the soonest first; then undated ones; then past ones, the latest first."""


def planned_day() -> Cast:
    """Return the start of the day typed on an event page, of any of the site's types."""
    days = [F(f"{_name_on_base(model)}__start_date") for model in page_types(EventKind)]
    return Cast(Coalesce(*days) if len(days) > 1 else days[0], DateTimeField())


def _name_on_base(model: type[EventKind]) -> str:
    """Return the lookup from the base page model to a page type, to join its own columns."""
    steps = model._meta.get_path_from_parent(get_page_model())
    return "__".join(step.join_field.name for step in steps)


def by_time(pages: QuerySet[AbstractPage], ordering: str, now: datetime) -> QuerySet[AbstractPage]:
    """Order event pages by time as of ``now``; published ones by their headline date."""
    pages = with_headline_start(pages, now).alias(
        begins_at=Case(
            When(live=False, then=planned_day()),
            default=F("headline_at"),
            output_field=DateTimeField(),
        )
    )
    begins = F("begins_at")
    if ordering == WHEN:
        return pages.order_by(begins.asc(nulls_last=True), "title", "pk")
    if ordering == f"-{WHEN}":
        return pages.order_by(begins.desc(nulls_last=True), "title", "pk")
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    is_only_off = Q(next_at=None, without_date=0, last_at=None)
    is_to_come = Q(next_at__isnull=False) | is_only_off & Q(off_until__gt=now)
    is_to_come = Q(live=True) & is_to_come | Q(live=False, begins_at__gte=today)
    rank = Case(
        When(is_to_come, then=Value(0)),
        When(begins_at=None, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    soonest = Case(When(is_to_come, then=begins))
    return pages.order_by(rank, soonest, begins.desc(nulls_last=True), "title", "pk")


def to_come(pages: QuerySet[AbstractPage], now: datetime) -> QuerySet[AbstractPage]:
    """Keep events with something to come as of ``now``, the soonest first; undated ones are last.

    A published event has a date that goes ahead; any other plans a day from today on, or none yet.
    """
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    # MariaDB has no column in HAVING that it does not group by: each half is filtered by itself.
    live = with_headline_start(pages.filter(live=True), now)
    going_ahead = live.filter(Q(next_at__isnull=False) | Q(without_date__gt=0))
    drafts = pages.filter(live=False).alias(planned_at=planned_day())
    planned = drafts.filter(Q(planned_at__gte=today) | Q(planned_at=None))
    kept = pages.model._default_manager.filter(
        Q(pk__in=going_ahead.order_by().values("pk")) | Q(pk__in=planned.order_by().values("pk"))
    )
    begins = Case(
        When(live=False, then=planned_day()),
        default=F("next_at"),
        output_field=DateTimeField(),
    )
    ordered = with_headline_start(kept, now)
    return ordered.order_by(begins.asc(nulls_last=True), "title", "pk")
