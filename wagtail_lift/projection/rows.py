"""Write derived rows, but only those that differ from what is stored."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from operator import attrgetter
from typing import Any

from django.db import connections
from django.db.models import Model

from ..models.fields.derived import ListedAtField, TakesField

AT_ONCE = 200
"""Rows written by one statement."""


def write_rows(
    model: type[Model], rows: Mapping[int, Sequence[Any]], *, known_by: Iterable[str]
) -> set[int]:
    """Replace the stored rows of pages with those given (unsaved); return the pages that changed.

    ``rows`` is keyed by page, empty for a page that should have none. ``known_by`` names the
    columns that, with the page, identify a row: it keeps its primary key, which is also set on the
    instance in ``rows``.
    """
    names = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    values_of, identity_of = attrgetter(*names), attrgetter("page_id", *known_by)
    places = [names.index(name) for name in ("page_id", *known_by)]
    new = {identity_of(row): row for row in _derived(model, rows)}
    gone: dict[int, int] = {}
    changed = []
    for key, *values in model._default_manager.filter(page__in=rows).values_list("pk", *names):
        row = new.pop(tuple(values[place] for place in places), None)
        if row is None:
            gone[key] = values[places[0]]
            continue
        row.pk = key
        if list(map(_plain, values_of(row))) != values:
            changed.append(row)
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
    upsert(model, changed, [name.removesuffix("_id") for name in names])
    model._default_manager.bulk_create(new.values(), batch_size=AT_ONCE)
    return {*gone.values(), *(row.page_id for row in (*changed, *new.values()))}


def _derived(model: type[Model], rows: Mapping[int, Sequence[Any]]) -> Iterable[Any]:
    """Yield all rows with their derived columns set."""
    fields = [f for f in model._meta.fields if isinstance(f, ListedAtField | TakesField)]
    for of_page in rows.values():
        for row in of_page:
            for field in fields:
                field.pre_save(row, True)
            yield row


def upsert(model: type[Model], rows: Sequence[Any], columns: Sequence[str]) -> None:
    """Insert or update rows that have primary keys: faster than a CASE for each column."""
    manager = model._default_manager
    names_target = connections[manager.db].features.supports_update_conflicts_with_target
    manager.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        update_fields=columns,
        unique_fields=["pk"] if names_target else None,  # MariaDB accepts none
    )


def _plain(value: Any) -> Any:
    """Return a value as the database gives it back."""
    return value.value if isinstance(value, Enum) else value
