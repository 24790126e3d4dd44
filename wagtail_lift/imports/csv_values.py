"""The cells of a table as values of an event, read as the form of an event reads what is typed."""

import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import BooleanField
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..enums import Hours
from ..form_fields.typed import TypedDateField, TypedTimeField
from .event_words import as_html

FORMULA = ("=",)
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r])")
_LIST = re.compile(r"\s*[;,|\n]\s*")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?$")
_NO = ("", "0", "no", "n", "false", "nein", "-")
_YES = ("1", "yes", "y", "true", "ja", "j", "x", "✓", "✔")


class NotRead(ValueError):
    """A cell that is not understood; the message says why."""


def plain_cell(cell: str) -> str:
    """Return a cell without the mark that exports put before what looks like a formula."""
    return _GUARDED.sub("", cell)


def refuse_formula(cell: str) -> None:
    """Raise ``NotRead`` for a formula: a table is to hold what it gives."""
    if cell.startswith(FORMULA):
        raise NotRead(
            _("“%(cell)s” is a formula. Export the values of the table.") % {"cell": cell[:40]}
        )


def read_date(cell: str) -> str:
    """Return a day as ISO 8601."""
    return str(_cleaned(TypedDateField(), cell).isoformat())


def read_time(cell: str) -> str:
    """Return a time of day as ISO 8601."""
    at = _cleaned(TypedTimeField(), cell)
    return str(at.isoformat("seconds" if at.second else "minutes"))


def read_moment(cell: str) -> tuple[str, str]:
    """Return day and time of one cell, the time empty if there is none."""
    if found := _ISO.match(cell):
        return read_date(found[1]), read_time(found[2])
    for cut in [found.start() for found in re.finditer(r"[\s,]+", cell)]:
        day, at = cell[:cut], cell[cut:].strip(" ,")
        try:
            return read_date(day), read_time(at)
        except NotRead:
            continue
    return read_date(cell), ""


def reader_of(name: str, field: Any) -> Callable[[str], Any]:
    """Return how the cells of a column for a field are read."""
    if name in ("start_date", "end_date"):
        return read_date
    if name in ("start_time", "end_time"):
        return read_time
    if name == "hours":
        return _read_hours
    if name == "body":
        return as_html
    if name in ("topics", "audiences", "hosts"):
        return lambda cell: [item for item in _LIST.split(cell) if item]
    if isinstance(field, BooleanField):
        return _read_bool
    if getattr(field, "choices", None):
        return lambda cell: _read_choice(cell, list(field.flatchoices))
    return str


def _cleaned(field: Any, cell: str) -> Any:
    try:
        return field.clean(cell)
    except ValidationError as error:
        raise NotRead(" ".join(error.messages)) from error


def _read_bool(cell: str) -> bool:
    word = cell.casefold()
    if word in (*_YES, pgettext("first letters of yes, as people type it", "y").casefold()):
        return True
    if word in _NO:
        return False
    raise NotRead(_("“%(cell)s” is neither yes nor no.") % {"cell": cell[:40]})


def _read_hours(cell: str) -> str:
    """Return which times a date has: one of ours, or the "all day: yes" of other programs."""
    try:
        return (Hours.ALL_DAY if _read_bool(cell) else Hours.START_AND_END).value
    except NotRead:
        return _read_choice(cell, Hours.as_choices())


def _read_choice(cell: str, choices: list[tuple[str, Any]]) -> str:
    for value, label in choices:
        if cell.casefold() in (str(value).casefold(), str(label).casefold()):
            return str(value)
    offered = ", ".join(str(label) for value, label in choices if value)
    raise NotRead(
        _("“%(cell)s” is none of: %(offered)s.") % {"cell": cell[:40], "offered": offered}
    )
