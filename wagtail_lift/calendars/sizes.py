"""How large a site's calendars are: calendar apps stop reading ones that are too large."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Count, Func, IntegerField, Sum

from ..conf import settings
from ..models.kinds import ProgrammeKind, page_types
from ..models.occurrences import EventOccurrence
from ..models.page_model import get_page_model
from .dates import in_window

LARGE = 900_000
"""Bytes from which a calendar counts as too large: Google Calendar stops at a million."""

CACHED_FOR = 3600
"""Seconds."""

_FILLED_IN = 45
"""Bytes in a date's URL besides the path of its page: the site, and ``?date=``."""

_STAMPS = 30
"""Bytes by which two timestamps are longer than their placeholders in a stored entry."""


class ByteLength(Func):
    """The number of bytes in a text, in UTF-8."""

    function = "OCTET_LENGTH"
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Use LENGTH of a blob: SQLite only has OCTET_LENGTH since 3.43."""
        template = "LENGTH(CAST(%(expressions)s AS BLOB))"
        return self.as_sql(compiler, connection, template=template, **context)


@dataclass(frozen=True, slots=True)
class LargeCalendar:
    """A published page whose calendar is too large; ``size`` is approximate, in bytes."""

    page_id: int
    path: str
    title: str
    size: int
    is_programme: bool

    @property
    def kilobytes(self) -> int:
        """Return the size in units of a thousand bytes."""
        return round(self.size / 1000)


def large_calendars(now: datetime, *, using: str = DEFAULT_DB_ALIAS) -> list[LargeCalendar]:
    """Return the public calendars of at least ``LARGE`` bytes, largest first.

    Two queries, plus one if there are any. A date that a programme shows twice, through an alias,
    counts twice.
    """
    pages = get_page_model()._default_manager.using(using)
    programmes = set(
        pages.type(*page_types(ProgrammeKind)).filter(live=True).values_list("path", flat=True)
    )
    sizes: dict[str, int] = defaultdict(int)
    for path, own, in_programmes in _sizes_of_events(now, using):
        sizes[path] = own
        for above in _paths_above(path, pages.model.steplen):
            if above in programmes:
                sizes[above] += in_programmes
    large = {path: size for path, size in sizes.items() if size >= LARGE}
    found = [
        LargeCalendar(pk, path, title, large[path], path in programmes)
        for pk, path, title in pages.filter(path__in=large).values_list("pk", "path", "title")
    ]
    return sorted(found, key=lambda calendar: (-calendar.size, calendar.path))


def cached_large_calendars(now: datetime) -> list[LargeCalendar]:
    """Like ``large_calendars``, cached for ``CACHED_FOR`` seconds: it is slow on a large site."""
    window = f"{settings.CALENDAR_PAST_DAYS}.{settings.CALENDAR_AHEAD_MONTHS}"
    key = f"wagtail_lift.large_calendars.{window}"
    return list(cache.get_or_set(key, lambda: large_calendars(now), CACHED_FOR) or ())


def _sizes_of_events(now: datetime, using: str) -> Iterator[tuple[str, int, int]]:
    """Yield each public event's path, the size of its calendar, and its share of programmes'."""
    size = ByteLength("calendar_entry__text")
    rows = (
        EventOccurrence.objects.using(using)
        .public()
        .filter(page__live=True, calendar_entry__isnull=False)
        .order_by()
        .values_list("page__path", "page__url_path")
        .annotate(
            dates=Count("pk"),
            size=Sum(size),
            dates_told=Count("pk", filter=in_window(now)),
            size_told=Sum(size, filter=in_window(now)),
        )
    )
    for path, url_path, dates, own, dates_told, told in rows:
        each = 2 * (len(url_path) + _FILLED_IN) + _STAMPS
        yield path, int(own) + dates * each, int(told or 0) + dates_told * each


def _paths_above(path: str, step: int) -> Iterator[str]:
    return (path[:length] for length in range(step, len(path), step))
