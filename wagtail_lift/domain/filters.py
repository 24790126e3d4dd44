"""List filters: read from a query string, and written back to one.

Query strings are typed, shared and guessed, so parsing never fails: it ignores values that mean
nothing and keeps the rest.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from ..enums import AccessFeature, AttendanceMode, Status
from .instants import to_instant

UPCOMING = "upcoming"
PAST = "past"

LONGEST_TEXT = 200
"""How many characters of a value are read; no facet and no sensible search is longer."""

MOST_VALUES = 20
"""How many values of one parameter are read, to limit the size of the database query."""


@dataclass(frozen=True, slots=True)
class ListFilters:
    """What a list shows; the default is everything.

    ``when`` is ``upcoming``, ``past`` or empty for both parts; ``each_date`` lists dates instead of
    events. For ``tag``, ``audience``, ``host``, ``mode`` and ``status`` any of the values must
    match, for ``access`` all of them. ``from_day`` and ``to_day`` are days in the programme's zone.
    """

    when: str = ""
    each_date: bool = False
    tag: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    from_day: date | None = None
    to_day: date | None = None
    q: str = ""
    page: int = 1

    @property
    def narrows(self) -> bool:
        """Return whether any filter is set; part, page and ``each_date`` do not count."""
        return self.without_part() != ListFilters(each_date=self.each_date)

    @property
    def narrows_dates(self) -> bool:
        """Return whether the filters select among the dates of one event."""
        return bool(self.status or self.from_day or self.to_day)

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """Return each active filter as a query parameter and its value."""
        return tuple(pair for pair in self._pairs() if pair[0] not in ("when", "each", "page"))

    @property
    def query(self) -> str:
        """Return the canonical query string, empty if it has no parameters."""
        return urlencode(self._pairs())

    def _pairs(self) -> list[tuple[str, str]]:
        single = {
            "when": self.when,
            "each": "date" if self.each_date else "",
            "from": self.from_day.isoformat() if self.from_day else "",
            "to": self.to_day.isoformat() if self.to_day else "",
            "q": self.q,
            "page": str(self.page) if self.page > 1 else "",
        }
        pairs = []
        for name in PARAMETERS:
            if name in single:
                pairs += [(name, single[name])] if single[name] else []
            else:
                pairs += [(name, value) for value in getattr(self, name)]
        return pairs

    def without(self, name: str, value: str) -> "ListFilters":
        """Return the filters without one of ``values``, on the first page."""
        left: Any = tuple(kept for kept in getattr(self, name, ()) if kept != value)
        if name in ("from", "to"):
            name, left = f"{name}_day", None
        elif name == "q":
            left = ""
        return replace(self.on_page(1, self.when), **{name: left})

    def without_dates(self) -> "ListFilters":
        """Return the filters without days and part, on the first page."""
        return replace(self.without_part(), from_day=None, to_day=None)

    def without_part(self) -> "ListFilters":
        """Return the filters for both parts, on the first page."""
        return replace(self, when="", page=1)

    def on_page(self, page: int, when: str) -> "ListFilters":
        """Return the filters for one page of one part."""
        return replace(self, page=page, when=when)

    def window(self, timezone: str) -> tuple[datetime | None, datetime | None]:
        """Return the instants (UTC) that a date must overlap; ``None`` for no limit."""
        starts, ends = self.from_day, self.to_day
        next_day = ends + timedelta(days=1) if ends and ends < date.max else ends
        return (
            to_instant(starts, time(0, 0), timezone) if starts else None,
            to_instant(next_day, time(0, 0), timezone) if next_day else None,
        )


PARAMETERS = (
    "when",
    "each",
    "tag",
    "audience",
    "host",
    "mode",
    "access",
    "status",
    "from",
    "to",
    "q",
    "page",
)
"""The query parameters in their canonical order."""


def parse_filters(query: Mapping[str, Sequence[str]]) -> ListFilters:
    """Return the filters in a query string; each parameter may be repeated.

    ``when``, ``mode``, ``access`` and ``status`` also accept one comma-separated value.
    """
    parts = set(_known(query, "when", (UPCOMING, PAST)))
    from_day, to_day = _day(query, "from"), _day(query, "to")
    if from_day and to_day and to_day < from_day:
        from_day, to_day = to_day, from_day
    return ListFilters(
        when=parts.pop() if len(parts) == 1 else "",
        each_date=_last(query, "each") == "date",
        tag=_values(query, "tag"),
        audience=_values(query, "audience"),
        host=_values(query, "host"),
        mode=_known(query, "mode", AttendanceMode.values),
        access=_known(query, "access", AccessFeature.values),
        status=_known(query, "status", Status.values),
        from_day=from_day,
        to_day=to_day,
        q=" ".join(_last(query, "q").split())[:LONGEST_TEXT].strip(),
        page=_page(query),
    )


def _values(query: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    given = (value.strip()[:LONGEST_TEXT] for value in query.get(name, ()) if "\0" not in value)
    return tuple(dict.fromkeys(filter(None, given)))[:MOST_VALUES]


def _known(query: Mapping[str, Sequence[str]], name: str, known: Iterable[str]) -> tuple[str, ...]:
    given = {word for value in _values(query, name) for word in value.split(",")}
    return tuple(word for word in known if word in given)


def _last(query: Mapping[str, Sequence[str]], name: str) -> str:
    values = query.get(name, ())
    return values[-1].replace("\0", "") if values else ""


def _day(query: Mapping[str, Sequence[str]], name: str) -> date | None:
    try:
        return date.fromisoformat(_last(query, name))
    except ValueError:
        return None


def _page(query: Mapping[str, Sequence[str]]) -> int:
    text = _last(query, "page")
    number = int(text) if text.isdecimal() and len(text) < 7 else 1
    return max(number, 1)
