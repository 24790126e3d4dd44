"""A list from any of its rows on: first all of its upcoming part, then all of its past part."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, Q, QuerySet

from ..domain.cursors import Position
from ..domain.filters import PAST, UPCOMING
from ..models.occurrences import EventOccurrence
from .rows import ListRows, with_path

PARTS = (UPCOMING, PAST)


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list, and the part that lists it."""

    part: str
    occurrence: EventOccurrence


@dataclass(frozen=True, slots=True)
class Walk:
    """Some rows of a list in order; ``last`` is where it goes on, ``None`` at its end."""

    rows: Sequence[ListedRow]
    last: Position | None


def walk(rows: ListRows, after: Position | None, limit: int) -> Walk:
    """Return up to ``limit`` rows after a position, by default from the start; at most two queries.

    A row that is added meanwhile is listed if its place lies ahead. Rows are in the order in which
    pages of the list show them.
    """
    as_of = after.as_of if after is not None else rows.now
    rows = replace(rows, now=as_of)
    found: list[ListedRow] = []
    for part in PARTS if after is None else PARTS[PARTS.index(after.part) :]:
        of_part = rows.part(part)
        wanted = limit + 1 - len(found)
        if of_part is None or wanted <= 0:
            continue
        if after is not None and after.part == part:
            of_part = of_part.filter(_beyond(after))
        found += [ListedRow(part, row) for row in with_identity(of_part)[:wanted]]
    shown = found[:limit]
    return Walk(shown, _position(shown[-1], as_of) if len(found) > limit else None)


def with_identity(rows: QuerySet[EventOccurrence]) -> QuerySet[EventOccurrence]:
    """Annotate rows with what names their page and meeting; no page is fetched."""
    return with_path(rows).annotate(
        page_path=F("page__path"),
        page_slug=F("page__slug"),
        page_type=F("page__content_type"),
        page_locale=F("page__locale"),
        page_language=F("page__locale__language_code"),
        page_translation_key=F("page__translation_key"),
        uid=F("meeting__uid"),
    )


def _position(row: ListedRow, as_of: datetime) -> Position:
    return Position(row.part, row.occurrence.listed_at, row.occurrence.pk, as_of)


def _beyond(position: Position) -> Q:
    """Return the condition that a row comes after a position in its part.

    The first comparison alone bounds the index scan.
    """
    side = "gt" if position.part == UPCOMING else "lt"
    bound = Q(**{f"listed_at__{side}e": position.listed_at})
    return bound & (
        Q(**{f"listed_at__{side}": position.listed_at}) | Q(**{f"pk__{side}": position.key})
    )
