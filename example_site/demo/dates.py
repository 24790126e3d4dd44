"""The demo's dates on a given day: pure, so that every day can be tried."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from wagtail_lift.domain.schedule import to_instant

from .specs import ZONE, Day, Move, Schedule

DATE_FIELDS = tuple(field.name for field in fields(Schedule))
"""The fields of an event page that the demo keeps up to date."""

Typed = Mapping[str, date | time | None]


def demo_today(now: datetime) -> date:
    """Return the day it is where the demo's events are, whichever zone the server is in."""
    return now.astimezone(ZoneInfo(ZONE)).date()


def typed_dates(schedule: Schedule, today: date) -> Typed:
    """Return what an editor would type into each date field on the day ``today``."""
    meant = ((name, getattr(schedule, name)) for name in DATE_FIELDS)
    return {name: value.on(today) if isinstance(value, Day) else value for name, value in meant}


def as_stored(typed: Typed) -> dict[str, str | None]:
    """Return dates and times as JSON values, to be remembered and compared."""
    return {name: value.isoformat() if value else None for name, value in typed.items()}


def dates_on(page: Any) -> dict[str, str | None]:
    """Return the dates that a page (or a draft of it) has, as they would be remembered."""
    return as_stored({name: getattr(page, name) for name in DATE_FIELDS})


def move_instants(move: Move, today: date) -> tuple[datetime, datetime]:
    """Return when a meeting starts and ends after its move (UTC)."""
    day = move.day.on(today)
    return to_instant(day, move.start_time, ZONE), to_instant(day, move.end_time, ZONE)
