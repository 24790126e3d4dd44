"""Lists as schema.org ``ItemList``, the way back up as ``BreadcrumbList``."""

from typing import Any

from ...domain.descriptions import DescribedList
from .parts import filled


def list_properties(described: DescribedList) -> dict[str, Any]:
    """Return a list; one without a name is the way back up."""
    if not described.name:
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "item": url}
                for position, (name, url) in enumerate(described.items, 1)
            ],
        }
    return filled(
        {
            "@type": "ItemList",
            "name": described.name,
            "url": described.url,
            "numberOfItems": len(described.items),
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "url": url}
                for position, (name, url) in enumerate(described.items, 1)
            ],
        }
    )
