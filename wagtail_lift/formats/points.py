"""A few typed sentences and points as rich text, and back."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from bs4 import BeautifulSoup
from django.utils.html import escape

from .text import plain

_POINT = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+")


def points_html(text: str) -> str:
    """Return plain text as rich text: paragraphs, and a list of lines that begin with a dash.

    An empty line ends a paragraph; other line breaks stay. No text becomes markup.
    """
    return "".join(_block(lines) for lines in _blocks(text))


def paragraphs_html(text: str) -> str:
    """Return plain text as rich text like ``points_html``, but without lists."""
    return "".join(_paragraph(lines) for lines in _blocks(text))


def text_of(html: str) -> str:
    """Return rich text as plain text from which either function makes the same paragraphs.

    Bold words and the addresses of links are not in it.
    """
    soup = BeautifulSoup(html, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    blocks = soup.find_all(["p", "li"]) or [soup]
    texts = (block.get_text().strip() for block in blocks)
    return "\n\n".join(text for text in texts if text)


def _blocks(text: str) -> Iterator[list[str]]:
    for block in re.split(r"\n\s*\n", plain(text)):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if lines:
            yield lines


def _paragraph(lines: Iterable[str]) -> str:
    return f"<p>{'<br/>'.join(map(escape, lines))}</p>"


def _block(lines: list[str]) -> str:
    return "".join(
        _list(group) if is_list else _paragraph(group)
        for is_list, group in groupby(lines, key=lambda line: bool(_POINT.match(line)))
    )


def _list(lines: Iterable[str]) -> str:
    items = (f"<li>{escape(_POINT.sub('', line, count=1))}</li>" for line in lines)
    return f"<ul>{''.join(items)}</ul>"
