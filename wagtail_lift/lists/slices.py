"""A list from an offset on, as APIs with numbered pages ask for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import QuerySet

from ..models.occurrences import EventOccurrence
from .rows import ListRows
from .walks import PARTS, ListedRow, with_identity


@dataclass(frozen=True)
class SlicedList:
    """The rows of a list in order, to be counted and sliced like a queryset.

    ``fetch`` chooses the columns.
    """

    rows: ListRows
    fetch: Callable[[QuerySet[EventOccurrence]], QuerySet[EventOccurrence]] = with_identity

    def count(self) -> int:
        """Return how many rows there are; one query, only once."""
        return sum(self._counts.values())

    def __getitem__(self, part: slice) -> list[ListedRow]:
        """Return the rows from ``part.start`` up to ``part.stop``; up to two queries."""
        found: list[ListedRow] = []
        before = 0
        for when in PARTS:
            count = self._counts.get(when, 0)
            start, end = max(part.start - before, 0), min(part.stop - before, count)
            of_part = self.rows.part(when) if start < end else None
            if of_part is not None:
                found += [ListedRow(when, row) for row in self.fetch(of_part)[start:end]]
            before += count
        return found

    def keys_only(self) -> "SlicedList":
        """Return the list with the keys of its pages alone."""
        return replace(self, fetch=_with_keys)

    @cached_property
    def _counts(self) -> dict[str, int]:
        return self.rows.counts()


def _with_keys(rows: QuerySet[EventOccurrence]) -> QuerySet[EventOccurrence]:
    return rows.only("page")
