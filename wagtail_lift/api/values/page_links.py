"""API values that name a page which everybody may read, ready for JSON."""

from wagtail.models import AbstractPage

from ...access.privacy import is_unrestricted
from ...http.addresses import GUIDE_ROUTE, sub_route
from ...models.kinds import PackKind
from ..shapes import PackLink, PageLink


def open_pack(pack: PackKind | None) -> PackLink | None:
    """Return an open pack's title and addresses, ``None`` unless it is public."""
    return named_pack(pack) if pack is not None and public_page(pack) is not None else None


def named_pack(pack: PackKind) -> PackLink:
    """Return the title and addresses of a pack that is known to be open."""
    named = named_page(pack)
    guide_url = sub_route(pack, named["url"], GUIDE_ROUTE) if pack.guide else ""
    return {**named, "guide_url": guide_url}


def public_page(page: AbstractPage | None) -> PageLink | None:
    """Return a page's title and address, ``None`` unless it is public."""
    if page is None or not page.live or not is_unrestricted(page):
        return None
    return named_page(page)


def named_page(page: AbstractPage) -> PageLink:
    """Return the title and address of a page that is known to be public."""
    kind = page.specific_class or type(page)
    return {
        "id": page.pk,
        "type": kind._meta.label,
        "title": page.title,
        "url": page.full_url or "",
    }
