"""The instants at which the clock alone changes what readers see of a date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ...domain.lifecycle import MeetingFacts, booking_closes_at
from ...enums import BookingMode
from ..enums import ChangeType


@dataclass(frozen=True, slots=True)
class Moment:
    """What happens to a date, and when (UTC)."""

    type: ChangeType
    instant: datetime


def moments_of(facts: MeetingFacts) -> list[Moment]:
    """Return what the clock does to a date, in order of time.

    A date that does not go ahead moves between lists when its time comes, without beginning. That
    a pack opens is told of the pack; the event changes with it, unless a date ends just then.
    """
    return sorted(_moments(facts), key=lambda moment: moment.instant)


def _moments(facts: MeetingFacts) -> Iterator[Moment]:
    starts, ends, opens = facts.starts_at, facts.ends_at, facts.pack_opens_at
    begins, is_over = ChangeType.EVENT_STARTED, ChangeType.EVENT_ENDED
    if not facts.is_going_ahead:
        begins = is_over = ChangeType.EVENT_CHANGED
    elif facts.booking_mode != BookingMode.NOT_NEEDED:
        booking_opens, closes = facts.booking_opens_at, booking_closes_at(facts)
        if booking_opens is not None and (closes is None or booking_opens < closes):
            yield Moment(ChangeType.BOOKING_OPENED, booking_opens)
        if closes is not None:
            yield Moment(ChangeType.BOOKING_CLOSED, closes)
    if starts is not None:
        yield Moment(begins, starts)
    if ends is not None:
        yield Moment(is_over, ends)
    if opens is not None and opens != ends:
        yield Moment(ChangeType.EVENT_CHANGED, opens)


def between(moments: list[Moment], after: datetime, until: datetime) -> list[Moment]:
    """Return the moments after one instant and up to another."""
    return [moment for moment in moments if after < moment.instant <= until]
