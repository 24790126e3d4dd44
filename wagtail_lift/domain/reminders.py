"""When hosts are reminded of the insights of their event."""

from collections.abc import Sequence
from datetime import datetime, timedelta

LATEST = timedelta(days=7)
"""How long after it was due a reminder may still be sent, for example after an outage."""

TRIES = 5
"""How often a message is sent at most that the mail server refuses."""

PAUSE = timedelta(hours=1)
"""How long to wait after a refusal."""


def due_reminder(ended_at: datetime, now: datetime, days: Sequence[int]) -> int | None:
    """Return after how many days the reminder is that is due now, ``None`` if none is.

    ``days`` are those after the end on which to remind. After an outage only the latest is due, and
    none for what ended long ago.
    """
    due = [number for number in days if ended_at + timedelta(days=number) <= now]
    latest = max(due, default=None)
    if latest is None or now >= ended_at + timedelta(days=latest) + LATEST:
        return None
    return latest
