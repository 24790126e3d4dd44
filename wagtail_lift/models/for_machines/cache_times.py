"""The instants at which pages change without anybody's doing, for those that cache them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from wagtail.models import Revision

from ...conf import settings
from ...domain.caching import (
    SECONDS_WHILE_COUNTING,
    changes_of_join_link,
    changes_of_meeting,
    counts_places,
    first_change,
)
from ...domain.lifecycle import MeetingFacts
from ...enums import JoinLinkRule, word_or
from ..occurrences import EventOccurrence


def scheduled_changes(page: Any) -> set[datetime]:
    """Return when a page is to be unpublished, and when a draft of it is to go live.

    One query at most, and only if the page has a draft that differs from what is live.
    """
    draft = page.scheduled_revision if page.has_unpublished_changes else None
    instants = {page.expire_at, draft.approved_go_live_at if draft else None}
    return {instant for instant in instants if instant is not None}


def changes_of_event(page: Any, now: datetime) -> set[datetime]:
    """Return when what is said of each date of an event changes, its join link included."""
    rule = word_or(JoinLinkRule.CONFIRMED, page.join_link_rule)
    minutes = page.join_link_minutes or 0
    instants: set[datetime] = set()
    for facts in (occurrence.facts() for occurrence in page.occurrences):
        instants |= changes_of_meeting(facts) | changes_of_join_link(rule, minutes, facts)
        instants |= recounts([facts], now)
    return instants


def recounts(meetings: Iterable[MeetingFacts], now: datetime) -> set[datetime]:
    """Return when free places have to be counted again; empty where none are counted."""
    is_counted = any(counts_places(facts, now) for facts in meetings)
    return {now + timedelta(seconds=SECONDS_WHILE_COUNTING)} if is_counted else set()


def changes_of_cards(cards: Iterable[Any], now: datetime) -> set[datetime]:
    """Return when what cards of events say changes, as far as their pages were fetched."""
    instants: set[datetime | None] = set()
    for card in cards:
        instants |= {card.lifecycle.status_until, card.expires_at}
        instants |= recounts([card.occurrence.facts()], now)
    return {instant for instant in instants if instant is not None}


def expiries_of(cards: Iterable[Any]) -> set[datetime]:
    """Return when the pages of packs that are shown are to be unpublished, as far as fetched."""
    # Read from the instance alone: a list may leave the column out, and asks for no more.
    instants = {vars(card.page).get("expire_at") for card in cards}
    return {instant for instant in instants if instant is not None}


def next_change_of_lists(now: datetime) -> datetime | None:
    """Return when the next row may enter or leave a list of the site; one query.

    A date begins or ends (and a pack opens with it), or a page is published as scheduled. Only
    as far ahead is looked as an answer may be kept, and ``None`` says that nothing happens.
    """
    until = now + timedelta(seconds=settings.CACHE_SECONDS)
    rows = [
        model._default_manager.filter(**{f"{name}__gt": now, f"{name}__lte": until})
        .order_by()
        .values_list(name, flat=True)
        for model, name in (
            (EventOccurrence, "starts_at"),
            (EventOccurrence, "ends_at"),
            (Revision, "approved_go_live_at"),
        )
    ]
    return first_change(rows[0].union(*rows[1:]), now)


def next_opening(pack_id: int | None, now: datetime) -> datetime | None:
    """Return when a pack that is not open yet opens by itself, as far as it is known."""
    rows = EventOccurrence.objects.filter(pack=pack_id, pack_opens_at__gt=now)
    return rows.order_by("pack_opens_at").values_list("pack_opens_at", flat=True).first()
