"""An event held again on another date: what follows the date, and by how much."""

from dataclasses import replace
from datetime import date, time, timedelta

from .schedule import TypedDates


def moved_to(
    typed: TypedDates, start_date: date, start_time: time | None, end_time: time | None
) -> TypedDates:
    """Return the dates typed for a day and times of the same zone, as many days long as before."""
    days = timedelta()
    if typed.start_date and typed.end_date:
        days = typed.end_date - typed.start_date
    end_date = _day_after(start_date, days) if days > timedelta() else None
    return replace(
        typed, start_date=start_date, start_time=start_time, end_date=end_date, end_time=end_time
    )


def moved_along(day: date | None, before: TypedDates, after: TypedDates) -> date | None:
    """Return a day as far from the new start as it was from the old; ``None`` without either."""
    if day is None or before.start_date is None or after.start_date is None:
        return None
    return _day_after(day, after.start_date - before.start_date)


def _day_after(day: date, length: timedelta) -> date:
    return day + min(max(length, date.min - day), date.max - day)
