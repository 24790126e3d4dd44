"""Text for formats that do not allow control characters."""

import re

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_NOT_IN_SPREADSHEETS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain(text: str) -> str:
    """Return a text whose only control characters are line feeds and tabs."""
    return _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return a text on one line, without control characters or runs of white space."""
    return " ".join(plain(text).split())


def as_title(text: str) -> str:
    """Return a title unchanged, unless it has control characters that spreadsheets reject."""
    return one_line(text) if _NOT_IN_SPREADSHEETS.search(text) else text
