"""Lists as schema.org ``ItemList``, breadcrumbs as ``BreadcrumbList``."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from ...lists.cards import EventCard, PackCard
from .parts import filled


def item_list(name: str, cards: Iterable[EventCard | PackCard], url: str) -> dict[str, Any]:
    """Return the cards of the list at ``url``, in order."""
    items = [
        filled(
            {
                "@type": "ListItem",
                "position": position,
                "name": card.title,
                "url": urljoin(url, card.url) if card.url else "",
            }
        )
        for position, card in enumerate(cards, 1)
    ]
    return filled(
        {
            "@type": "ItemList",
            "name": name,
            "url": url,
            "numberOfItems": len(items),
            "itemListElement": items,
        }
    )


def breadcrumbs(*steps: tuple[str, str]) -> dict[str, Any]:
    """Return breadcrumbs from names and URLs, outermost page first.

    Steps without a URL are left out.
    """
    known = [{"name": name, "item": url} for name, url in steps if url]
    return {"@type": "BreadcrumbList", "itemListElement": _numbered(known)}


def _numbered(items: list[dict[str, str]]) -> list[dict[str, Any]]:
    return [
        {"@type": "ListItem", "position": position, **item}
        for position, item in enumerate(items, 1)
    ]
