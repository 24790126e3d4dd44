"""News as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from ..models.lists.news import NewsItem
from .text import one_line, plain

_BEFORE_ANYTHING = datetime(2000, 1, 1, tzinfo=UTC)


class _NewsFeed(Atom1Feed):
    """A feed that was updated with its latest item: without any it is not new each time."""

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=_BEFORE_ANYTHING)


def atom_feed(
    *, uid: UUID, title: str, url: str, feed_url: str, language: str, news: Sequence[NewsItem]
) -> bytes:
    """Return the feed as UTF-8; the same news give the same bytes."""
    feed: Any = _NewsFeed(
        title=one_line(title),
        link=url,
        description=None,
        language=language,
        author_name=one_line(title),
        feed_url=feed_url,
        feed_guid=uid.urn,
    )
    for item in news:
        feed.add_item(
            title=one_line(item.title),
            link=item.url,
            description=escape(plain(item.summary)) or None,
            unique_id=item.uid.urn,
            pubdate=item.since,
            updateddate=item.since,
        )
    return str(feed.writeString("utf-8")).encode()
