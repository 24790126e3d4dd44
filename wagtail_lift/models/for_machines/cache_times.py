"""The instants at which pages change without anybody's doing, for those that cache them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from wagtail.models import Revision

from ...conf import settings
from ...domain.caching import changes_of_join_link, changes_of_meeting, first_change
from ...enums import JoinLinkRule, word_or
from ..aggregates import Aggregated
from ..hosts import get_host_model
from ..occurrences import EventOccurrence
from ..page_model import get_page_model


def changes_of_event(page: Any, now: datetime) -> set[datetime]:
    """Return when what is said of each date of an event changes, its join link included."""
    rule = word_or(JoinLinkRule.CONFIRMED, page.join_link_rule)
    minutes = page.join_link_minutes or 0
    instants: set[datetime] = set()
    for facts in (occurrence.facts() for occurrence in page.occurrences):
        instants |= changes_of_meeting(facts) | changes_of_join_link(rule, minutes, facts)
    return instants


def changes_of_cards(cards: Iterable[Any], now: datetime) -> set[datetime]:
    """Return when what cards of events say changes, apart from what is scheduled."""
    instants = {card.lifecycle.status_until for card in cards}
    return {instant for instant in instants if instant is not None}


def expiries_of(pages: Iterable[Any]) -> set[datetime]:
    """Return when pages that are shown are to be unpublished, as far as that was fetched."""
    # Read from the instance alone: a list may leave the column out, and asks for no more.
    instants = {vars(page).get("expire_at") for page in pages if page is not None}
    return {instant for instant in instants if instant is not None}


def scheduled_changes(now: datetime) -> list[Aggregated]:
    """Return when a draft is next to go live, and an event, its pack or a host to be unpublished.

    They are three expressions of the whole site, ``NULL`` where nothing is scheduled: whatever a
    page shows of others is among it. Only as far ahead is looked as an answer may be kept.
    """
    return [
        _next(EventOccurrence, "expires_at", now),
        _next(Revision, "approved_go_live_at", now),
        _next(get_host_model(), "expire_at", now),
    ]


def next_scheduled_change(now: datetime) -> datetime | None:
    """Return the first of the scheduled changes, ``None`` if there is none; one query."""
    return _first(scheduled_changes(now), now)


def next_change_of_lists(now: datetime) -> datetime | None:
    """Return when the next row may enter or leave a list of the site; one query.

    A date begins or ends (and a pack opens with it), or something was scheduled. Only as far ahead
    is looked as an answer may be kept, and ``None`` says that nothing happens.
    """
    dates = [_next(EventOccurrence, name, now) for name in ("starts_at", "ends_at")]
    return _first([*dates, *scheduled_changes(now)], now)


def _next(model: Any, column: str, now: datetime) -> Aggregated:
    """Return the first instant of a column after ``now``, as far as an answer may be kept."""
    until = now + timedelta(seconds=settings.CACHE_SECONDS)
    return Aggregated("MIN", model, column, after=now, until=until)


def _first(instants: Sequence[Aggregated], now: datetime) -> datetime | None:
    """Return the first of several instants; one query."""
    values = get_page_model()._default_manager.order_by().values_list(*instants)
    return first_change(values[:1].get(), now)


def next_opening(pack_id: int | None, now: datetime) -> datetime | None:
    """Return when a pack that is not open yet opens by itself, as far as it is known."""
    rows = EventOccurrence.objects.filter(pack=pack_id, pack_opens_at__gt=now)
    return rows.order_by("pack_opens_at").values_list("pack_opens_at", flat=True).first()
