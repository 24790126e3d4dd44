"""A file of whichever format, read."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from ..models.kinds import EventKind
from .csv_columns import guess_columns, known_columns
from .csv_entries import entries_of
from .csv_tables import Table, read_table
from .entries import ReadFile
from .icalendar_files import read_icalendar
from .limits import Deadline, FileRefused

ENDINGS = (".ics", ".ical", ".csv", ".tsv")
OTHER_KIND = _("Choose an iCalendar file (.ics) or a table as CSV (.csv).")


def is_icalendar(name: str, content: bytes) -> bool:
    """Return whether a file is read as iCalendar, by its name, else by how it begins."""
    if name.lower().endswith((".ics", ".ical")):
        return True
    return content[:64].lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCALENDAR")


def refuse_other_kinds(name: str) -> None:
    """Raise ``FileRefused`` for a file with another ending."""
    if not name.lower().endswith(ENDINGS):
        raise FileRefused(OTHER_KIND)


def read_file(
    name: str,
    content: bytes,
    *,
    page_type: type[EventKind],
    timezone: str,
    deadline: Deadline,
    columns: Sequence[str] | None = None,
) -> tuple[ReadFile, Table | None, list[str]]:
    """Return the events of a file; of a table also the table, and the field of each column.

    ``columns`` are the fields chosen for the columns; without, they are guessed. Raises
    ``FileRefused``.
    """
    refuse_other_kinds(name)
    if is_icalendar(name, content):
        return read_icalendar(content, timezone=timezone, deadline=deadline), None, []
    table = read_table(content, deadline)
    if columns is None:
        fields = guess_columns(table.columns, page_type)
    else:
        fields = known_columns(columns, table.columns, page_type)
    return entries_of(table, fields, page_type, deadline), table, fields
