"""Write rows that are worked out anew each time, but only those that differ from what is stored."""

from collections.abc import Mapping, Sequence
from enum import Enum
from operator import attrgetter
from typing import Any

from django.db.models import Model

from ..models.derived_columns import ListedAtField, TakesField

AT_ONCE = 200
"""How many rows one statement writes."""


def write_rows(model: type[Model], rows: Mapping[int, Sequence[Any]]) -> set[int]:
    """Make the stored rows of pages those given (unsaved); return which pages' rows were not.

    ``rows`` are those of each page by its key; empty where a page has none any more. A row that
    is what it was stays as it is, its own key included.
    """
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    names = [field.attname for field in fields]
    values_of = attrgetter(*names)
    derived = [field for field in fields if isinstance(field, ListedAtField | TakesField)]
    missing: dict[tuple[Any, ...], Any] = {}
    for of_page in rows.values():
        for row in of_page:
            for field in derived:
                field.pre_save(row, True)
            missing[tuple(map(_plain, values_of(row)))] = row
    gone: dict[int, int] = {}
    stored = model._default_manager.filter(page__in=rows)
    for key, page_id, *values in stored.values_list("pk", "page_id", *names):
        if missing.pop(tuple(values), None) is None:
            gone[key] = page_id
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
    model._default_manager.bulk_create(missing.values(), batch_size=AT_ONCE)
    return {*gone.values(), *(row.page_id for row in missing.values())}


def _plain(value: Any) -> Any:
    """Return a value as the database gives it back."""
    return value.value if isinstance(value, Enum) else value
