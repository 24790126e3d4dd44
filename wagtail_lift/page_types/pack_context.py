"""The template context of an insights pack."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from ..access.privacy import is_unrestricted
from ..blocks import Question, guide_prompts
from ..domain.guide import QuestionCard, cards_of
from ..enums import Licence
from ..http.addresses import CARDS_ROUTE, GUIDE_ROUTE, PDF_ROUTE, sub_route
from ..lists.cards import listed_hosts, programme_of
from ..lists.tag_links import audience_links, topic_links
from ..models.kinds import EventKind, PackKind
from ..models.occurrences import EventOccurrence
from ..packs.reruns import events_inspired_by
from ..pdf.responses import can_make_pdf


def pack_context(pack: PackKind, request: HttpRequest | None, now: datetime) -> dict[str, Any]:
    """Return the template context of a pack at ``now``.

    ``event`` is ``None`` unless readers of the pack may see the event's page too.
    """
    event = pack.event_page
    is_event_public = is_about_a_public_event(pack)
    url = pack.shared_url or pack.get_url(request) or ""
    opens_at = pack.get_opens_at()
    is_open = opens_at is not None and opens_at <= now
    is_shown = is_open or getattr(request, "is_preview", False)
    questions = {q.id: q for q in event.questions} if is_event_public else {}
    has_cards = bool(question_cards(pack, questions.values()))
    return {
        "now": now,
        "is_open": is_shown,
        "opens_at": opens_at if is_event_public else None,
        "event": event if is_event_public else None,
        "occurrence": occurrence_about(pack) if is_event_public else None,
        "questions": questions,
        **_found_by(event if is_event_public else None, request),
        "reruns": events_inspired_by(pack) if is_shown else [],
        "guide_minutes": pack.guide_minutes,
        "shorter_guide": pack.shorter_guide,
        "guide_url": sub_route(pack, url, GUIDE_ROUTE) if pack.guide else "",
        "pdf_url": sub_route(pack, url, PDF_ROUTE) if is_open and can_make_pdf() else "",
        "cards_url": sub_route(pack, url, CARDS_ROUTE) if is_open and has_cards else "",
        "licence": Licence(pack.licence) if pack.licence in Licence.values else None,
        "contact": pack.get_contact(),
        "conduct": pack.get_conduct(),
    }


def question_cards(pack: PackKind, questions: Iterable[Question]) -> list[QuestionCard]:
    """Return the cards of a pack: its event's questions and the prompts of its guide."""
    return cards_of((each.question for each in questions), guide_prompts(pack.guide))


def is_about_a_public_event(pack: PackKind) -> bool:
    """Return whether readers of a pack may know its event, and so when the pack opens."""
    event = pack.event_page
    return event is not None and event.live and is_unrestricted(event)


def _found_by(event: EventKind | None, request: HttpRequest | None) -> dict[str, Any]:
    """Return an event's hosts, topics and audiences, each with its link in the programme."""
    if event is None:
        return {"hosts": [], "topics": [], "audiences": []}
    programme = programme_of(event)
    url = (programme.get_url(request) or "") if programme else ""
    return {
        "hosts": listed_hosts(event, sub_route(programme, url)),
        "topics": topic_links(event.facets, url),
        "audiences": audience_links(event.facets, url),
    }


def occurrence_about(pack: PackKind) -> EventOccurrence | None:
    """Return the occurrence the pack is about: its own date's, else the event's headline."""
    event = pack.event_page
    if event is None:
        return None
    by_meeting = {o.meeting_id: o for o in event.occurrences if o.meeting_id}
    return by_meeting.get(pack.meeting_id) or event.headline_occurrence
