"""What is new below a programme: events as they are published, packs as they open."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Min
from django.db.models.functions import Coalesce
from wagtail.rich_text import get_text_for_indexing

from ..occurrences import EventOccurrence
from .packs import newest_packs

AT_MOST = 30
"""How many events, and how many packs, are news."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A new event or an opened pack; ``uid`` is the same for good, ``since`` when it was news."""

    uid: UUID
    title: str
    url: str
    summary: str
    since: datetime


def news_of(programme: Any, request: Any, now: datetime) -> list[NewsItem]:
    """Return what is new and public below a programme, the latest first.

    ``url`` is a full address. An event is news once, however many dates it has.
    """
    news = [*_new_events(programme, request), *_opened_packs(programme, request, now)]
    return sorted(news, key=lambda item: (item.since, item.uid), reverse=True)


def _new_events(programme: Any, request: Any) -> list[NewsItem]:
    rows = (
        EventOccurrence.objects.public()
        .filter(page__path__startswith=programme.path, page__live=True)
        .order_by()
        .values("page", "title", "page__url_path", "page__translation_key")
        .annotate(
            summary=Min("summary"),
            since=Coalesce("page__first_published_at", Min("meeting__created_at")),
        )
        .order_by("-since", "-page")[:AT_MOST]
    )
    base = programme.get_full_url(request)
    above = len(programme.url_path)
    return [
        NewsItem(
            uid=uuid5(row["page__translation_key"], f"page {row['page']}"),
            title=row["title"],
            url=f"{base}{row['page__url_path'][above:]}",
            summary=row["summary"],
            since=row["since"],
        )
        for row in rows
    ]


def _opened_packs(programme: Any, request: Any, now: datetime) -> list[NewsItem]:
    items = []
    for card in newest_packs(programme, request, now, count=AT_MOST):
        opened_at = card.occurrence.pack_opens_at if card.occurrence else None
        since = max(filter(None, (opened_at, card.page.first_published_at)), default=None)
        items.append(
            NewsItem(
                uid=uuid5(card.page.translation_key, f"page {card.page.pk}"),
                title=card.title,
                url=card.page.get_full_url(request) or "",
                summary=get_text_for_indexing(card.introduction),
                since=since or card.page.get_opens_at() or now,
            )
        )
    return items
