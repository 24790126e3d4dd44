"""News as a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import override

from ..formats.text import one_line
from .entries import html_of_item, title_of_item
from .news import NewsItem

CONTENT_TYPE = "application/feed+json; charset=utf-8"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(
    *, title: str, url: str, feed_url: str, language: str, news: Sequence[NewsItem]
) -> bytes:
    """Return the feed as UTF-8; the same news gives the same bytes."""
    with override(language):
        items = [_item(each) for each in news]
    feed = {
        "version": VERSION,
        "title": one_line(title),
        "home_page_url": url,
        "feed_url": feed_url,
        "language": language,
        "authors": [{"name": one_line(title)}],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, separators=(",", ":")).encode()


def _item(item: NewsItem) -> dict[str, Any]:
    """Return an entry; an item must have a content, for which the title stands in."""
    title, content = one_line(title_of_item(item)), html_of_item(item)
    return {
        "id": item.uid.urn,
        **({"url": item.url} if item.url else {}),
        "title": title,
        **({"content_html": content} if content else {"content_text": title}),
        "date_published": _instant(item.since),
        "date_modified": _instant(item.updated_at),
    }


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
