"""HTML as PDF/UA-1: tagged, with language and title, and the same bytes each time.

Tables have column headers only, and each picture its words: so that a reader's software says more
than the paper shows.
"""

from threading import Lock
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from weasyprint import HTML, __version__
from weasyprint.text.fonts import FontConfiguration

from ..formats.text import plain
from .fetching import SiteFetcher

PATIENCE = 20
"""Seconds that a request waits for the documents of others."""

VERSION = f"1 {__version__}"
"""What a document depends on beside its HTML; raise the first number when its form changes."""

_ONE_AT_A_TIME = Lock()
"""A document takes about a second of a processor: many at once would stop the rest of the site."""


class Busy(Exception):
    """Too many documents are being made."""


def make_pdf(html: str, url: str) -> bytes:
    """Return the PDF of a page at ``url``; raise ``Busy`` if others take too long."""
    if not _ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        raise Busy
    try:
        whole = with_whole_addresses(plain(html), url)
        document = HTML(string=whole, base_url=url, url_fetcher=SiteFetcher(url))
        made: bytes = document.write_pdf(
            pdf_variant="pdf/ua-1", font_config=FontConfiguration(), pdf_identifier=b"lift"
        )
        return made
    finally:
        _ONE_AT_A_TIME.release()


def with_whole_addresses(html: str, url: str) -> str:
    """Return HTML whose links are whole addresses, which styles can print; others lead nowhere."""
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select("a[href]"):
        address = urljoin(url, str(link["href"]))
        if address.startswith(("http://", "https://", "mailto:", "tel:")):
            link["href"] = address
        else:
            del link["href"]
    return str(soup)
