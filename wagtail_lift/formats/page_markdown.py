"""A rendered page as Markdown: the same facts, because they are read from its own HTML."""

from contextlib import suppress
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from ..api.rich_text import files_base
from .markdown import markdown_of_part

_CONTENT = ("article.lift-event, article.lift-pack, article.lift-guide", "main", "body")
"""Where a page has its content; templates of a site may leave out the first."""


def page_markdown(html: str, url: str) -> str:
    """Return the content of the page at ``url`` as Markdown, with full addresses."""
    soup = BeautifulSoup(html, "html.parser")
    found = (soup.select_one(selector) for selector in _CONTENT)
    content: Tag = next((part for part in found if part is not None), soup)
    for player in content.select("iframe[src]"):
        link = soup.new_tag("a", href=str(player["src"]))
        link.string = str(player.get("title") or player["src"])
        player.replace_with(link)
    for tag in content.select("a[href], img[src]"):
        name = "href" if tag.name == "a" else "src"
        address = str(tag[name])
        if not address.startswith("#"):
            tag[name] = urljoin(_base_of(address, url), address)
    return f"{markdown_of_part(content)}\n"


def _base_of(address: str, url: str) -> str:
    return (files_base() or url) if address.startswith(_places_of_files()) else url


def _places_of_files() -> tuple[str, ...]:
    """Return how the paths of pictures and documents begin, if this project serves them."""
    places = [settings.MEDIA_URL]
    with suppress(NoReverseMatch):  # a site without documents
        places.append(reverse("wagtaildocs_serve", args=(0, "x")).removesuffix("0/x"))
    return tuple(place for place in places if place)
