"""What the filters of a list offer: the values that events of this programme have.

Ten thousand events have far more stored facets than the few dozen distinct values. So this uses a
loose index scan (skip from one value to the next), and for each value looks for one event that has
it and that the reader may see. The ORM cannot express this; every supported database can.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.http import HttpRequest

from ..access.privacy import closed_to, may_have_passed_a_restriction
from ..enums import AccessFeature, AttendanceMode, FacetKind
from ..models.kinds import ProgrammeKind
from ..models.occurrences import EventFacet, EventOccurrence
from ..models.page_model import get_page_model
from .scopes import ListScope, scope_of_programme

OFFERED = {
    FacetKind.TOPIC: None,
    FacetKind.AUDIENCE: None,
    FacetKind.HOST: None,
    FacetKind.MODE: AttendanceMode,
    FacetKind.ACCESS: AccessFeature,
}
"""The kinds that filters offer; those with an enum are labelled in the reader's language."""

_LEAPING = """
WITH RECURSIVE known(kind, value) AS (
  {first}
  UNION ALL
  SELECT known.kind, (
    SELECT MIN(f.value) FROM {facet} f WHERE f.kind = known.kind AND f.value > known.value
  )
  FROM known WHERE known.value IS NOT NULL
)"""
_FIRST = "SELECT %s, (SELECT MIN(value) FROM {facet} WHERE kind = %s)"
_GROUPING = """
WITH known(kind, value) AS (
  SELECT kind, value FROM {facet} WHERE kind IN ({kinds}) GROUP BY kind, value
)"""
"""MariaDB does a loose index scan for GROUP BY; the recursive query would read a whole kind."""

_OFFERED_AMONG = """
SELECT known.kind, known.value, (
  SELECT f.label FROM {facet} f JOIN {page} p ON p.{page_key} = f.page_id
  WHERE f.kind = known.kind AND f.value = known.value AND ({within}) {visible}
  LIMIT 1
)
FROM known WHERE known.value IS NOT NULL
"""
_IS_WITHIN, _IS_NOWHERE = "p.path LIKE %s", "1 = 0"
_IS_IN_LOCALE = "AND p.locale_id = %s"
_IS_LISTED = "AND EXISTS (SELECT 1 FROM {occurrence} o WHERE o.page_id = p.{page_key} {public})"
_IS_OPEN = " AND p.path NOT LIKE %s"
_IS_NONE_OF = " AND p.{page_key} NOT IN ({keys})"


@dataclass(frozen=True, slots=True)
class FacetOption:
    """A value that events have; ``value`` goes in the URL, ``label`` is for readers."""

    kind: FacetKind
    value: str
    label: str


def facet_options(programme: ProgrammeKind, request: HttpRequest) -> list[FacetOption]:
    """Return the facets of the events below a programme that the reader may see; one query."""
    return facet_options_in(scope_of_programme(programme, request), request)


def facet_options_in(scope: ListScope, request: HttpRequest | None) -> list[FacetOption]:
    """Return the facets of the events of a scope that the reader may see; one query.

    They are ordered by kind, then by enum order or label.
    """
    sql, params = _statement(scope, request)
    with connections[EventFacet.objects.db].cursor() as cursor:
        cursor.execute(sql, params)
        rows = [(kind, value, label) for kind, value, label in cursor.fetchall() if label]
    return options_of(rows)


def options_of(rows: Iterable[tuple[str, str, str]]) -> list[FacetOption]:
    """Return facets (kind, value, label) as distinct options in order."""
    once = {(kind, value): label for kind, value, label in rows}
    options = [_option(FacetKind(kind), value, label) for (kind, value), label in once.items()]
    return sorted(options, key=_order)


def _statement(scope: ListScope, request: HttpRequest | None) -> tuple[str, list[Any]]:
    """Return the query and its parameters; only table and column names are interpolated."""
    connection = connections[EventFacet.objects.db]
    quote = connection.ops.quote_name
    names = {
        "facet": quote(EventFacet._meta.db_table),
        "occurrence": quote(EventOccurrence._meta.db_table),
        "page": quote(get_page_model()._meta.db_table),
        "page_key": quote(get_page_model()._meta.pk.column),
    }
    known, params = _known_values(names["facet"], groups=connection.vendor == "mysql")
    within = " OR ".join([_IS_WITHIN] * len(scope.paths)) or _IS_NOWHERE
    params += [f"{path}%" for path in scope.paths]
    if scope.locale_id is not None:
        within = f"({within}) {_IS_IN_LOCALE}"
        params.append(scope.locale_id)
    if may_have_passed_a_restriction(request):
        closed = closed_to(request)
        visible = _IS_LISTED.format(**names, public="") + _IS_OPEN * len(closed.paths)
        params += [f"{path}%" for path in closed.paths]
        if closed.page_ids:
            keys = ", ".join(["%s"] * len(closed.page_ids))
            visible += _IS_NONE_OF.format(**names, keys=keys)
            params += closed.page_ids
    else:
        visible = _IS_LISTED.format(**names, public="AND o.is_public = %s")
        params.append(True)
    return known + _OFFERED_AMONG.format(**names, within=within, visible=visible), params


def _known_values(facet: str, *, groups: bool) -> tuple[str, list[Any]]:
    """Return the SQL that finds every kind and value in the table ``facet``, and its parameters."""
    kinds: list[Any] = [kind.value for kind in OFFERED]
    if groups:
        return _GROUPING.format(facet=facet, kinds=", ".join(["%s"] * len(kinds))), kinds
    first = " UNION ALL ".join([_FIRST.format(facet=facet)] * len(kinds))
    return _LEAPING.format(facet=facet, first=first), [kind for kind in kinds for _ in range(2)]


def _option(kind: FacetKind, value: str, label: str) -> FacetOption:
    words = OFFERED[kind]
    is_known = words is not None and value in words.values
    return FacetOption(kind, value, str(words(value).label) if is_known else label)


def _order(option: FacetOption) -> tuple[int, int, str]:
    words = OFFERED[option.kind]
    values = words.values if words else []
    place = values.index(option.value) if option.value in values else len(values)
    return list(OFFERED).index(option.kind), place, option.label.casefold()
