"""How a draft will look in each status, worked out from the draft itself."""

from dataclasses import replace
from datetime import datetime, timedelta

from ..enums import BookingMode, BookingPlaces, MeetingState, Status
from .lifecycle import MeetingFacts, booking_closes_at
from .schedule import DEFAULT_DURATION

_STATE = {
    Status.CANCELLED: MeetingState.CANCELLED,
    Status.POSTPONED: MeetingState.POSTPONED,
}

_PLACES = {
    Status.BOOKING_AVAILABLE: BookingPlaces.AVAILABLE,
    Status.WAITING_LIST: BookingPlaces.WAITING_LIST,
    Status.FULLY_BOOKED: BookingPlaces.FULL,
}

_LEAD = timedelta(days=14)
_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


def as_it_will_look(
    facts: MeetingFacts, status: Status, now: datetime
) -> tuple[MeetingFacts, datetime]:
    """Return the draft's facts and an instant at which its status is ``status``.

    Changes only what prevents that status. A draft without a date gets one two weeks after ``now``,
    unless the status is that of an undated event.
    """
    facts = replace(facts, state=_STATE.get(status, MeetingState.SCHEDULED), pack_opens_at=None)
    if status == Status.DATE_TO_COME:
        return replace(facts, starts_at=None, ends_at=None), now
    facts, starts_at, ends_at = _dated(facts, now)
    if status == Status.INSIGHTS_OPEN:
        return replace(facts, pack_opens_at=ends_at), ends_at
    if status == Status.TAKEN_PLACE:
        return facts, ends_at
    if status == Status.HAPPENING_NOW:
        return facts, starts_at
    if status in _STATE:
        return facts, starts_at - _DAY
    if status == Status.DROP_IN:
        return replace(facts, booking_mode=BookingMode.NOT_NEEDED), starts_at - _DAY
    if facts.booking_mode == BookingMode.NOT_NEEDED:
        facts = replace(facts, booking_mode=BookingMode.ELSEWHERE)
    return _with_booking(facts, status, starts_at)


def _dated(facts: MeetingFacts, now: datetime) -> tuple[MeetingFacts, datetime, datetime]:
    starts_at, ends_at = facts.starts_at, facts.ends_at
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        starts_at = (now + _LEAD).replace(minute=0, second=0, microsecond=0)
        ends_at = starts_at + DEFAULT_DURATION
        facts = replace(facts, booking_opens_at=None, booking_closes_at=None)
    return replace(facts, starts_at=starts_at, ends_at=ends_at), starts_at, ends_at


def _with_booking(
    facts: MeetingFacts, status: Status, starts_at: datetime
) -> tuple[MeetingFacts, datetime]:
    closes_at, opens_at = booking_closes_at(facts) or starts_at, facts.booking_opens_at
    if status == Status.BOOKING_CLOSED:
        closes_at = min(closes_at, starts_at - _DAY)
        return replace(facts, booking_closes_at=closes_at), closes_at
    if status == Status.BOOKING_SOON:
        if opens_at is None or closes_at <= opens_at:
            opens_at = min(closes_at, starts_at) - _DAY
        return replace(facts, booking_opens_at=opens_at), min(opens_at, starts_at) - _DAY
    last_chance = min(closes_at, starts_at) - _INSTANT
    if opens_at is not None and last_chance < opens_at:
        opens_at = None
    at = min(last_chance, starts_at - _DAY)
    facts = replace(facts, booking_opens_at=opens_at, places=_PLACES[status])
    return facts, at if opens_at is None else max(at, opens_at)
