"""News as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import override

from ..formats.text import one_line
from .entries import html_of_item, title_of_item
from .news import NewsItem

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
                title=one_line(title_of_item(item)),
                link=item.url,
                description=html_of_item(item) or None,
                unique_id=item.uid.urn,
                pubdate=item.since,
                updateddate=item.updated_at,
            )
    return str(feed.writeString("utf-8")).encode()
