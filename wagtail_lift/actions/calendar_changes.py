"""Keep the record by which calendars are known to be unchanged."""

from datetime import datetime, timedelta

from django.db.models import Max

from ..models import CalendarChange

KEPT_FOR = timedelta(days=1)
"""Longer than anything is remembered of a calendar."""


def record_calendar_change() -> None:
    """Record that some calendar has changed; call it in the transaction of the change."""
    CalendarChange.objects.create()


def forget_calendar_changes(now: datetime) -> None:
    """Delete what was recorded so long ago that nobody asks for it, but never the latest.

    By its key it is known that nothing came after it, whatever the clock says meanwhile.
    """
    latest = CalendarChange.objects.aggregate(pk=Max("pk"))["pk"] or 0
    CalendarChange.objects.filter(changed_at__lt=now - KEPT_FOR, pk__lt=latest).delete()
