"""API values by which a page is known elsewhere."""

from wagtail.models import AbstractPage

from ..fields import APIRequest


def translation_key(page: AbstractPage, request: APIRequest | None) -> str:
    """Return the key that a page has in common with its translations, a UUID."""
    return str(page.translation_key)
