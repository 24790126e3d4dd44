"""API values of the code of conduct and the safeguarding contact of a page, ready for JSON."""

from wagtail.models import AbstractPage

from ..fields import APIRequest
from ..shapes import PageLink, SafeguardingContact
from .page_links import public_page


def code_of_conduct(page: AbstractPage, request: APIRequest | None) -> str:
    """Return the full address of the code of conduct that holds for a page, empty if none does."""
    code = page.get_conduct().code
    return code.full_url if code else ""


def safeguarding(page: AbstractPage, request: APIRequest | None) -> SafeguardingContact | None:
    """Return the safeguarding contact that holds for a page, ``None`` if there is none."""
    found = page.get_conduct().safeguarding
    if found is None:
        return None
    return {"name": found.name, "email": found.email, "phone": found.phone}


def conduct_page(page: AbstractPage, request: APIRequest | None) -> PageLink | None:
    """Return the page that this page itself names as its code, if everybody may see it."""
    return public_page(page.conduct_page)
