"""The rows of a list: which occurrences match, and at which of its dates an event stands.

Conditions on the page (facets, text, privacy) hold for all dates of an event alike; conditions on
the date (part, days, status) decide at which date the event is listed. Rows are walked in the
order of an index and only as far as they are shown; nothing is counted.
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
from ..enums import AttendanceMode, FacetKind, MeetingState, Status
from ..models.fields.derived import UNDATED_AT
from ..models.occurrences import EventFacet, EventOccurrence
from ..models.querysets import OccurrenceQuerySet
from ..models.status_expressions import has_ended, has_not_ended, meeting_status_expression
from .visibility import VisibleBelow

ENDED_STATUSES = frozenset((Status.TAKEN_PLACE.value, Status.INSIGHTS_OPEN.value))
OFF_STATUSES = frozenset((Status.CANCELLED.value, Status.POSTPONED.value))


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """What a card says of all dates of an event: when its first pack opens, and how many match.

    ``upcoming`` and ``past`` are how many matching dates go ahead, ``None`` in lists of dates.
    """

    pack_opens_at: datetime | None = None
    upcoming: int | None = None
    past: int | None = None

    def besides(self, facts: MeetingFacts, now: datetime) -> int:
        """Return how many matching dates there are besides this one, in its part."""
        count = (self.past if facts.has_ended(now) else self.upcoming) or 0
        return max(count - facts.is_going_ahead, 0)


@dataclass(frozen=True, slots=True)
class ListRows:
    """The occurrences that match some filters at ``now``; days are those of ``timezone``.

    ``visible`` are the occurrences of the programme that the reader may see.
    """

    visible: VisibleBelow
    filters: ListFilters
    now: datetime
    timezone: str

    def part(self, when: str) -> QuerySet[Any] | None:
        """Return the rows of one part in order; ``None`` if it can have none.

        Upcoming ones come soonest first, undated ones last; past ones come latest first.
        """
        if not self._can_have(when):
            return None
        dates, is_past = self.dates(when), when == PAST
        walked = Q(listed_at__lt=self.now) if is_past else not_before(self.now)
        conditions = [walked, dates]
        if not self.filters.each_date:
            conditions.append(_stands_for_its_event(dates, latest=is_past))
        rows = with_facets(self.visible.joined, self.filters).filter(*conditions)
        return rows.order_by(*(("-listed_at", "-pk") if is_past else ("listed_at", "pk")))

    def events_of(self, occurrences: Iterable[EventOccurrence]) -> dict[int, ListedEvent]:
        """Return what takes all dates of the events of ``occurrences``, by page.

        One query, and none where each has only one date: then the row itself says everything.
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
        """Return whether a link has to name the date: the page by itself shows the next one."""
        filters = self.filters
        return filters.each_date or filters.narrows_dates or facts.has_ended(self.now)

    def dates(self, when: str) -> Q:
        """Return the conditions on a date of one part."""
        dates = has_ended(self.now) if when == PAST else has_not_ended(self.now)
        return dates & overlapping(*self.filters.window(self.timezone)) & self._has_status()

    def between(self, starts: datetime, ends: datetime, longest: timedelta) -> QuerySet[Any]:
        """Return the rows of both parts that lie, wholly or in part, between two instants.

        ``longest`` is how long a date takes at most: a value that the database can plan with. A
        postponed date lies where it was planned, until that time has passed.
        """
        dates = Q(listed_at__gt=starts - longest, listed_at__lt=ends)
        dates |= planned_once() & Q(starts_at__lt=ends, ends_at__gt=self.now)
        rows = with_facets(self.visible.page_by_page, self.filters).filter(self._has_status())
        return rows.filter(dates, ends_at__gt=starts).order_by("listed_at", "pk")

    def last_before(self, instant: datetime) -> QuerySet[Any]:
        """Return when the last date before an instant starts, as a query of at most one row."""
        rows = self._all().filter(listed_at__lt=instant)
        return rows.order_by("-listed_at").values("listed_at")[:1]

    def first_from(self, instant: datetime) -> QuerySet[Any]:
        """Return when the first date from an instant on starts, as a query of at most one row."""
        rows = self._all().filter(listed_at__gte=instant, listed_at__lt=UNDATED_AT)
        return rows.order_by("listed_at").values("listed_at")[:1]

    def first_planned_once_from(self, instant: datetime) -> QuerySet[Any]:
        """Return the same of the postponed dates whose time has not passed."""
        rows = self._all().filter(planned_once(), starts_at__gte=instant, ends_at__gt=self.now)
        return rows.order_by("starts_at").values("starts_at")[:1]

    def last_planned_once_before(self, instant: datetime) -> QuerySet[Any]:
        """Return when the last postponed date before an instant starts that has not passed."""
        rows = self._all().filter(planned_once(), starts_at__lt=instant, ends_at__gt=self.now)
        return rows.order_by("-starts_at").values("starts_at")[:1]

    def _all(self) -> OccurrenceQuerySet:
        return with_facets(self.visible.joined, self.filters).filter(self._has_status())

    def _has_status(self) -> Q:
        if not self.filters.status:
            return Q()
        opened = EventOccurrence.objects.filter(page=OuterRef("page"), pack_opens_at__lte=self.now)
        status = meeting_status_expression(self.now, open_pack=Exists(opened))
        return Q(In(status, self.filters.status))

    def _can_have(self, when: str) -> bool:
        """Return whether the filters do not rule the part out, as a list of past fully booked."""
        if self.filters.when not in ("", when):
            return False
        status = set(self.filters.status)
        if when == PAST:
            return not status or not status.isdisjoint(ENDED_STATUSES | OFF_STATUSES)
        return not status or not status <= ENDED_STATUSES


def overlapping(starts: datetime | None, ends: datetime | None) -> Q:
    """Return the condition that a date lies, wholly or in part, between two instants.

    A postponed one lies where it was planned: there people look for it. Said in one comparison,
    which leaves the walk along the index: an OR would have databases gather all rows and sort them.
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
    """Return the condition that a date is postponed; lists have such rows at their end."""
    return Q(listed_at=UNDATED_AT, state=MeetingState.POSTPONED.value)


def not_before(instant: datetime) -> Q:
    """Return a condition that holds for all that has not ended at an instant.

    It bounds the walk along the index: without it all that ever took place is passed.
    """
    return Q(listed_at__gt=_before_by_the_longest(instant))


def longest_date() -> QuerySet[Any]:
    """Return how long the longest date takes, as a query of one row; empty without dates.

    The greatest, not the first in order: for that MariaDB reads the index from end to end.
    """
    return EventOccurrence.objects.order_by().values_list(_longest())


def _longest() -> Func:
    """Return the greatest length as a bare function: an aggregate would group by each row."""
    return Func(F("takes"), function="MAX", output_field=DurationField())


def _before_by_the_longest(instant: datetime) -> Subquery:
    """Return the instant before which nothing that is still going on can have started.

    Worked out within the query for the longest: outside of it SQLite does so again at each row.
    """
    earlier = ExpressionWrapper(Value(instant, DateTimeField()) - _longest(), DateTimeField())
    return Subquery(EventOccurrence.objects.order_by().values_list(earlier))


def with_facets(rows: OccurrenceQuerySet, filters: ListFilters) -> OccurrenceQuerySet:
    """Keep the rows whose page has the facets that are asked for."""
    for kind, values in (
        (FacetKind.TOPIC, filters.tag),
        (FacetKind.AUDIENCE, filters.audience),
        (FacetKind.HOST, filters.host),
    ):
        if values:
            rows = rows.filter(page_id__in=_pages_with(kind, values))
    for value in filters.access:
        rows = rows.filter(page_id__in=_pages_with(FacetKind.ACCESS, [value]))
    if filters.mode:
        rows = rows.filter(attendance_mode__in=modes_that_include(filters.mode))
    return rows


def _pages_with(kind: FacetKind, values: Iterable[str]) -> QuerySet[Any]:
    return EventFacet.objects.filter(kind=kind, value__in=list(values)).values("page_id")


def modes_that_include(modes: Iterable[str]) -> set[str]:
    """Return the modes that allow what is asked for: who wants to come online may do so at both."""
    return {*modes, AttendanceMode.BOTH.value}


def _stands_for_its_event(dates: Q, *, latest: bool) -> Q:
    """Return the condition that no other matching date of the event is listed in its place.

    A date that goes ahead is preferred to one that does not, then the next (or the latest). The
    words of ``MeetingState`` are in this very order: scheduled comes last in the alphabet.
    """
    side = "gt" if latest else "lt"
    nearer = Q(**{f"listed_at__{side}": OuterRef("listed_at")}) | Q(
        **{"listed_at": OuterRef("listed_at"), f"pk__{side}": OuterRef("pk")}
    )
    instead = Q(state__gt=OuterRef("state")) | Q(nearer, state=OuterRef("state"))
    return Q(~Exists(EventOccurrence.objects.filter(dates, instead, page=OuterRef("page"))))
