"""Agendas for tests."""

import json
from typing import Any


def session(title: str, start: str | None = None, minutes: int | None = None, **more: Any) -> Any:
    """Return a session as stored; ``speakers`` are profiles."""
    hosts = [host.pk for host in more.pop("speakers", ())]
    key = more.pop("id", title.lower())
    value = {"title": title, "start_time": start, "minutes": minutes, "speakers": hosts, **more}
    return {"type": "session", "id": key, "value": value}


def pause(title: str = "", start: str | None = None, minutes: int | None = None) -> Any:
    """Return a break as stored."""
    value = {"title": title, "start_time": start, "minutes": minutes}
    return {"type": "break", "id": f"break-{title}", "value": value}


def together(*sessions: Any, start: str | None = None, minutes: int | None = None) -> Any:
    """Return parallel sessions as stored."""
    items = [{"type": "item", "id": each["id"], "value": each["value"]} for each in sessions]
    value = {"start_time": start, "minutes": minutes, "sessions": items}
    return {"type": "parallel", "id": "together", "value": value}


def day(title: str = "", number: int | None = None) -> Any:
    """Return the heading of a day as stored."""
    return {"type": "day", "id": f"day-{title}", "value": {"title": title, "number": number}}


def agenda(*blocks: Any) -> str:
    """Return the value of the field of an event."""
    return json.dumps(blocks)
