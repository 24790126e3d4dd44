"""Small pieces that several kinds of things share."""

from datetime import datetime
from typing import Any

from ..sharing import PreviewImage

SCHEMA = "https://schema.org/"


def filled(properties: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known; false and zero are known."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def instant(at: datetime | None) -> str:
    """Return an instant with the offset of the zone it carries, empty for none."""
    return at.isoformat(timespec="seconds") if at else ""


def image_properties(image: PreviewImage | None) -> dict[str, Any] | None:
    """Return a picture as schema.org ``ImageObject``."""
    if image is None:
        return None
    return filled(
        {
            "@type": "ImageObject",
            "url": image.url,
            "width": image.width,
            "height": image.height,
            "caption": image.alt,
        }
    )
