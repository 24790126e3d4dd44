"""Reads marked, fenced code out of documents: ``<!-- kind: name -->`` stands above the fence."""

import re
from textwrap import dedent

MARKED = re.compile(
    r"^(?P<indent> *)<!-- (?P<kind>\w+): (?P<name>[^\n]+?) -->\n"
    r"(?P=indent)```(?P<language>\w+)\n(?P<code>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)


def marked_blocks(text: str, kind: str) -> list[tuple[str, str]]:
    """Return name and code below each marker of a kind, in order, without its indentation."""
    return [
        (match["name"], dedent(match["code"]))
        for match in MARKED.finditer(text)
        if match["kind"] == kind
    ]


def commands(code: str) -> list[str]:
    """Return the commands of a console session, without what they print."""
    return [line.removeprefix("$ ") for line in code.splitlines() if line.startswith("$ ")]
