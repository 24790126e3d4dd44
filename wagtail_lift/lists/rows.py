"""The rows of a list: which occurrences match, and at which of its dates an event is listed.

Conditions on the page (facets, text, privacy) apply to all dates of an event; conditions on the
date (part, days, status) decide at which date the event is listed. The database scans an index in
order and stops after the rows shown; nothing is counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import Subquery
from django.db.models.lookups import In, LessThan

from ..domain.filters import PAST, UPCOMING, ListFilters
from ..domain.lifecycle import MeetingFacts
from ..enums import MeetingState, Status
from ..models.fields.derived import UNDATED_AT
from ..models.occurrences import EventOccurrence
from ..models.querysets import OccurrenceQuerySet
from ..models.status_expressions import has_ended, has_not_ended, meeting_status_expression
from .facet_conditions import with_facets
from .visibility import VisibleBelow

ENDED_STATUSES = frozenset((Status.TAKEN_PLACE.value, Status.INSIGHTS_OPEN.value))
OFF_STATUSES = frozenset((Status.CANCELLED.value, Status.POSTPONED.value))


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """What a card says about all dates of an event: when its first pack opens, and how many match.

    ``upcoming`` and ``past`` count the matching dates that go ahead; ``None`` in lists of dates.
    """

    pack_opens_at: datetime | None = None
    upcoming: int | None = None
    past: int | None = None

    def besides(self, facts: MeetingFacts, now: datetime) -> int:
        """Return how many other matching dates there are in the same part."""
        count = (self.past if facts.has_ended(now) else self.upcoming) or 0
        return max(count - facts.is_going_ahead, 0)


@dataclass(frozen=True, slots=True)
class ListRows:
    """The occurrences that match some filters at ``now``; days are in ``timezone``.

    ``visible`` holds the occurrences of the programme that the reader may see.
    """

    visible: VisibleBelow
    filters: ListFilters
    now: datetime
    timezone: str

    def part(self, when: str) -> QuerySet[EventOccurrence] | None:
        """Return the rows of one part in order; ``None`` if the filters rule it out.

        Upcoming rows are soonest first, undated ones last; past rows are latest first.
        """
        if not self.can_have(when):
            return None
        dates, is_past = self.dates(when), when == PAST
        walked = Q(listed_at__lt=self.now) if is_past else not_before(self.now)
        conditions = [walked, dates]
        if not self.filters.each_date:
            conditions.append(_stands_for_its_event(dates, latest=is_past))
        rows = self.matching().filter(*conditions)
        return rows.order_by(*(("-listed_at", "-pk") if is_past else ("listed_at", "pk")))

    def counts(self) -> dict[str, int]:
        """Return how many rows each part has; one query, none if the filters rule out both."""
        counted = "pk" if self.filters.each_date else "page"
        parts = [when for when in (UPCOMING, PAST) if self.can_have(when)]
        if not parts:
            return {}
        rows = self.matching().order_by()
        found: dict[str, int] = rows.aggregate(
            **{
                when: Count(counted, distinct=counted == "page", filter=self.dates(when))
                for when in parts
            }
        )
        return found

    def events_of(self, occurrences: Iterable[EventOccurrence]) -> dict[int, ListedEvent]:
        """Return, by page, what needs all dates of the events of ``occurrences``.

        One query; none if each event has only one date, because then the row is enough.
        """
        repeating = {o.page_id for o in occurrences if o.date_param}
        if not repeating:
            return {}
        going_ahead = Q(state=MeetingState.SCHEDULED.value)
        counts = {
            f"count_{when}": Count("pk", filter=going_ahead & self.dates(when))
            for when in (UPCOMING, PAST)
            if not self.filters.each_date
        }
        rows = (
            EventOccurrence.objects.filter(page__in=repeating)
            .order_by()
            .values_list("page")
            .annotate(Min("pack_opens_at"), **counts)
        )
        return {page: ListedEvent(*columns) for page, *columns in rows}

    def names_date_of(self, facts: MeetingFacts) -> bool:
        """Return whether a link must name the date: without, the page shows the next one."""
        filters = self.filters
        return filters.each_date or filters.narrows_dates or facts.has_ended(self.now)

    def dates(self, when: str) -> Q:
        """Return the conditions on a date of one part."""
        dates = has_ended(self.now) if when == PAST else has_not_ended(self.now)
        return dates & overlapping(*self.filters.window(self.timezone)) & self._has_status()

    def between(
        self, starts: datetime, ends: datetime, longest: timedelta
    ) -> QuerySet[EventOccurrence]:
        """Return the rows of both parts that overlap the time between two instants.

        ``longest`` is the length of the longest date, as a value that the database can plan with. A
        postponed date is listed where it was planned, until that time has passed.
        """
        dates = Q(listed_at__gt=starts - longest, listed_at__lt=ends)
        dates |= planned_once() & Q(starts_at__lt=ends, ends_at__gt=self.now)
        rows = with_facets(self.visible.page_by_page, self.filters).filter(self._has_status())
        return rows.filter(dates, ends_at__gt=starts).order_by("listed_at", "pk")

    def last_before(self, instant: datetime) -> QuerySet[Any]:
        """Return when the last date before an instant starts, as a queryset of at most one row."""
        rows = self._with_status().filter(listed_at__lt=instant)
        return rows.order_by("-listed_at").values("listed_at")[:1]

    def first_from(self, instant: datetime) -> QuerySet[Any]:
        """Like ``last_before``, for the first date from an instant on."""
        rows = (
            self.matching()
            .filter(self._has_status())
            .filter(listed_at__gte=instant, listed_at__lt=UNDATED_AT)
        )
        return rows.order_by("listed_at").values("listed_at")[:1]

    def first_planned_once_from(self, instant: datetime) -> QuerySet[Any]:
        """Like ``first_from``, for postponed dates whose planned time has not passed."""
        rows = (
            self.matching()
            .filter(self._has_status())
            .filter(planned_once(), starts_at__gte=instant, ends_at__gt=self.now)
        )
        return rows.order_by("starts_at").values("starts_at")[:1]

    def last_planned_once_before(self, instant: datetime) -> QuerySet[Any]:
        """Like ``last_before``, for postponed dates whose planned time has not passed."""
        rows = (
            self.matching()
            .filter(self._has_status())
            .filter(planned_once(), starts_at__lt=instant, ends_at__gt=self.now)
        )
        return rows.order_by("-starts_at").values("starts_at")[:1]

    def matching(self) -> OccurrenceQuerySet:
        """Return the rows of all dates of the pages that match."""
        return with_facets(self.visible.joined, self.filters)

    def _with_status(self) -> OccurrenceQuerySet:
        return self.matching().filter(self._has_status())

    def _has_status(self) -> Q:
        if not self.filters.status:
            return Q()
        opened = EventOccurrence.objects.filter(page=OuterRef("page"), pack_opens_at__lte=self.now)
        status = meeting_status_expression(self.now, open_pack=Exists(opened))
        return Q(In(status, self.filters.status))

    def can_have(self, when: str) -> bool:
        """Return ``False`` if the filters rule the part out, such as past dates fully booked."""
        if self.filters.when not in ("", when):
            return False
        status = set(self.filters.status)
        if when == PAST:
            return not status or not status.isdisjoint(ENDED_STATUSES | OFF_STATUSES)
        return not status or not status <= ENDED_STATUSES


def overlapping(starts: datetime | None, ends: datetime | None) -> Q:
    """Return the condition that a date overlaps the time between two instants.

    A postponed date counts where it was planned, because people look for it there. This is one
    comparison, which keeps the index scan: an OR would make databases fetch and sort all rows.
    """
    condition = Q() if starts is None else Q(ends_at__gt=starts)
    if ends is None:
        return condition
    looked_for_at = Case(
        When(state=MeetingState.POSTPONED.value, then=F("starts_at")),
        default=F("listed_at"),
        output_field=DateTimeField(),
    )
    return condition & Q(LessThan(looked_for_at, Value(ends, DateTimeField())))


def planned_once() -> Q:
    """Return the condition that a date is postponed; lists sort such rows last."""
    return Q(listed_at=UNDATED_AT, state=MeetingState.POSTPONED.value)


def not_before(instant: datetime) -> Q:
    """Return a condition that is true for all rows that have not ended at an instant.

    It bounds the index scan, which would otherwise read everything that ever took place.
    """
    return Q(listed_at__gt=_before_by_the_longest(instant))


def with_path(rows: QuerySet[EventOccurrence]) -> QuerySet[EventOccurrence]:
    """Annotate rows with the ``url_path`` of their page: fetching a page instance is slower."""
    return rows.annotate(url_path=F("page__url_path"))


def longest_date() -> QuerySet[Any]:
    """Return how long the longest date takes, as a queryset of one row; empty without dates.

    It uses MAX, not the first row in order: for that, MariaDB reads the whole index.
    """
    return EventOccurrence.objects.order_by().values_list(_longest())


def _longest() -> Func:
    """Return MAX as a bare function: an aggregate would add a GROUP BY."""
    return Func(F("takes"), function="MAX", output_field=DurationField())


def _before_by_the_longest(instant: datetime) -> Subquery:
    """Return the instant before which nothing that is still going on can have started.

    It is calculated inside the subquery: outside, SQLite would do so again for each row.
    """
    earlier = ExpressionWrapper(Value(instant, DateTimeField()) - _longest(), DateTimeField())
    return Subquery(EventOccurrence.objects.order_by().values_list(earlier))


def _stands_for_its_event(dates: Q, *, latest: bool) -> Q:
    """Return the condition that no other matching date of the event is listed instead.

    Dates that go ahead are preferred, then the next one (or the latest). The values of
    ``MeetingState`` happen to sort in this order: scheduled comes last alphabetically.
    """
    side = "gt" if latest else "lt"
    nearer = Q(**{f"listed_at__{side}": OuterRef("listed_at")}) | Q(
        **{"listed_at": OuterRef("listed_at"), f"pk__{side}": OuterRef("pk")}
    )
    instead = Q(state__gt=OuterRef("state")) | Q(nearer, state=OuterRef("state"))
    return Q(~Exists(EventOccurrence.objects.filter(dates, instead, page=OuterRef("page"))))
