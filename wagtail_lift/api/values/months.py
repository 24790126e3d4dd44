"""API values of a month and of the filters of a list, ready for JSON."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ...calendars.icalendar.entry import UID_SUFFIX
from ...lists.filter_forms import FilterForm
from ...lists.months import MonthCalendar, MonthLink
from ..fields import in_its_zone, in_utc
from .hours import hours_values

Address = Callable[[date], str]
"""Returns the address of a month, named by its first day."""


def month_values(calendar: MonthCalendar, address: Address) -> dict[str, Any]:
    """Return a month with the days on which something happens."""
    return {
        "year": calendar.month.year,
        "month": calendar.month.month,
        "first_day": calendar.first_day.isoformat(),
        "today": calendar.today.isoformat(),
        "timezone": calendar.timezone,
        "previous": _link(calendar.previous, address),
        "next": _link(calendar.next, address),
        "days": [
            {"day": day.day.isoformat(), "entries": [_entry(entry) for entry in day.entries]}
            for day in calendar.days
        ],
    }


def _link(link: MonthLink | None, address: Address) -> dict[str, Any] | None:
    if link is None:
        return None
    first_day = link.first_day
    return {"year": first_day.year, "month": first_day.month, "url": address(first_day)}


def _entry(entry: Any) -> dict[str, Any]:
    shown, occurrence = entry.what, entry.what.occurrence
    return {
        "id": occurrence.page_id,
        "title": shown.title,
        "url": shown.url,
        "key": occurrence.date_key,
        "uid": f"{occurrence.uid}{UID_SUFFIX}",
        "status": shown.status.value,
        "status_label": str(shown.status.label),
        "starts_at": in_utc(occurrence.starts_at),
        **hours_values(occurrence),
        "local_starts_at": in_its_zone(occurrence.local_starts_at),
        "timezone": occurrence.timezone,
        "public_note": occurrence.public_note,
        "previous_starts_at": in_utc(occurrence.previous_starts_at),
        "is_first_day": entry.is_first_day,
        "is_last_day": entry.is_last_day,
    }


def facet_values(form: FilterForm) -> dict[str, Any]:
    """Return what the filters of a list offer, and which of it is chosen."""
    return {
        "when": [_choice(choice) for choice in form.when],
        "groups": [
            {
                "name": group.name,
                "label": group.label,
                "choices": [_choice(choice) for choice in group.choices],
            }
            for group in form.groups
        ],
        "active": [
            {"name": active.name, "label": active.label, "query": active.query}
            for active in form.active
        ],
    }


def _choice(choice: Any) -> dict[str, Any]:
    return {"value": choice.value, "label": choice.label, "chosen": choice.is_chosen}
