"""News as an Atom feed (RFC 4287)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext, override

from ..enums import Status
from ..formats.card_words import label_in_words, more_dates_in_words
from ..formats.clock_words import day_in_words, start_in_words, zone_in_words
from ..formats.off_words import title_of_state
from ..formats.text import one_line, plain
from ..models import EventOccurrence
from .news import ListedDate, NewsItem

_BEFORE_ANYTHING = datetime(2000, 1, 1, tzinfo=UTC)


class _NewsFeed(Atom1Feed):
    """A feed updated when its latest item was; without items, the time is fixed, not now."""

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=_BEFORE_ANYTHING)


def atom_feed(
    *, uid: UUID, title: str, url: str, feed_url: str, language: str, news: Sequence[NewsItem]
) -> bytes:
    """Return the feed as UTF-8; the same news gives the same bytes."""
    feed: Any = _NewsFeed(
        title=one_line(title),
        link=url,
        description=None,
        language=language,
        author_name=one_line(title),
        feed_url=feed_url,
        feed_guid=uid.urn,
    )
    with override(language):
        for item in news:
            feed.add_item(
                title=one_line(_title_of(item)),
                link=item.url,
                description="".join(f"<p>{escape(text)}</p>" for text in _texts_of(item)) or None,
                unique_id=item.uid.urn,
                pubdate=item.since,
                updateddate=item.updated_at,
            )
    return str(feed.writeString("utf-8")).encode()


def _title_of(item: NewsItem) -> str:
    if item.date is None:
        return item.title
    return title_of_state(item.date.occurrence.state, item.title)


def _texts_of(item: NewsItem) -> Iterator[str]:
    """Yield the texts of an entry: an event's status, date and place, then note and summary."""
    if item.date is not None:
        yield " · ".join(filter(None, _facts_of(item.date)))
        yield from filter(None, [plain(item.date.occurrence.public_note)])
        for occurrence, status in item.date.changed:
            told = (*_when(occurrence, status), _elsewhere(occurrence), occurrence.public_note)
            yield " · ".join(filter(None, map(plain, told)))
    yield from filter(None, [plain(item.summary)])


def _moment(local: datetime, timezone: str) -> str:
    day, zone = day_in_words(local.date()), zone_in_words(local, timezone)
    return f"{day}, {start_in_words(local)}, {zone}"


def _facts_of(date: ListedDate) -> Iterator[str]:
    yield from _when(date.occurrence, date.lifecycle.status)
    yield more_dates_in_words(date.more_dates) if date.more_dates else ""
    yield one_line(date.occurrence.place)


def _elsewhere(occurrence: EventOccurrence) -> str:
    return one_line(occurrence.place) if occurrence.location else ""


def _when(occurrence: EventOccurrence, status: Status) -> Iterator[str]:
    yield label_in_words(status)
    local = occurrence.local_starts_at
    if local is not None:
        day = day_in_words(local.date())
        if status is Status.POSTPONED:
            yield gettext("was planned for %(day)s") % {"day": day}
        else:
            yield _moment(local, occurrence.timezone)
    previous = occurrence.local_previous_starts_at
    if previous is not None and status is not Status.POSTPONED:
        moment = _moment(previous, occurrence.timezone)
        yield gettext("was planned for %(day)s") % {"day": moment}
