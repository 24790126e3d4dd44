"""When a delivery is tried again, and when it is given up."""

from datetime import datetime, timedelta

WAITS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""How long after each failed attempt the next one follows: ten attempts in about three days.

These are the waits that the Standard Webhooks specification recommends.
"""


def next_attempt_at(attempts: int, now: datetime) -> datetime | None:
    """Return when to try again after so many failed attempts, ``None`` to give up."""
    return now + WAITS[attempts - 1] if 0 < attempts <= len(WAITS) else None
