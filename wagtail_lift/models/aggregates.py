"""An aggregate of a table of its own as a column of any query; what is asked most needs several."""

from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, Expression, Field


class Aggregated(Expression):
    """An aggregate (``MIN``, ``MAX``, ``COUNT``) of one column of a whole table.

    Of a column of instants, only those after ``after`` and up to ``until`` may count. It says what
    a subquery says, and is written in no time; its rows are those of no query around it.
    """

    def __init__(
        self,
        function: str,
        model: Any,
        column: str,
        *,
        after: datetime | None = None,
        until: datetime | None = None,
        output_field: Field | None = None,
    ) -> None:
        super().__init__(output_field=output_field or DateTimeField())
        self._function, self._model, self._column = function, model, column
        self._bounds = [(">", after), ("<=", until)]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Return the SQL and its parameters."""
        field = self._model._meta.get_field(self._column)
        table, column = map(connection.ops.quote_name, (self._model._meta.db_table, field.column))
        bounds = [(sign, instant) for sign, instant in self._bounds if instant is not None]
        rows = " AND ".join(f"{column} {sign} %s" for sign, _ in bounds)
        where = f" WHERE {rows}" if rows else ""
        params = [field.get_db_prep_value(instant, connection) for _, instant in bounds]
        sql = f"(SELECT {self._function}({column}) FROM {table}{where})"  # noqa: S608 -- names only
        return sql, params
