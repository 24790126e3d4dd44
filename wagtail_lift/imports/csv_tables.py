"""A table as CSV: its delimiter found, its first line the names of its columns."""

import csv
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext_lazy as _

from .limits import LONGEST_TEXT, MOST_COMPONENTS, TOO_LONG, TOO_MANY, Deadline, FileRefused
from .texts import read_text

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 200

NO_TABLE = _(
    "This is no table: its first line must name at least two columns, divided by commas, "
    "semicolons or tabs."
)
TOO_WIDE = _("The table has more than 200 columns.")
DAMAGED = _("The table is damaged: a quotation mark does not end.")

_EVERY = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with its number in the file as a spreadsheet counts, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns, its rows, and what to note about the file."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str
    notes: tuple[str, ...] = ()


def read_table(content: bytes, deadline: Deadline) -> Table:
    """Return the table in a CSV file, without empty rows; raise ``FileRefused``."""
    text, notes = read_text(content)
    first = text.lstrip("\r\n").partition("\n")[0]
    if len(first) > LONGEST_TEXT:
        raise FileRefused(TOO_LONG)
    delimiter = delimiter_of(first)
    rows: list[Row] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if number % _EVERY == 0:
                deadline.check()
            if any(len(cell) > LONGEST_TEXT for cell in cells):
                raise FileRefused(TOO_LONG)
            if any(cell.strip() for cell in cells):
                rows.append(Row(number, tuple(cell.strip() for cell in cells)))
            if len(rows) > MOST_COMPONENTS + 1:
                raise FileRefused(TOO_MANY)
    except csv.Error as error:
        is_long = "field larger" in str(error)
        raise FileRefused(TOO_LONG if is_long else DAMAGED) from error
    columns = rows[0].cells if rows else ()
    if len(columns) > MOST_COLUMNS:
        raise FileRefused(TOO_WIDE)
    if sum(bool(name) for name in columns) < 2:
        raise FileRefused(NO_TABLE)
    return Table(columns, tuple(rows[1:]), delimiter, tuple(notes))


def delimiter_of(line: str) -> str:
    """Return what divides the columns in the first line of a table; quoted text does not count."""
    outside = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=outside.count)
