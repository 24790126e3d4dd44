"""Small pieces shared by several schema.org types."""

from datetime import datetime
from typing import Any

from ..sharing import PreviewImage

SCHEMA = "https://schema.org/"


def filled(properties: dict[str, Any]) -> dict[str, Any]:
    """Leave out empty properties, but keep false and zero."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def instant(at: datetime | None) -> str:
    """Return an instant in ISO 8601 with its own UTC offset, empty for ``None``."""
    return at.isoformat(timespec="seconds") if at else ""


def image_properties(image: PreviewImage | None) -> dict[str, Any] | None:
    """Return an image as schema.org ``ImageObject``."""
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
