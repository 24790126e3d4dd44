"""Which dates a calendar holds, its ETag, and its stored entries, streamed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from django.db import connections
from django.db.models import Max, Q, QuerySet, Sum

from ..access.site_hosts import only_of_this_site
from ..conf import settings
from ..domain.recurrence import horizon_end
from ..enums import FacetKind, MeetingState
from ..http.addresses import DATE_PARAMETER, ICS_OF_HOST_ROUTE, ICS_OF_TAG_ROUTE, with_slug
from ..models.hosts import get_host_model
from ..models.kinds import EventKind, ProgrammeKind
from ..models.occurrences import EventFacet, EventOccurrence

CANCELLED_FOR = timedelta(days=90)
"""How long a cancelled date stays in calendars after its last change, so that apps remove it."""

LONGEST = 36500
"""Most days that the past is kept, whatever the setting says."""

CHUNK = 250
"""Entries in memory at once."""

KEYS_AT_ONCE = 500
"""Entries in memory at once if the database driver fetches the whole result of a query."""

ENTRY_COLUMNS = (
    "meeting",
    "page__url_path",
    "date_param",
    "entry_changed_at",
    "calendar_entry__text",
)
"""Columns fetched for an entry: the date, its URL, and the stored text."""

StoredEntry = tuple[int, str, str, datetime, str]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A filter on a programme's calendar: a kind of facet, its values, and a label.

    Without values, nothing matches.
    """

    kind: FacetKind
    values: tuple[str, ...] = ()
    label: str = ""


def by_topic(slug: str) -> Narrowing:
    """Return the filter for the events of one topic."""
    facet = EventFacet.objects.filter(kind=FacetKind.TOPIC, value=slug).order_by("pk").first()
    return Narrowing(FacetKind.TOPIC, (slug,), facet.label) if facet else Narrowing(FacetKind.TOPIC)


def by_host(slug: str, programme: ProgrammeKind) -> Narrowing:
    """Return the filter for the events of one public host of the programme's site."""
    named = get_host_model()._default_manager.public().filter(slug=slug).order_by("pk")
    hosts = list(only_of_this_site(named, programme, None))
    keys = tuple(str(host.translation_key) for host in hosts)
    return Narrowing(FacetKind.HOST, keys, hosts[0].display_name if hosts else "")


class PathsBelow:
    """The paths of dates below a page whose ``url_path`` has ``above`` characters.

    The dates of an event come one after another, so the last page's quoted path is cached.
    """

    def __init__(self, above: int) -> None:
        self._above = above
        self._url_path = self._path = ""

    def of_date(self, url_path: str, date_param: str) -> str:
        """Return the path and query of a date, from its page's ``url_path`` and its ``?date=``."""
        if url_path != self._url_path:
            self._url_path, self._path = url_path, quote(url_path[self._above :])
        return f"{self._path}?{DATE_PARAMETER}={_quoted(date_param)}" if date_param else self._path


@lru_cache(maxsize=1024)
def _quoted(date_param: str) -> str:
    return quote(date_param, safe="")


def dates_of_event(page: EventKind) -> QuerySet:
    """Return all dated occurrences that an event page shows, however old."""
    return EventOccurrence.objects.filter(page=page.pk, starts_at__isnull=False)


def only_date(dates: QuerySet, chosen: EventOccurrence | None) -> QuerySet:
    """Keep only the requested date of an event; nothing if it has no such date."""
    return dates.filter(meeting=chosen.meeting_id) if chosen else dates.none()


def dates_of_programme(
    programme: ProgrammeKind, now: datetime, narrowings: Iterable[Narrowing] = ()
) -> QuerySet:
    """Return the public dated occurrences below a programme that belong in its calendar.

    Past ones are kept for ``WAGTAIL_LIFT_CALENDAR_PAST_DAYS``, cancelled ones for 90 days after
    their last change; future ones go ``WAGTAIL_LIFT_CALENDAR_AHEAD_MONTHS`` ahead.
    """
    dates = EventOccurrence.objects.public().filter(
        in_window(now), page__path__range=_paths_below(programme), page__live=True
    )
    dates = dates.exclude(state=MeetingState.CANCELLED, entry_changed_at__lte=now - CANCELLED_FOR)
    for narrowing in narrowings:
        facets = EventFacet.objects.filter(kind=narrowing.kind, value__in=narrowing.values)
        dates = dates.filter(page__in=facets.values("page"))
    return dates


def _paths_below(page: ProgrammeKind) -> tuple[str, str]:
    """Return the bounds of the paths below a page: unlike a prefix, a range can use an index."""
    return page.path, f"{page.path}{page.alphabet[-1] * page.steplen}"


def in_window(now: datetime) -> Q:
    """Return the condition that a date is in the time window of a programme's calendar.

    Without a window, calendars would grow until apps stop reading them.
    """
    last = horizon_end(now.date(), settings.CALENDAR_AHEAD_MONTHS)
    return Q(
        starts_at__lt=datetime.combine(last + timedelta(days=1), time.min, UTC),
        ends_at__gt=now - timedelta(days=min(settings.CALENDAR_PAST_DAYS, LONGEST)),
    )


def calendar_filters(programme: ProgrammeKind) -> list[str]:
    """Return the paths, below a programme, of its filtered calendars."""
    below = EventFacet.objects.filter(page__path__startswith=programme.path)
    tags = below.filter(kind=FacetKind.TOPIC).order_by("value").values_list("value", flat=True)
    keys = below.filter(kind=FacetKind.HOST).values_list("value", flat=True).distinct()
    hosts = get_host_model()._default_manager.public().filter(translation_key__in=list(keys))
    slugs = hosts.order_by("slug").values_list("slug", flat=True).distinct()
    return [
        *(f"/{with_slug(ICS_OF_TAG_ROUTE, slug)}" for slug in tags.distinct()),
        *(f"/{with_slug(ICS_OF_HOST_ROUTE, slug)}" for slug in slugs if slug),
    ]


def etag_of(dates: QuerySet, *shown: object) -> str:
    """Return the ETag of a calendar of these occurrences, for which ``shown`` stands beside them.

    It changes when any entry changes, is added or is removed. One query, answered from an index.
    """
    found = dates.order_by().aggregate(
        total=Sum("entry_fingerprint"), changed_at=Max("entry_changed_at")
    )
    facts = (int(found["total"] or 0), found["changed_at"], shown)
    return f'"{sha256(repr(facts).encode()).hexdigest()[:32]}"'


def told_zones(dates: QuerySet) -> list[str]:
    """Return the time zones in which a calendar gives its times, except UTC."""
    zones = dates.exclude(entry_timezone="").order_by("entry_timezone")
    return list(zones.values_list("entry_timezone", flat=True).distinct())


def stored_entries(dates: QuerySet) -> Iterator[StoredEntry]:
    """Yield the entries of these occurrences, each meeting once, as rows of ``ENTRY_COLUMNS``.

    Memory is bounded, however many entries there are: one query, read with ``iterator()``. If the
    driver would fetch everything at once (MySQL, MariaDB), it fetches the first chunk, then the
    primary keys of the rest in order, and the rest by those keys: sorting what is left for each
    chunk would be slower the more there is.
    """
    rows = (
        dates.filter(calendar_entry__isnull=False)
        .order_by("meeting", "page")
        .values_list(*ENTRY_COLUMNS)
    )
    known = None
    for row in _bit_by_bit(rows):
        if row[0] != known:
            known = row[0]
            yield row


def _bit_by_bit(rows: QuerySet) -> Iterator[Any]:
    if connections[rows.db].vendor != "mysql":
        yield from rows.iterator(chunk_size=CHUNK)
        return
    first = list(rows[:CHUNK])
    yield from first
    if len(first) == CHUNK:
        rest = rows.filter(meeting__gt=first[-1][0])
        keys = list(rest.values_list("pk", flat=True))
        for start in range(0, len(keys), KEYS_AT_ONCE):
            yield from rest.filter(pk__in=keys[start : start + KEYS_AT_ONCE])
