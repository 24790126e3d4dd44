"""The month calendar of a programme: what happens on each day, and the nearest other months."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Subquery
from django.http import HttpRequest
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format

from ..domain.caching import changes_of_meeting, next_midnight
from ..domain.filters import ListFilters, parse_filters
from ..domain.instants import zone
from ..domain.lifecycle import meeting_status
from ..domain.months import Day, Month, Span, Week, month_of, month_weeks, weekdays
from ..enums import Status
from ..http.addresses import Addresses, at_date, month_path, with_query
from ..models.kinds import ProgrammeKind
from ..models.occurrences import FACT_COLUMNS, EventOccurrence
from ..models.page_model import get_page_model
from .events import rows_in
from .rows import ListRows, longest_date
from .scopes import ListScope, scope_of_programme
from .visibility import live_page

COLUMNS = (
    "page",
    "title",
    "date_key",
    "date_param",
    "public_note",
    "location",
    "previous_starts_at",
    "previous_hours",
    "timezone",
    *FACT_COLUMNS,
)
"""Columns that a month fetches for each date."""


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """A date of an event in a month."""

    title: str
    url: str
    status: Status
    occurrence: EventOccurrence

    @property
    def is_off(self) -> bool:
        """Return whether the date does not go ahead."""
        return self.status in (Status.CANCELLED, Status.POSTPONED)


@dataclass(frozen=True, slots=True)
class MonthLink:
    """Another month in which something happens; ``first_day`` names it."""

    first_day: date
    url: str = ""


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """A month as shown; days and times are in ``timezone``.

    ``previous`` and ``next`` link to the nearest months in which something happens.
    """

    month: Month
    weeks: Sequence[Week]
    weekdays: Sequence[tuple[str, str]]
    timezone: str
    today: date
    filters: ListFilters
    previous: MonthLink | None = None
    next: MonthLink | None = None

    @property
    def days(self) -> list[Day]:
        """Return the days on which something happens."""
        return [day for week in self.weeks for day in week if day and day.entries]

    @property
    def first_day(self) -> date:
        """Return the first day, which names the month."""
        return self.month.first_day

    def changes(self, now: datetime) -> set[datetime]:
        """Return when the clock changes what is shown: at midnight, and with each date's status."""
        instants = {next_midnight(now, self.timezone)}
        for day in self.days:
            for entry in day.entries:
                if entry.is_first_day or day.day.day == 1:
                    instants |= changes_of_meeting(entry.what.occurrence.facts())
        return instants


def list_month(
    programme: ProgrammeKind, request: HttpRequest, now: datetime, month: Month | None = None
) -> MonthCalendar | None:
    """Return a month of a programme, by default the current one, with the filters from the URL.

    ``None`` for a distant month in which nothing happens. The parameters ``from``, ``to`` and
    ``when`` are ignored: the month replaces them. Two queries.
    """
    filters = parse_filters(dict(request.GET.lists())).without_dates()
    scope = scope_of_programme(programme, request)
    found = month_in(scope, request, now, filters, month)
    base = programme.get_url(request) or ""
    if found is None:
        return None
    return replace(
        found,
        previous=_linked(found.previous, base, filters),
        next=_linked(found.next, base, filters),
    )


def month_in(
    scope: ListScope,
    request: HttpRequest | None,
    now: datetime,
    filters: ListFilters,
    month: Month | None = None,
) -> MonthCalendar | None:
    """Return a month of the events of a scope, like ``list_month``; its links have no URL yet."""
    timezone = scope.timezone
    today = now.astimezone(zone(timezone)).date()
    month = month or month_of(today)
    rows = rows_in(scope, request, now, filters)
    starts, ends = month.window(timezone)
    before, after, longest = _surroundings(rows, scope, starts, ends)
    spans = [
        Span(_entry(o, scope.addresses, now), *o.when.span_in(timezone))
        for o in rows.between(starts, ends, longest)
        .only(*COLUMNS)
        .annotate(page_path=live_page("url_path"), uid=F("meeting__uid"))
    ]
    if not spans and not month.is_near(today):
        return None
    begins_on = first_weekday()
    return MonthCalendar(
        month=month,
        weeks=month_weeks(month, spans, first_weekday=begins_on),
        weekdays=[(WEEKDAYS[n], WEEKDAYS_ABBR[n]) for n in weekdays(begins_on)],
        timezone=timezone,
        today=today,
        filters=filters,
        previous=_nearest(before, timezone),
        next=_nearest(after, timezone),
    )


def first_weekday() -> int:
    """Return the day on which weeks start in the active language, 0 for Monday."""
    return (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7


def _entry(occurrence: EventOccurrence, addresses: Addresses, now: datetime) -> MonthEntry:
    url = at_date(addresses(occurrence.page_path), occurrence.query)
    return MonthEntry(occurrence.title, url, meeting_status(occurrence.facts(), now), occurrence)


def _surroundings(rows: ListRows, scope: ListScope, starts: datetime, ends: datetime) -> Any:
    """Return when the nearest dates before and after start, and how long the longest date is."""
    found = (
        get_page_model()
        ._default_manager.filter(pk=scope.root.pk)
        .values_list(
            Subquery(longest_date()),
            Subquery(rows.last_before(starts)),
            Subquery(rows.last_planned_once_before(starts)),
            Subquery(rows.first_from(ends)),
            Subquery(rows.first_planned_once_from(ends)),
        )
        .first()
    )
    before = max(filter(None, found[1:3]), default=None)
    after = min(filter(None, found[3:5]), default=None)
    return before, after, found[0] or timedelta(0)


def _nearest(instant: datetime | None, timezone: str) -> MonthLink | None:
    if instant is None:
        return None
    return MonthLink(month_of(instant.astimezone(zone(timezone)).date()).first_day)


def _linked(link: MonthLink | None, base: str, filters: ListFilters) -> MonthLink | None:
    if link is None or not base:
        return None
    path = month_path(link.first_day.year, link.first_day.month)
    return replace(link, url=with_query(f"{base}{path}", filters.query))
