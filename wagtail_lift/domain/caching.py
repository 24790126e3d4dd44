"""How long a response stays true if nobody edits anything.

Pure rules over facts; ``wagtail_lift.http.caching`` turns them into HTTP headers.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from .instants import to_instant, zone
from .lifecycle import MeetingFacts, booking_closes_at


def changes_of_meeting(facts: MeetingFacts) -> set[datetime]:
    """Return every instant at which a meeting's public information changes without an edit."""
    instants = {facts.pack_opens_at}
    if facts.is_going_ahead:
        instants |= {facts.booking_opens_at, booking_closes_at(facts)}
    return {i for i in {*instants, facts.starts_at, facts.ends_at} if i is not None}


def first_change(instants: Iterable[datetime | None], now: datetime) -> datetime | None:
    """Return the earliest instant after ``now``, ``None`` if there is none."""
    return min((i for i in instants if i is not None and i > now), default=None)


def next_midnight(now: datetime, timezone: str) -> datetime:
    """Return the start of the next day in a zone (UTC), when "today" changes."""
    tomorrow = now.astimezone(zone(timezone)).date() + timedelta(days=1)
    return to_instant(tomorrow, time(0), timezone)


def cache_seconds(until: datetime | None, now: datetime, *, at_most: int) -> int:
    """Return for how many whole seconds to cache a response; never past ``until``."""
    if until is None:
        return max(at_most, 0)
    return max(min(at_most, int((until - now).total_seconds())), 0)
