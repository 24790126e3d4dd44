"""Values of a host profile that the API works out."""

from typing import Any

from ..fields import APIRequest, image_facts, site_url
from ..shapes import Picture

PHOTO_SIZE = 400
"""The width and height of the photo in the API, in pixels."""


def display_name(host: Any, request: APIRequest | None) -> str:
    """Return the name as it is shown."""
    name: str = host.display_name
    return name


def initials(host: Any, request: APIRequest | None) -> str:
    """Return the initials, for where there is no photo."""
    letters: str = host.initials
    return letters


def photo(host: Any, request: APIRequest | None) -> Picture | None:
    """Return a rendition of the photo; a logo is not cropped."""
    return image_facts(
        host.photo, host.photo_alt_text, host.photo_spec(PHOTO_SIZE), site_url(request)
    )


def tags(host: Any, request: APIRequest | None) -> list[str]:
    """Return the names of the tags in order."""
    return sorted(tag.name for tag in host.tags.all())
