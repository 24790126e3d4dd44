"""What a link to a page looks like where it is shared, and its one address."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import to_locale
from wagtail.models import Site

from ..formats.languages import language_of
from .texts import own_title, plain

SHARED_IMAGE = "format-jpeg|width-1280|preserve-svg"
"""The picture for previews: one of those that the event page shows anyway."""

SHARED_PHOTO = "format-jpeg|fill-480x480|preserve-svg"
"""The same of a host's photo."""


@dataclass(frozen=True, slots=True)
class PreviewImage:
    """A picture at a size that suits a preview; its address is in full."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a link to a page looks like where it is shared; texts are plain, without HTML.

    ``url`` is the one address of the page, without what a reader filtered by. ``kind`` is an Open
    Graph type.
    """

    title: str
    url: str = ""
    description: str = ""
    kind: str = "website"
    image: PreviewImage | None = None
    locale: str = ""
    site_name: str = ""


def share(page: Any, request: Any, *, title: str = "", text: Any = "", **more: Any) -> Sharing:
    """Return how a link to a page looks; ``more`` are further facts of ``Sharing``."""
    site = Site.find_for_request(request)
    return Sharing(
        title=title or own_title(page),
        url=canonical_url(page, request),
        description=plain(text),
        locale=to_locale(language_of(page).code),
        site_name=site.site_name if site else "",
        **more,
    )


def canonical_url(page: Any, request: Any) -> str:
    """Return the one address of what is shown: page and sub-route, without what was asked for.

    ``?date=`` shows a part of the same page, and a filter a part of the same list.
    """
    url = page.get_full_url(request) or ""
    path = urlsplit(url).path
    asked = getattr(request, "path", "")
    return f"{url}{asked.removeprefix(path)}" if url and asked.startswith(path) else url


def preview_image(image: Any | None, alt: str, spec: str) -> PreviewImage | None:
    """Return a picture at the size for previews, ``None`` where its file cannot be read."""
    if image is None:
        return None
    try:
        made = image.get_rendition(spec)
    except OSError:
        return None
    return PreviewImage(made.full_url, made.width, made.height, alt)
