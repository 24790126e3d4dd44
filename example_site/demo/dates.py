"""The demo's dates on a given day: pure, so that every day can be tried."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from wagtail_lift.domain.instants import to_instant
from wagtail_lift.domain.recurrence import read_rule, rule_dates
from wagtail_lift.domain.series import AddedDate

from .content.parts import lasting_id
from .specs import ZONE, Day, Move, Schedule

DATE_FIELDS = tuple(field.name for field in fields(Schedule) if field.name != "added_dates")
"""The fields of an event page that the demo keeps up to date, beside those of further dates."""

Typed = Mapping[str, date | time | str | None]
"""Values of an event page's fields; those of further dates are there only if it has any."""


def demo_today(now: datetime) -> date:
    """Return the day it is where the demo's events are, whichever zone the server is in."""
    return now.astimezone(ZoneInfo(ZONE)).date()


def typed_dates(schedule: Schedule, today: date, rule: str = "") -> Typed:
    """Return what an editor would type into each date field on the day ``today``."""
    meant = ((name, getattr(schedule, name)) for name in DATE_FIELDS)
    typed = {name: value.on(today) if isinstance(value, Day) else value for name, value in meant}
    if rule and schedule.start_time:
        typed["start_date"] = _first_day(rule, typed["start_date"], schedule.start_time)
        typed["recurrence_rule"] = rule
    if schedule.added_dates:
        typed["added_dates"] = _as_stream(added_dates(schedule, today))
    return typed


def _first_day(rule: str, earliest: date, at: time) -> date:
    """Return the first day that a rule gives, from ``earliest`` on."""
    day_before = datetime.combine(earliest - timedelta(days=1), at)
    return next(rule_dates(read_rule(rule), day_before, ZONE))


def added_dates(schedule: Schedule, today: date) -> tuple[AddedDate, ...]:
    """Return the further dates; each keeps its id, and so its meeting, whatever day it is."""
    return tuple(
        AddedDate(lasting_id(f"added-date-{number}"), day.on(today))
        for number, day in enumerate(schedule.added_dates, start=1)
    )


def _as_stream(added: Iterable[AddedDate]) -> str:
    """Return further dates as their StreamField is stored, without what was left empty."""
    names = ("start_date", "start_time", "end_date", "end_time")
    meant = ((item.id, {name: getattr(item, name) for name in names}) for item in added)
    return json.dumps(
        [
            {"type": "date", "id": key, "value": {n: v.isoformat() for n, v in typed.items() if v}}
            for key, typed in meant
        ]
    )


def as_stored(typed: Typed) -> dict[str, str | None]:
    """Return dates and times as JSON values, to be remembered and compared."""
    return {
        name: value.isoformat() if isinstance(value, date | time) else value
        for name, value in typed.items()
    }


def dates_on(page: Any) -> dict[str, str | None]:
    """Return the dates that a page (or a draft of it) has, as they would be remembered."""
    series = page.typed_series
    further = {
        "recurrence_rule": page.recurrence_rule,
        "added_dates": series.added and _as_stream(series.added),
        "skipped_dates": " ".join(sorted(day.isoformat() for day in series.skipped)),
    }
    first = {name: getattr(page, name) for name in DATE_FIELDS}
    return as_stored({**first, **{name: value for name, value in further.items() if value}})


def move_instants(move: Move, today: date) -> tuple[datetime, datetime]:
    """Return when a meeting starts and ends after its move (UTC)."""
    day = move.day.on(today)
    return to_instant(day, move.start_time, ZONE), to_instant(day, move.end_time, ZONE)
