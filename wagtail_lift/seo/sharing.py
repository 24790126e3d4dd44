"""Link previews (Open Graph) and canonical URLs."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.translation import to_locale
from wagtail.images.models import AbstractImage
from wagtail.models import AbstractPage, Site

from ..api.pictures import file_url
from ..formats.languages import language_of
from ..models.hosts import AbstractHostProfile
from .texts import own_title, plain

HEAD_PARTS = ("description", "canonical", "languages", "cards", "feeds")
"""Parts of the metadata in a page's head, each of which a site may print itself."""

SHARED_IMAGE = "format-jpeg|width-1280|preserve-svg"
"""Rendition for previews, one that the event page uses anyway."""

SHARED_PHOTO = "format-jpeg|{}|preserve-svg"
"""Rendition of a host's photo for previews, around its size."""

PHOTO_SIZE = 480
"""Width and height of a host's photo in previews, in pixels."""


@dataclass(frozen=True, slots=True)
class PreviewImage:
    """An image at a size that suits a preview; ``url`` is a full URL."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a link to a page looks like when shared; texts are plain, without HTML.

    ``url`` is the canonical URL, without a reader's filters. ``kind`` is an Open Graph type.
    """

    title: str
    url: str = ""
    description: str = ""
    kind: str = "website"
    image: PreviewImage | None = None
    locale: str = ""
    site_name: str = ""

    @property
    def card(self) -> str:
        """Return the kind of card (``twitter:card``): large with a picture, except of a person."""
        is_large = self.image is not None and self.kind != "profile"
        return "summary_large_image" if is_large else "summary"


def share(
    page: AbstractPage, request: HttpRequest | None, *, title: str = "", text: Any = "", **more: Any
) -> Sharing:
    """Return how a link to a page looks; ``more`` sets further fields of ``Sharing``."""
    site = Site.find_for_request(request)
    return Sharing(
        title=title or own_title(page),
        url=canonical_url(page, request),
        description=plain(text),
        locale=to_locale(language_of(page).code),
        site_name=site.site_name if site else "",
        **more,
    )


def canonical_url(page: AbstractPage, request: HttpRequest | None) -> str:
    """Return the canonical URL of what is shown: page and sub-route, without the query string.

    ``?date=`` shows a part of the same page, and a filter a part of the same list.
    """
    return f"{page.get_full_url(request) or ''}{sub_path(page, request)}"


def sub_path(page: AbstractPage, request: HttpRequest | None) -> str:
    """Return the path of the sub-route that is shown, below the page; empty for the page itself."""
    url = page.get_full_url(request) or ""
    path, asked = urlsplit(url).path, getattr(request, "path", "")
    return asked.removeprefix(path) if url and asked.startswith(path) else ""


def preview_photo(host: AbstractHostProfile, url: str) -> PreviewImage | None:
    """Return the photo of a host on the page at ``url``; a logo is not cropped."""
    spec = SHARED_PHOTO.format(host.photo_spec(PHOTO_SIZE))
    return preview_image(host.photo, host.photo_alt_text, spec, url)


def preview_image(
    image: AbstractImage | None, alt: str, spec: str, url: str
) -> PreviewImage | None:
    """Return an image of the page at ``url``, ``None`` if its file cannot be read."""
    if image is None:
        return None
    try:
        made = image.get_rendition(spec)
    except OSError:
        return None
    return PreviewImage(file_url(made, url), made.width, made.height, alt)
