"""The status rule as database expressions.

Each equals the function of the same name in ``wagtail_lift.domain.lifecycle``, for the columns of
``EventOccurrence``; a property-based test keeps the two equal. Only ``CASE`` and comparisons are
used, because databases treat ``NULL`` differently in anything cleverer.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Case, CharField, DateTimeField, Exists, F, Q, TextChoices, Value, When
from django.db.models.lookups import LessThanOrEqual

from ..domain.lifecycle import headline_status
from ..enums import BookingMode, BookingPlaces, BookingState, MeetingState, Stage, Status

_WORD = CharField(max_length=20)


def stage_expression(
    now: datetime, prefix: str = "", *, starts_at: str = "starts_at", ends_at: str = "ends_at"
) -> Case:
    """Return the stage at ``now``; ``prefix`` reaches the columns through a relation."""
    rules = _stage_rules(now, prefix, starts_at, ends_at)
    return _first_that_applies(rules, Stage.UPCOMING)


def booking_state_expression(now: datetime, prefix: str = "") -> Case:
    """Return the booking state at ``now``; ``prefix`` reaches the columns through a relation."""
    return _first_that_applies(_booking_rules(now, prefix), BookingState.AVAILABLE)


def meeting_status_expression(
    now: datetime, prefix: str = "", *, open_pack: Q | Exists | None = None
) -> Case:
    """Return the headline status at ``now``.

    ``open_pack`` is the condition under which an insights pack is open; without it the meeting's
    own ``pack_opens_at`` decides.
    """
    if open_pack is None:
        open_pack = Q(**{f"{prefix}pack_opens_at__lte": now})
    rules: list[tuple[Q, Status]] = []
    for condition, stage in _stage_rules(now, prefix, "starts_at", "ends_at"):
        with_pack = headline_status(stage, BookingState.OVER, has_open_pack=True)
        without = headline_status(stage, BookingState.OVER, has_open_pack=False)
        if with_pack != without:
            rules.append((condition & Q(open_pack), with_pack))
        rules.append((condition, without))
    rules += [
        (condition, headline_status(Stage.UPCOMING, state, has_open_pack=False))
        for condition, state in _booking_rules(now, prefix)
    ]
    return _first_that_applies(rules, Status.BOOKING_AVAILABLE)


def _first_that_applies(rules: Sequence[tuple[Q, TextChoices]], otherwise: TextChoices) -> Case:
    whens = [When(condition, then=Value(word.value)) for condition, word in rules]
    return Case(*whens, default=Value(otherwise.value), output_field=_WORD)


def _stage_rules(now: datetime, prefix: str, starts_at: str, ends_at: str) -> list[tuple[Q, Stage]]:
    starts, ends = f"{prefix}{starts_at}", f"{prefix}{ends_at}"
    return [
        (Q(**{f"{prefix}state": MeetingState.CANCELLED.value}), Stage.CANCELLED),
        (Q(**{f"{prefix}state": MeetingState.POSTPONED.value}), Stage.POSTPONED),
        (Q(**{f"{starts}__isnull": True}) | Q(**{f"{ends}__isnull": True}), Stage.UNDATED),
        (_is_over(now, ends), Stage.TAKEN_PLACE),
        (Q(**{f"{starts}__lte": now}), Stage.HAPPENING_NOW),
    ]


def _booking_rules(now: datetime, prefix: str) -> list[tuple[Q, BookingState]]:
    def column(name: str, value: object) -> Q:
        return Q(**{f"{prefix}{name}": value})

    not_going_ahead = column(
        "state__in", [MeetingState.CANCELLED.value, MeetingState.POSTPONED.value]
    )
    return [
        (column("booking_mode", BookingMode.NOT_NEEDED.value), BookingState.NOT_NEEDED),
        (not_going_ahead, BookingState.CLOSED),
        (
            column("starts_at__isnull", True) | column("ends_at__isnull", True),
            BookingState.OPENS_LATER,
        ),
        (_is_over(now, f"{prefix}ends_at"), BookingState.OVER),
        (_booking_window_is_over(now, prefix), BookingState.CLOSED),
        (column("booking_opens_at__gt", now), BookingState.OPENS_LATER),
        (column("places", BookingPlaces.WAITING_LIST.value), BookingState.WAITING_LIST),
        (column("places", BookingPlaces.FULL.value), BookingState.FULL),
    ]


def _booking_window_is_over(now: datetime, prefix: str) -> Q:
    """Booking has closed or never opens, for a meeting that is dated and has not ended."""
    closes_at = booking_closes_expression(prefix)
    has_closed = LessThanOrEqual(closes_at, Value(now, DateTimeField()))
    return Q(has_closed) | Q(LessThanOrEqual(closes_at, F(f"{prefix}booking_opens_at")))


def booking_closes_expression(prefix: str = "") -> Case:
    """Return when booking closes; ``prefix`` reaches the columns through a relation."""
    closes, starts, ends = (
        f"{prefix}{name}" for name in ("booking_closes_at", "starts_at", "ends_at")
    )
    return Case(
        When(Q(**{f"{closes}__isnull": True}), then=F(starts)),
        When(Q(**{f"{ends}__lt": F(closes)}), then=F(ends)),
        default=F(closes),
        output_field=DateTimeField(),
    )


def has_ended(now: datetime, *, ends_at: str = "ends_at") -> Q:
    """Return the condition that a meeting has ended; ``ends_at`` names the column of its end."""
    known = [MeetingState.SCHEDULED.value, MeetingState.CANCELLED.value]
    return _is_over(now, ends_at) & Q(state__in=known)


def has_not_ended(now: datetime, *, ends_at: str = "ends_at") -> Q:
    """Return the condition that a meeting has not ended: the exact opposite of ``has_ended``."""
    is_to_come = Q(**{f"{ends_at}__isnull": True}) | Q(**{f"{ends_at}__gt": now})
    return is_to_come | Q(state=MeetingState.POSTPONED.value)


def _is_over(now: datetime, ends_at: str) -> Q:
    """The end has passed, which says nothing about a postponed meeting."""
    return Q(**{f"{ends_at}__lte": now})
