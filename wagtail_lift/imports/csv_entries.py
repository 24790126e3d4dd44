"""The rows of a table as events, by the fields that were chosen for its columns."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from ..enums import BookingMode
from ..events.own_fields import own_fields
from ..models.kinds import EventKind
from .csv_columns import COST, ENDS, STARTS, UID, column_choices
from .csv_costs import read_cost
from .csv_tables import Row, Table
from .csv_values import NotRead, plain_cell, read_moment, reader_of, refuse_formula
from .entries import Entry, ReadFile, identity_of
from .limits import Deadline

IN_PARTS = {STARTS: ("start_date", "start_time"), ENDS: ("end_date", "end_time")}


def entries_of(
    table: Table, columns: Sequence[str], page_type: type[EventKind], deadline: Deadline
) -> ReadFile:
    """Return an event for each row; ``columns`` names a field for each column, or nothing.

    A row without a number of its own is known by its title and its start.
    """
    readers = {name: reader_of(name, field) for name, field in _fields(page_type).items()}
    labels = column_choices(page_type)
    entries = []
    for row in table.rows:
        deadline.check()
        entries.append(_entry(row, columns, readers, labels))
    return ReadFile(tuple(entries), table.notes)


def _fields(page_type: type[EventKind]) -> dict[str, Any]:
    return {**dict.fromkeys(column_choices(page_type)), **own_fields(page_type)}


def _entry(
    row: Row, columns: Sequence[str], readers: dict[str, Any], labels: dict[str, str]
) -> Entry:
    told: dict[str, Any] = {}
    faults, uid = [], ""
    if any(row.cells[len(columns) :]):
        faults.append(_("The row has more cells than there are columns."))
    for name, cell in zip(columns, row.cells, strict=False):
        cell = plain_cell(cell) if cell else ""
        if not name or not cell:
            continue
        try:
            refuse_formula(cell)
            if name == UID:
                uid = cell
            elif name in IN_PARTS:
                parts = zip(IN_PARTS[name], read_moment(cell), strict=True)
                told |= {part: value for part, value in parts if value}
            elif name == COST:
                told |= read_cost(cell)
            else:
                told[name] = readers[name](cell)
        except NotRead as fault:
            faults.append(f"{labels[name]}: {fault}")
    if told.get("booking_url"):
        told.setdefault("booking_mode", BookingMode.ELSEWHERE.value)
    place = _("row %(number)d") % {"number": row.number}
    return Entry(uid or identity_of(told), place, told, faults=tuple(faults))
