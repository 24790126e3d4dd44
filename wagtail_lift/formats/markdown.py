"""HTML as Markdown (CommonMark): what a page shows, for programs and people who read plain text."""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

_NO_TEXT = (
    "script, style, template, svg, button, input, select, form, iframe, nav, "
    '[aria-hidden="true"], [hidden], a[href^="#"]'
)
"""What a page has for the eye or the hand alone, and links within itself."""

_BLANK_LINES = re.compile(r"\n{3,}")
_NEEDS_BRACKETS = re.compile(r"[\s()<>]")


class _Writer(MarkdownConverter):
    """Writes links so that they stay links, and terms, which CommonMark does not have, in bold."""

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """Return a link, or its text if it leads nowhere."""
        href = el.get("href")
        return f"[{text}]({_destination(href)})" if href and text.strip() else text

    def convert_dt(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """Return a term in bold, on a line of its own."""
        return f"\n\n**{text.strip()}**\n" if text.strip() else ""

    def convert_dd(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """Return what is said of a term, below it."""
        return f"\n{text.strip()}\n" if text.strip() else ""


def markdown_of(html: str) -> str:
    """Return HTML as Markdown, without a line break at its ends; no text of it becomes markup."""
    soup = BeautifulSoup(html, "html.parser")
    return markdown_of_part(soup)


def markdown_of_part(part: Tag) -> str:
    """Return a part of a page as Markdown; what is for the eye or the hand alone is taken out."""
    for tag in part.select(_NO_TEXT):
        tag.decompose()
    writer = _Writer(heading_style=ATX, bullets="-", escape_misc=True, newline_style="backslash")
    written = str(writer.convert_soup(part))
    return _BLANK_LINES.sub("\n\n", written).strip()


def _destination(url: str) -> str:
    """Return an address as a link of Markdown takes it."""
    if not _NEEDS_BRACKETS.search(url):
        return url
    for character, code in ((" ", "%20"), ("<", "%3C"), (">", "%3E"), ("\n", "%0A")):
        url = url.replace(character, code)
    return f"<{url}>"
