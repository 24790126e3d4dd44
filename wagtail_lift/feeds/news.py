"""What is new below a programme: published and changed events, and opened packs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Max, Min, Q
from django.db.models.functions import Coalesce, Greatest
from django.http import HttpRequest
from wagtail.rich_text import get_text_for_indexing

from ..blocks import Update, updates_of
from ..domain.lifecycle import Lifecycle, MeetingFacts, event_lifecycle, meeting_status
from ..enums import Status
from ..lists.packs import newest_packs
from ..models.kinds import ProgrammeKind
from ..models.occurrences import EventOccurrence

AT_MOST = 30
"""Most events, and most packs, in a feed."""

MOST_CHANGED = 5
"""Most changed future dates that are listed for an event."""

MOST_UPDATES = 3
"""Most updates that are told of an event: the newest."""


@dataclass(frozen=True, slots=True)
class ListedDate:
    """The state of an event: ``occurrence`` is the date that its status is about.

    ``more_dates`` counts other dates that go ahead and have not ended. ``changed`` lists other
    future dates that were changed, each with its status, in order of time.
    """

    occurrence: EventOccurrence
    lifecycle: Lifecycle
    more_dates: int
    changed: Sequence[tuple[EventOccurrence, Status]] = ()


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An event or an opened pack; ``uid`` never changes, ``since`` is when it first appeared.

    ``updated_at`` is when an editor last changed it or one of its dates, so that a new update moves
    it; only events have a ``date`` and ``updates``, newest first.
    """

    uid: UUID
    title: str
    url: str
    summary: str
    since: datetime
    updated_at: datetime
    date: ListedDate | None = None
    updates: Sequence[Update] = ()


def news_of(programme: ProgrammeKind, request: HttpRequest, now: datetime) -> list[NewsItem]:
    """Return what is new and public below a programme, most recently changed first.

    ``url`` is a full URL. An event is one item, however many dates it has.
    """
    news = [*_new_events(programme, request, now), *_opened_packs(programme, request, now)]
    return sorted(news, key=lambda item: (item.updated_at, item.uid), reverse=True)


def changes_of_news(news: Iterable[NewsItem]) -> set[datetime | None]:
    """Return the instants at which the clock alone changes the status of an event in the news."""
    return {item.date.lifecycle.status_until for item in news if item.date is not None}


def _new_events(programme: ProgrammeKind, request: HttpRequest, now: datetime) -> list[NewsItem]:
    rows = list(_changed_events(programme))
    dates = _listed_dates([row["page"] for row in rows], now)
    updates = _updates({row["page"]: row["page__content_type"] for row in rows}, dates)
    base = programme.get_full_url(request) or ""
    above = len(programme.url_path)
    return [
        NewsItem(
            uid=uuid5(row["page__translation_key"], f"page {row['page']}"),
            title=row["title"],
            url=base and f"{base}{row['page__url_path'][above:]}",
            summary=row["summary"],
            since=row["since"],
            updated_at=row["updated_at"],
            date=dates.get(row["page"]),
            updates=updates.get(row["page"], ()),
        )
        for row in rows
    ]


def _changed_events(programme: ProgrammeKind) -> Any:
    """Return the events that changed most recently, one row each.

    A date added by the horizon is not a change: its sequence is 0 until something happens to it.
    """
    made_at = Coalesce("page__first_published_at", Min("meeting__created_at"))
    happened_at = Max("meeting__modified_at", filter=Q(meeting__sequence__gt=0))
    return (
        EventOccurrence.objects.public()
        .filter(page__path__startswith=programme.path, page__live=True)
        .order_by()
        .values(
            "page",
            "title",
            "page__url_path",
            "page__translation_key",
            "page__content_type",
        )
        .annotate(
            summary=Min("summary"),
            since=made_at,
            updated_at=Greatest(
                made_at,
                Coalesce(F("page__last_published_at"), made_at),
                Coalesce(happened_at, made_at),
            ),
        )
        .order_by("-updated_at", "-page")[:AT_MOST]
    )


def _updates(
    content_types: Mapping[int, int], dates: Mapping[int, ListedDate]
) -> dict[int, list[Update]]:
    """Return the newest published updates of events, by page; one query for each page type."""
    told: dict[int, list[Update]] = {}
    for key in {*content_types.values()}:
        model = ContentType.objects.get_for_id(key).model_class()
        pages = [page for page, kind in content_types.items() if kind == key and page in dates]
        streams = model._default_manager.filter(pk__in=pages).values_list("pk", "updates")
        for page, stream in streams:
            timezone = dates[page].occurrence.timezone
            told[page] = updates_of(stream, timezone)[:MOST_UPDATES]
    return told


def _listed_dates(page_ids: Iterable[int], now: datetime) -> dict[int, ListedDate]:
    """Return the state of each of these events, by page; one query."""
    dates = defaultdict(dict)
    for row in EventOccurrence.objects.public().filter(page__in=page_ids).defer("summary"):
        dates[row.page_id][row.facts()] = row
    return {page: _listed_date(known, now) for page, known in dates.items()}


def _listed_date(dates: dict[MeetingFacts, EventOccurrence], now: datetime) -> ListedDate:
    lifecycle = event_lifecycle(dates, now)
    others = [facts for facts in dates if facts != lifecycle.headline]
    to_come = [facts for facts in others if not facts.has_ended(now)]
    more = sum(facts.is_going_ahead for facts in to_come)
    told = [(dates[facts], meeting_status(facts, now)) for facts in to_come]
    changed = [(row, status) for row, status in told if row.is_told_of or not row.goes_ahead]
    changed = sorted(changed, key=lambda item: (item[0].starts_at or now, item[0].pk))
    return ListedDate(dates[lifecycle.headline], lifecycle, more, changed[:MOST_CHANGED])


def _opened_packs(programme: ProgrammeKind, request: HttpRequest, now: datetime) -> list[NewsItem]:
    items = []
    for card in newest_packs(programme, request, now, count=AT_MOST):
        page = card.page
        opened_at = card.occurrence.pack_opens_at if card.occurrence else None
        since = max(filter(None, (opened_at, page.first_published_at)), default=None)
        since = since or page.get_opens_at() or now
        items.append(
            NewsItem(
                uid=uuid5(page.translation_key, f"page {page.pk}"),
                title=card.title,
                url=page.get_full_url(request) or "",
                summary=get_text_for_indexing(card.introduction),
                since=since,
                updated_at=max(filter(None, (since, page.last_published_at))),
            )
        )
    return items
