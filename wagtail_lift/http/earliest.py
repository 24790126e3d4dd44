"""The earliest instant of another table as a column of any query."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, Expression, Model


class Earliest(Expression):
    """The earliest instant in one column of a whole table.

    Only instants after ``after`` and up to ``until`` count; ``only`` maps columns to the value that
    a row must have. It is equivalent to a ``Subquery`` but takes no time to compile: every page
    response needs several.
    """

    output_field = DateTimeField()

    def __init__(
        self,
        model: type[Model],
        column: str,
        *,
        after: datetime | None = None,
        until: datetime | None = None,
        only: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__()
        self._model, self._column = model, column
        bounds = [(column, ">", after), (column, "<=", until)]
        self._bounds = [bound for bound in bounds if bound[2] is not None]
        self._bounds += [(name, "=", value) for name, value in (only or {}).items()]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Return the SQL and its parameters."""
        meta, quote = self._model._meta, connection.ops.quote_name
        table, column = quote(meta.db_table), quote(meta.get_field(self._column).column)
        bounds = [(meta.get_field(name), sign, value) for name, sign, value in self._bounds]
        rows = " AND ".join(f"{quote(field.column)} {sign} %s" for field, sign, _ in bounds)
        where = f" WHERE {rows}" if rows else ""
        params = [field.get_db_prep_value(value, connection) for field, _, value in bounds]
        sql = f"(SELECT MIN({column}) FROM {table}{where})"  # noqa: S608 -- names only
        return sql, params
