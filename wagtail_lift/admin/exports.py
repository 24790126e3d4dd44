"""Exports that are safe to open in a spreadsheet program."""

from collections.abc import Mapping
from typing import Any

from ..formats.spreadsheets import plain_cell, safe_cell


class SafeExportMixin:
    """Put before a view that exports: no cell breaks the file or is read as a formula.

    XLSX files take no control characters, and say of each cell that it is text, which Wagtail sees
    to.
    """

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return what is written into a cell."""
        written = plain_cell(super().preprocess_field_value(field, value, export_format))
        return safe_cell(written) if export_format == self.FORMAT_CSV else written


class ColumnExportMixin(SafeExportMixin):
    """An export whose columns the view computes: ``export_columns`` names and heads them."""

    export_columns: Mapping[str, Any] = {}

    @property
    def list_export(self) -> list[str]:
        """Return the names of the columns, in order."""
        return list(self.export_columns)

    @property
    def export_headings(self) -> dict[str, str]:
        """Return the headings by the names of their columns."""
        return {name: str(heading) for name, heading in self.export_columns.items()}
