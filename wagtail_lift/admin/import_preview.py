"""What an import of a file would do, as shown before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.models import AbstractPage

from ..actions.import_entry import ImportedEntry, Importing
from ..actions.import_file import import_entries
from ..enums import ImportOutcome
from ..imports.csv_columns import column_choices
from ..imports.csv_tables import Table
from ..imports.files import read_file
from ..imports.limits import Deadline
from ..models import ImportFile
from ..models.kinds import EventKind

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, what stands in it, and the field that it is read as."""

    name: str
    examples: Sequence[str]
    field: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What becomes of each entry of a file; of a table, its columns and what they may be."""

    done: Sequence[ImportedEntry]
    notes: Sequence[str]
    columns: Sequence[Column] = ()
    choices: Sequence[tuple[str, str]] = ()

    def of(self, outcome: ImportOutcome) -> list[ImportedEntry]:
        """Return the entries with this outcome."""
        return [each for each in self.done if each.outcome == outcome]


def preview_of(
    file: ImportFile,
    programme: AbstractPage,
    page_type: type[EventKind],
    user: Any,
    *,
    reads_only: bool = False,
    writes_for: float | None = None,
) -> Preview:
    """Return what becomes of the file's entries, or has become of them where it ``writes_for``
    so many seconds.

    With ``reads_only`` the file is read and its entries are not looked at. Raises ``FileRefused``.
    """
    deadline = Deadline()
    read, table, columns = read_file(
        file.name,
        bytes(file.content),
        page_type=page_type,
        timezone=getattr(programme, "default_timezone", "") or settings.TIME_ZONE,
        deadline=deadline,
        columns=file.columns or None,
    )
    if reads_only:
        return Preview((), read.notes)
    importing = Importing(
        programme,
        page_type,
        now=timezone.now(),
        user=user,
        is_to_publish=file.is_to_publish,
        is_dry=writes_for is None,
    )
    if writes_for is not None:
        deadline = Deadline(writes_for)
    done = import_entries(read.entries, importing, deadline)
    if table is None:
        return Preview(done, read.notes)
    return Preview(done, read.notes, _columns(table, columns), [*column_choices(page_type).items()])


def _columns(table: Table, fields: Sequence[str]) -> list[Column]:
    return [
        Column(name, _examples(table, number), field)
        for number, (name, field) in enumerate(zip(table.columns, fields, strict=True))
    ]


def _examples(table: Table, number: int) -> list[str]:
    cells = (row.cells[number] for row in table.rows if len(row.cells) > number)
    found = dict.fromkeys(cell[:40] for cell in cells if cell)
    return list(found)[:EXAMPLES]
