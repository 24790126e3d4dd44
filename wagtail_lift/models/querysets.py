"""Querysets of occurrences, meetings and hosts, and annotations for pages."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import (
    Case,
    Count,
    Exists,
    Expression,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from wagtail.models import AbstractPage

from ..enums import BookingState, MeetingState, Stage, Status
from .status_expressions import (
    booking_state_expression,
    has_ended,
    has_not_ended,
    meeting_status_expression,
    stage_expression,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser


class OccurrenceQuerySet(QuerySet[Any]):
    """Occurrences: how a page shows one meeting."""

    def with_status(self, now: datetime) -> Self:
        """Annotate each row's own ``stage_now``, ``booking_state_now`` and ``status_now``."""
        return self.annotate(
            stage_now=stage_expression(now),
            booking_state_now=booking_state_expression(now),
            status_now=meeting_status_expression(now),
        )

    def upcoming(self, now: datetime) -> Self:
        """Keep rows that have not ended, including undated, postponed and cancelled ones."""
        return self.filter(has_not_ended(now))

    def past(self, now: datetime) -> Self:
        """Keep rows that have ended, including cancelled ones."""
        return self.filter(has_ended(now))

    def public(self) -> Self:
        """Keep rows that anyone may see."""
        return self.filter(is_public=True)

    def headline_first(self, now: datetime) -> Self:
        """Order like ``domain.lifecycle.headline_key``: the headline of an event comes first."""
        going_ahead = Q(state=MeetingState.SCHEDULED.value)
        to_come = going_ahead & has_not_ended(now)
        dated = Q(starts_at__isnull=False)
        rank = Case(
            When(to_come & dated, then=Value(0)),
            When(to_come, then=Value(1)),
            When(going_ahead & dated, then=Value(2)),
            When(dated, then=Value(3)),
            default=Value(4),
            output_field=IntegerField(),
        )
        soonest = Case(When(to_come, then=F("starts_at")))
        return self.order_by(rank, soonest.asc(), F("starts_at").desc(), "date_key", "pk")


def headline_subquery(
    now: datetime, value: str | Expression = "pk", *, page_ref: str = "pk"
) -> Subquery:
    """Return ``value`` of the headline occurrence of each page, ``NULL`` for a page without any.

    ``value`` is the name of a column of ``EventOccurrence`` or an expression over its columns;
    ``page_ref`` names the page in the outer query.
    """
    rows = _occurrences().filter(page=OuterRef(page_ref)).headline_first(now)
    expression = F(value) if isinstance(value, str) else value
    return Subquery(rows.annotate(headline_value=expression).values("headline_value")[:1])


def with_headline_start(pages: QuerySet[AbstractPage], now: datetime) -> QuerySet[AbstractPage]:
    """Add ``headline_at`` to event pages, to order them by: when their headline meeting starts.

    One aggregation over all occurrences: a headline subquery per page, as in the other functions,
    takes seconds for thousands of pages. You can also use its parts: ``next_at`` and ``last_at``
    (of meetings that go ahead), ``without_date`` (how many), ``off_at`` and ``off_until`` (of
    cancelled or postponed ones).
    """
    rows = "lift_occurrences"
    going_ahead = Q(**{f"{rows}__state": MeetingState.SCHEDULED.value})
    dated = Q(**{f"{rows}__starts_at__isnull": False})
    to_come, ended = (
        going_ahead & dated & Q(**{f"{rows}__ends_at__{side}": now}) for side in ("gt", "lte")
    )
    starts, off = f"{rows}__starts_at", ~going_ahead & dated
    return pages.alias(
        next_at=Min(starts, filter=to_come),
        without_date=Count(f"{rows}__pk", filter=going_ahead & ~dated),
        last_at=Max(starts, filter=ended),
        off_at=Max(starts, filter=off),
        off_until=Max(f"{rows}__ends_at", filter=off),
    ).alias(
        headline_at=Case(
            When(next_at__isnull=False, then=F("next_at")),
            When(without_date__gt=0, then=None),
            default=Coalesce("last_at", "off_at"),
        )
    )


def with_event_status(pages: QuerySet[AbstractPage], now: datetime) -> QuerySet[AbstractPage]:
    """Annotate event pages with ``stage_now``, ``booking_state_now`` and ``status_now``.

    They equal ``domain.lifecycle.event_lifecycle`` of the page's occurrences; a page without any is
    an undated event.
    """
    open_pack = Exists(_occurrences().filter(page=OuterRef("page"), pack_opens_at__lte=now))
    status = meeting_status_expression(now, open_pack=open_pack)
    annotated: QuerySet[AbstractPage] = pages.annotate(
        stage_now=_headline_word(now, stage_expression(now), Stage.UNDATED),
        booking_state_now=_headline_word(
            now, booking_state_expression(now), BookingState.NOT_NEEDED
        ),
        status_now=_headline_word(now, status, Status.DATE_TO_COME),
    )
    return annotated


def _headline_word(now: datetime, expression: Case, without_any: TextChoices) -> Coalesce:
    return Coalesce(headline_subquery(now, expression), Value(without_any.value))


def _occurrences() -> OccurrenceQuerySet:
    return OccurrenceQuerySet(apps.get_model("wagtail_lift", "EventOccurrence"))


class MeetingQuerySet(QuerySet[Any]):
    """Meetings: each is one gathering of an event."""

    def shown(self) -> Self:
        """Keep meetings that are not withdrawn."""
        return self.filter(is_withdrawn=False)

    def to_end(self, now: datetime) -> Self:
        """Keep dated meetings that have not ended, including withdrawn ones."""
        planned = Q(moved_ends_at=None, ends_at__gt=now)
        return self.filter(planned | Q(moved_ends_at__gt=now))

    def to_begin(self, now: datetime) -> Self:
        """Keep dated meetings that have not begun, including withdrawn ones."""
        planned = Q(moved_starts_at=None, starts_at__gt=now)
        return self.filter(planned | Q(moved_starts_at__gt=now))

    def with_status(self, now: datetime) -> Self:
        """Annotate ``starts_now`` and ``ends_now`` (moved, else planned) and ``stage_now``."""
        return self.annotate(
            starts_now=_moved_or("starts_at"), ends_now=_moved_or("ends_at")
        ).annotate(stage_now=stage_expression(now, starts_at="starts_now", ends_at="ends_now"))

    def editable_by(self, user: "AbstractBaseUser | AnonymousUser") -> Self:
        """Keep meetings of events whose source the user may edit; for a superuser, all."""
        return self._on_pages_with("change", user)

    def publishable_by(self, user: "AbstractBaseUser | AnonymousUser") -> Self:
        """Keep meetings of events whose source the user may publish; for a superuser, all."""
        return self._on_pages_with("publish", user)

    def _on_pages_with(self, action: str, user: "AbstractBaseUser | AnonymousUser") -> Self:
        events = self.model._meta.get_field("event").related_model
        page_model = events._meta.get_field("source").related_model
        pages = page_policy(page_model).instances_user_has_permission_for(user, action)
        allowed = Q(event__source__in=pages.order_by().values("pk"))
        if user.is_active and user.is_superuser:
            allowed |= Q(event__source=None)
        return self.filter(allowed)


def _moved_or(planned: str) -> Case:
    """Both instants come from the move, or both from the plan."""
    return Case(When(moved_starts_at__isnull=False, then=F(f"moved_{planned}")), default=F(planned))


def page_policy(page_model: type[AbstractPage]) -> Any:
    """Return the site's page permission policy: registered on Wagtail 8, a constant before."""
    from wagtail import permissions  # here: it needs models that import this module

    registry = getattr(permissions, "policy_registry", None)
    return registry.get_by_type(page_model) if registry else permissions.page_permission_policy


class HostProfileQuerySet(QuerySet[Any]):
    """Host profiles."""

    def public(self) -> Self:
        """Keep profiles that are published and may be listed."""
        return self.filter(live=True, is_listed=True)
