"""The order of the list of events: by when each is, drafts by the day that is planned."""

from datetime import datetime
from typing import Any

from django.db.models import (
    Case,
    DateTimeField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from ..models.kinds import EventKind, page_types

WHEN = "starts_at"
"""The order of the column: the earliest first, with ``-`` the latest; last what has no date."""

SOONEST = "soonest"
"""What is to come, the soonest first; what has no date yet; the past, the latest first."""


def planned_day() -> Cast | Coalesce:
    """Return the start of the day that is typed on a page of any of the site's types."""
    days = [
        Cast(
            Subquery(model._default_manager.filter(pk=OuterRef("pk")).values("start_date")[:1]),
            DateTimeField(),
        )
        for model in page_types(EventKind)
    ]
    return Coalesce(*days) if len(days) > 1 else days[0]


def by_time(pages: QuerySet[Any], ordering: str, now: datetime) -> QuerySet[Any]:
    """Order events that carry ``starts_at`` and ``ends_at`` of the date each is known by."""
    pages = pages.alias(begins_at=Case(When(live=True, then=F("starts_at")), default=planned_day()))
    begins = F("begins_at")
    if ordering == WHEN:
        return pages.order_by(begins.asc(nulls_last=True), "title", "pk")
    if ordering == f"-{WHEN}":
        return pages.order_by(begins.desc(nulls_last=True), "title", "pk")
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    is_to_come = Q(live=True, ends_at__gt=now) | Q(live=False, begins_at__gte=today)
    rank = Case(
        When(is_to_come, then=Value(0)),
        When(begins_at=None, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    soonest = Case(When(is_to_come, then=begins))
    return pages.order_by(rank, soonest, begins.desc(nulls_last=True), "title", "pk")
