"""Cells that no spreadsheet program takes for a formula."""

from typing import Any

from django.utils.functional import Promise

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value: Any) -> Any:
    """Return a value that a spreadsheet program shows as it is and never works out.

    Text that begins like a formula (OWASP, CSV injection) gets an apostrophe before it; numbers,
    dates and whatever else is not text stay as they are.
    """
    if not isinstance(value, str | Promise):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
