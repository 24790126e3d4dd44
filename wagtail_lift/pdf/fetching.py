"""What a PDF may read: pictures and styles of this site, from its storage; nothing by network.

A page's content decides which addresses are asked for, so none of them is ever opened as such.
"""

import mimetypes
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import File
from django.core.files.storage import default_storage
from weasyprint.urls import URLFetcher, URLFetcherResponse

DRAWN = ("data:image/png;base64,",)
"""How the addresses of pictures begin that are made for a document, such as its QR code."""

PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
STYLES = frozenset({".css", ".otf", ".ttf", ".woff", ".woff2"}) | PICTURES


class SiteFetcher(URLFetcher):
    """Reads pictures of the media storage and files of the static ones; refuses all else.

    ``base`` is the address of the page that the document is made of.
    """

    def __init__(self, base: str) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.media_url = urljoin(base, default_storage_url())
        self.static_url = urljoin(base, settings.STATIC_URL or "/static/")

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return a file; raise ``ValueError`` for an address that a document may not read."""
        if url.startswith(DRAWN):
            return super().fetch(url, headers)
        kind = mimetypes.guess_type(urlsplit(url).path)[0] or "application/octet-stream"
        try:
            file = self._opened(url)
        except (OSError, SuspiciousFileOperation) as error:
            raise ValueError(f"Not readable: {url}") from error
        with file:
            return URLFetcherResponse(url, file.read(), {"Content-Type": kind})

    def _opened(self, url: str) -> File[Any]:
        if name := name_below(self.media_url, url, PICTURES):
            return default_storage.open(name)
        name = name_below(self.static_url, url, STYLES)
        if not name:
            raise ValueError(f"Not a file of this site: {url}")
        found = finders.find(name)
        return File(open(found, "rb")) if found else staticfiles_storage.open(name)


def default_storage_url() -> str:
    """Return how the addresses of files in the media storage begin."""
    return str(getattr(default_storage, "base_url", None) or settings.MEDIA_URL or "/media/")


def name_below(base: str, url: str, suffixes: frozenset[str]) -> str:
    """Return the name of the file at ``url`` below ``base``; empty if it is no such file."""
    if not url.startswith(base):
        return ""
    name = unquote(urlsplit(url[len(base) :]).path)
    path = PurePosixPath(name)
    is_inside = not path.is_absolute() and ".." not in path.parts and "\\" not in name
    return name if is_inside and path.suffix.lower() in suffixes else ""
