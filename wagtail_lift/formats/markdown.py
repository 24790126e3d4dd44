"""HTML as Markdown (CommonMark): what a page shows, for programs and people who read plain text."""

import re
from typing import Any

from bs4 import BeautifulSoup
from markdownify import ATX, MarkdownConverter

_NO_TEXT = ("script", "style", "template", "svg", "button", "input", "select", "form", "iframe")
_BLANK_LINES = re.compile(r"\n{3,}")
_NEEDS_BRACKETS = re.compile(r"[\s()<>]")


class _Writer(MarkdownConverter):
    """Writes links whose address holds spaces or brackets so that they stay links."""

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """Return a link, or its text if it leads nowhere."""
        href = el.get("href")
        return f"[{text}]({destination(href)})" if href and text.strip() else text


def markdown_of(html: str) -> str:
    """Return HTML as Markdown, without a line break at its ends; no text of it becomes markup."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(_NO_TEXT):
        tag.decompose()
    writer = _Writer(heading_style=ATX, bullets="-", escape_misc=True, newline_style="backslash")
    written = str(writer.convert_soup(soup))
    return _BLANK_LINES.sub("\n\n", written).strip()


def destination(url: str) -> str:
    """Return an address as a link of Markdown takes it."""
    if not _NEEDS_BRACKETS.search(url):
        return url
    for character, code in ((" ", "%20"), ("<", "%3C"), (">", "%3E"), ("\n", "%0A")):
        url = url.replace(character, code)
    return f"<{url}>"


def escaped(text: str) -> str:
    """Return plain text on one line as Markdown that shows exactly that."""
    line = " ".join(text.split())
    return str(_Writer(escape_misc=True).escape(line, set()))
