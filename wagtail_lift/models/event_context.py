"""What an event page hands to its template."""

from datetime import datetime
from typing import Any

from ..domain.joining import join_link_is_public
from ..domain.next_steps import next_steps
from ..enums import JoinLinkRule, NextStepKind, word_or
from .addresses import GUIDE_ROUTE, sub_route
from .calendar_links import calendar_links
from .cards import NextStep, listed_hosts, programme_of
from .date_lists import asked_for, choose_occurrence, lifecycle_of_one, list_dates
from .open_packs import find_open_pack


def event_context(page: Any, request: Any, now: datetime) -> dict[str, Any]:
    """Return the template's names for an event page at ``now``; copes with any draft."""
    event = page.get_lifecycle(now)
    by_key = {o.date_key: o for o in page.occurrences}
    chosen = choose_occurrence(page.occurrences, asked_for(request))
    lifecycle = lifecycle_of_one(event, chosen, now) if chosen else event
    occurrence = chosen or by_key[event.headline.key]
    programme = programme_of(page)
    programme_url = (programme.get_url(request) or "") if programme else ""
    pack = page.get_open_pack(now, date_key=chosen.date_key if chosen else None)
    join_url = public_join_url(page, lifecycle.headline, now)
    bookable = lifecycle.next_bookable
    return {
        "now": now,
        "page_url": page.get_url(request) or "",
        "lifecycle": lifecycle,
        "occurrence": occurrence,
        "occurrences": page.occurrences,
        "dates": list_dates(page.occurrences, occurrence, request, now),
        "next_bookable": by_key[bookable.key] if bookable else None,
        "hosts": listed_hosts(page, sub_route(programme, programme_url)),
        "questions": page.questions,
        "pack": pack,
        "inspired_by": find_open_pack(page.inspired_by_id, now),
        "topics": page.topic_names,
        "audiences": page.audience_names,
        "access_features": page.access_features,
        "join_url": join_url,
        "contact": page.get_contact(),
        "calendar": calendar_links(
            page, request, is_public=all(o.is_public for o in page.occurrences)
        ),
        "programme": programme,
        "actions": [
            NextStep(kind, str(kind.label), url)
            for kind in next_steps(lifecycle, can_join=bool(join_url))
            if (url := _step_url(kind, page, request, pack, join_url, programme_url)) is not None
        ],
    }


def public_join_url(page: Any, facts: Any, now: datetime) -> str:
    """Return the join link if everyone may see it at ``now``, else an empty string."""
    rule = word_or(JoinLinkRule.CONFIRMED, page.join_link_rule)
    shown = join_link_is_public(rule, page.join_link_minutes or 0, facts, now)
    return page.join_url if shown else ""


def _step_url(
    kind: NextStepKind, page: Any, request: Any, pack: Any, join_url: str, programme_url: str
) -> str | None:
    """Return the address of a step, empty for advice, ``None`` where it would lead nowhere."""
    if kind in (NextStepKind.BOOK, NextStepKind.WAITING_LIST, NextStepKind.OTHER_DATE):
        return page.source_booking_url or None
    if kind == NextStepKind.JOIN:
        return join_url or None
    if kind == NextStepKind.OTHER_EVENTS:
        return programme_url or None
    if kind in (NextStepKind.INSIGHTS, NextStepKind.GUIDE):
        return _pack_url(kind, pack, request)
    return ""


def _pack_url(kind: NextStepKind, pack: Any, request: Any) -> str | None:
    url = pack.get_url(request) if pack else None
    if kind == NextStepKind.INSIGHTS:
        return url
    return (sub_route(pack, url, GUIDE_ROUTE) or None) if pack and pack.guide else None
