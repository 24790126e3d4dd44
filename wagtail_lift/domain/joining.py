"""When the link for joining online may be shown on the public page."""

from dataclasses import dataclass
from datetime import datetime

from ..enums import BookingMode, JoinLinkRule, TimeUnit
from .booking import Lead
from .lifecycle import MeetingFacts


@dataclass(frozen=True, slots=True)
class JoinLinkWindow:
    """From when until when (UTC) everyone sees the join link of a date."""

    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Return whether everyone may see the link at ``now``."""
        return self.opens_at <= now < self.closes_at

    def is_to_come(self, now: datetime) -> bool:
        """Return whether everyone will see the link, but not yet."""
        return now < self.opens_at


def join_link_window(
    rule: JoinLinkRule, minutes_before: int, facts: MeetingFacts
) -> JoinLinkWindow | None:
    """Return when everyone sees the join link of a date, ``None`` for never.

    Only under the rule "everyone", only where people do not book on this website, only while the
    meeting goes ahead, and only from ``minutes_before`` the start until the end.
    """
    is_for_everyone = rule == JoinLinkRule.EVERYONE and facts.booking_mode != BookingMode.HERE
    if not is_for_everyone or not facts.is_going_ahead:
        return None
    if facts.starts_at is None or facts.ends_at is None:
        return None
    lead = Lead(minutes_before, TimeUnit.MINUTES)
    return JoinLinkWindow(lead.before(facts.starts_at, "UTC"), facts.ends_at)
