"""When the link for joining online may be shown on the public page."""

from datetime import datetime, timedelta

from ..enums import BookingMode, JoinLinkRule
from .lifecycle import MeetingFacts


def join_link_is_public(
    rule: JoinLinkRule, minutes_before: int, facts: MeetingFacts, now: datetime
) -> bool:
    """Return whether everyone may see the join link at ``now``.

    Only under the rule "everyone", only where people do not book on this website, only while the
    meeting goes ahead, and only from ``minutes_before`` the start until the end.
    """
    if rule != JoinLinkRule.EVERYONE or facts.booking_mode == BookingMode.HERE:
        return False
    if not facts.is_going_ahead or facts.starts_at is None or facts.ends_at is None:
        return False
    return facts.starts_at - now <= timedelta(minutes=minutes_before) and now < facts.ends_at
