"""Planned dates and meetings as the tests of matching write them."""

from datetime import UTC, datetime, timedelta

from wagtail_lift.domain.matching import KnownMeeting
from wagtail_lift.domain.schedule import PlannedDate

NOW = datetime(2027, 6, 10, 12, 0, tzinfo=UTC)


def at(text):
    return datetime.fromisoformat(f"2027-{text}")


def date(text, hours=2):
    start = at(text)
    end = start + timedelta(hours=hours)
    return PlannedDate(start, end, start.replace(tzinfo=UTC), end.replace(tzinfo=UTC))


def known(text, hours=2, **fields):
    """A meeting in UTC; whether it has begun or ended follows from ``NOW``."""
    start = at(text) if text else None
    shown = fields.get("moved_start") or start
    now = NOW.replace(tzinfo=None)
    begun = shown is not None and shown <= now
    ended = shown is not None and shown + timedelta(hours=hours) <= now
    return KnownMeeting(start, has_begun=begun, has_ended=ended, **fields)
