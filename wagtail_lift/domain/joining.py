"""When the public page may show the join link."""

from dataclasses import dataclass
from datetime import datetime

from ..enums import BookingMode, JoinLinkRule, TimeUnit
from .booking import Lead
from .lifecycle import MeetingFacts


@dataclass(frozen=True, slots=True)
class JoinLinkWindow:
    """When everyone sees the join link of a date (UTC)."""

    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Return whether everyone may see the link at ``now``."""
        return self.opens_at <= now < self.closes_at

    def is_to_come(self, now: datetime) -> bool:
        """Return whether the window has not opened yet."""
        return now < self.opens_at


def is_for_everyone(rule: JoinLinkRule, mode: BookingMode) -> bool:
    """Return whether a rule ever shows the join link to everyone; never if booking is here."""
    if rule == JoinLinkRule.BY_BOOKING:
        return mode == BookingMode.NOT_NEEDED
    return rule == JoinLinkRule.EVERYONE and mode != BookingMode.HERE


def join_link_window(
    rule: JoinLinkRule, minutes_before: int, facts: MeetingFacts
) -> JoinLinkWindow | None:
    """Return when everyone sees the join link of a date, ``None`` for never.

    Only while the meeting goes ahead, from ``minutes_before`` the start until the end.
    """
    if not is_for_everyone(rule, facts.booking_mode) or not facts.is_going_ahead:
        return None
    if facts.starts_at is None or facts.ends_at is None:
        return None
    lead = Lead(minutes_before, TimeUnit.MINUTES)
    return JoinLinkWindow(lead.before(facts.starts_at, "UTC"), facts.ends_at)
