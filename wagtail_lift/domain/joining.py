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
    if not _is_for_everyone(rule, facts) or facts.starts_at is None or facts.ends_at is None:
        return False
    return facts.starts_at - now <= timedelta(minutes=minutes_before) and not facts.has_ended(now)


def join_link_appears_at(
    rule: JoinLinkRule, minutes_before: int, facts: MeetingFacts, now: datetime
) -> datetime | None:
    """Return the instant to come from which everyone may see the join link.

    ``None`` where everyone may see it already, and where nobody ever may.
    """
    if not _is_for_everyone(rule, facts) or facts.starts_at is None or facts.ends_at is None:
        return None
    lead = timedelta(minutes=minutes_before)
    return facts.starts_at - lead if facts.starts_at - now > lead else None


def _is_for_everyone(rule: JoinLinkRule, facts: MeetingFacts) -> bool:
    books_here = facts.booking_mode == BookingMode.HERE
    return rule == JoinLinkRule.EVERYONE and not books_here and facts.is_going_ahead
