"""Parameters of lists in both API versions: those of the site's own lists, read strictly.

An address that people type ignores what means nothing. A program that asks for something unknown
has a mistake, so the API names it. Topics, audiences and hosts that nothing has find nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from django.http import QueryDict
from django.utils.translation import gettext as _

from ..conf import settings
from ..domain.cursors import Position, read_cursor
from ..domain.filters import MOST_VALUES, PAST, UPCOMING, ListFilters, parse_filters
from ..enums import AccessFeature, AttendanceMode, Status
from ..http.odd_characters import fault_of

WORDS: Mapping[str, Sequence[str]] = {
    "when": (UPCOMING, PAST),
    "each": ("date",),
    "mode": AttendanceMode.values,
    "access": AccessFeature.values,
    "status": Status.values,
}
"""The filters that take one of a few words."""

DAYS = ("from", "to")
FREE = ("tag", "audience", "host", "q")

FILTERS = (*WORDS, *FREE, *DAYS)
"""Every filter of the list of a programme, apart from its page number."""

OF_PACKS = tuple(name for name in FILTERS if name not in ("when", "each", "status"))
"""The filters of a list of packs, which is about what has taken place."""

EVENT = "event"
"""The parameter that names the event that packs are about."""

FACETS = "facets"
INCLUDED = (FACETS,)
"""What ``include`` adds to a list of events."""

MOST_CARDS = 100
LARGEST_KEY = 2**31 - 1
MOST_DIGITS = 9
"""Most digits of an offset or a key: databases differ in the integers that they accept."""


class BadParameters(Exception):
    """Parameters that mean nothing: the name of each, and why."""

    def __init__(self, faults: Iterable[tuple[str, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{name}: {message}" for name, message in self.faults))


def read_filters(
    query: QueryDict, *, filters: Collection[str] = FILTERS, beside: Collection[str] = ()
) -> ListFilters:
    """Return the filters in a query; raise ``BadParameters`` with everything that means nothing.

    ``filters`` are those that the list takes; ``beside`` are its further parameters, which are not
    read here.
    """
    faults = [*_faults(query, filters, beside)]
    if faults:
        raise BadParameters(faults)
    return parse_filters({name: values for name, values in query.lists() if name in filters})


def read_position(query: QueryDict, filters: ListFilters, now: datetime) -> Position | None:
    """Return where ``cursor`` goes on, ``None`` without one; raise ``BadParameters`` for no cursor.

    No list was begun after ``now``, and a list of one part goes on in that part.
    """
    text = query.get("cursor", "")
    if not text:
        return None
    try:
        position = read_cursor(text)
    except ValueError:
        position = None
    if position is None or position.as_of > now or filters.when not in ("", position.part):
        raise BadParameters([("cursor", _("This is no cursor of this list."))])
    return position


def read_limit(query: QueryDict, *, otherwise: int | None = None) -> int:
    """Return ``limit``, by default the size of a page; raise ``BadParameters`` for no number."""
    text = query.get("limit", "")
    if not text:
        return otherwise or max(settings.PAGE_SIZE, 1)
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and 1 <= int(text) <= MOST_CARDS):
        message = _("Send a number from 1 to %(most)d.") % {"most": MOST_CARDS}
        raise BadParameters([("limit", message)])
    return int(text)


def _faults(
    query: QueryDict, filters: Collection[str], beside: Collection[str]
) -> Iterator[tuple[str, str]]:
    for name, values in query.lists():
        odd = next(filter(None, map(fault_of, (name, *values))), None)
        if odd is not None:
            yield name, str(odd)
        elif name not in filters and name not in beside:
            yield name, _("Neither a filter nor anything else that this list takes.")
        elif len(values) > MOST_VALUES:
            yield name, _("Ask for at most %(count)d at once.") % {"count": MOST_VALUES}
        elif name in filters and name in WORDS:
            yield from ((name, fault) for fault in _unknown_words(name, values))
        elif name in filters and name in DAYS and values[-1] and not _is_day(values[-1]):
            yield name, _("Send a day, such as 2027-06-01.")


def _unknown_words(name: str, values: Sequence[str]) -> Iterator[str]:
    known = WORDS[name]
    given = {values[-1]} if name == "each" else _listed_words(values)
    for word in sorted(given - {"", *known}):
        words = {"word": word, "known": ", ".join(known)}
        yield _("“%(word)s” is none of: %(known)s.") % words


def _listed_words(values: Iterable[str]) -> set[str]:
    return {word for value in values for word in value.strip().split(",")}


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def read_word(query: QueryDict, name: str, known: Sequence[str]) -> str:
    """Return a parameter that is one of a few words, or empty; raise ``BadParameters`` if not."""
    word: str = query.get(name, "")
    if word and word not in known:
        words = {"word": word, "known": ", ".join(known)}
        raise BadParameters([(name, _("“%(word)s” is none of: %(known)s.") % words)])
    return word


def read_event(query: QueryDict) -> int | None:
    """Return the key in ``event``, ``None`` without one; raise ``BadParameters`` for no key."""
    text: str = query.get(EVENT, "")
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise BadParameters([(EVENT, _("Send the id of an event."))])
    return int(text)


def read_offset(query: QueryDict) -> int:
    """Return ``offset``, by default 0; raise ``BadParameters`` for no number."""
    text = query.get("offset", "") or "0"
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise BadParameters([("offset", _("Send a number from 0 on."))])
    return int(text)
