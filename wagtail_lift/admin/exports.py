"""Exports that are safe to open in a spreadsheet program."""

from collections.abc import Mapping
from typing import Any

from ..formats.spreadsheets import plain_cell, safe_cell


class SafeExportMixin:
    """Put this before a view that exports: no cell breaks the file or is read as a formula.

    XLSX files allow no control characters; Wagtail marks each of their cells as text.
    """

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return the value to write into a cell."""
        written = plain_cell(super().preprocess_field_value(field, value, export_format))
        return safe_cell(written) if export_format == self.FORMAT_CSV else written


class ColumnExportMixin(SafeExportMixin):
    """Exports computed columns; ``export_columns`` has their names and headings."""

    export_columns: Mapping[str, Any] = {}

    @property
    def list_export(self) -> list[str]:
        """Return the names of the columns, in order."""
        return list(self.export_columns)

    @property
    def export_headings(self) -> dict[str, str]:
        """Return the headings by column name."""
        return {name: str(heading) for name, heading in self.export_columns.items()}
