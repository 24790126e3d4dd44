"""Cells that every spreadsheet program can read and that none treats as a formula."""

from typing import Any

from django.utils.functional import Promise

from .text import plain

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain_cell(value: Any) -> Any:
    """Return a value without the control characters that XLSX cannot hold."""
    return plain(str(value)) if isinstance(value, str | Promise) else value


def safe_cell(value: Any) -> Any:
    """Return a value that a spreadsheet program shows unchanged and never evaluates.

    Text that starts like a formula (OWASP, CSV injection) is prefixed with an apostrophe; numbers,
    dates and other values that are not text stay unchanged.
    """
    if not isinstance(value, str | Promise):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
