"""The status rule: two facts about a meeting, stage and booking state, and one headline.

Everything here is pure and takes ``now`` (aware, any zone). An instant belongs to the later stage:
at the instant of the end, a meeting has ended. ``models.status_expressions`` has the same rules as
database expressions, and a property-based test keeps the two equal.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ..enums import BookingMode, BookingPlaces, BookingState, Hours, MeetingState, Stage, Status

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
"""Opening time of an insights pack that is open whatever the date of its event."""


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the status of a meeting depends on; all datetimes are aware.

    ``starts_at`` and ``ends_at`` are both set or both ``None`` (undated). ``pack_opens_at`` is when
    an insights pack about this meeting opens, ``None`` for never. ``hours`` says which of its times
    are shown; no rule reads it.
    """

    key: str = "first"
    state: MeetingState = MeetingState.SCHEDULED
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    booking_mode: BookingMode = BookingMode.NOT_NEEDED
    booking_opens_at: datetime | None = None
    booking_closes_at: datetime | None = None
    places: BookingPlaces = BookingPlaces.AVAILABLE
    pack_opens_at: datetime | None = None
    hours: str = Hours.START_AND_END

    @property
    def is_going_ahead(self) -> bool:
        """Return whether the meeting is neither cancelled nor postponed."""
        return self.state == MeetingState.SCHEDULED

    def has_ended(self, now: datetime) -> bool:
        """Return whether the meeting has ended; a postponed one has no known end."""
        return self.state != MeetingState.POSTPONED and is_over(self.ends_at, now)


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Where an event stands at one instant.

    ``headline`` is the meeting that stage, booking state and status are about; ``next_bookable``
    the first that can be booked now. ``status_until`` is when ``status`` next changes without an
    edit, ``None`` if it never does.
    """

    headline: MeetingFacts
    stage: Stage
    booking_state: BookingState
    status: Status
    status_until: datetime | None
    next_bookable: MeetingFacts | None
    has_open_pack: bool


def is_over(instant: datetime | None, now: datetime) -> bool:
    """Return whether an instant has passed or is ``now``; ``None`` has not."""
    return instant is not None and instant <= now


def stage(facts: MeetingFacts, now: datetime) -> Stage:
    """Return the stage of a meeting; a decision made by hand outranks the clock."""
    if facts.state == MeetingState.CANCELLED:
        return Stage.CANCELLED
    if facts.state == MeetingState.POSTPONED:
        return Stage.POSTPONED
    if facts.starts_at is None or facts.ends_at is None:
        return Stage.UNDATED
    if facts.has_ended(now):
        return Stage.TAKEN_PLACE
    if facts.starts_at <= now:
        return Stage.HAPPENING_NOW
    return Stage.UPCOMING


def booking_closes_at(facts: MeetingFacts) -> datetime | None:
    """Return when booking closes: when the editor says, else at the start; never after the end."""
    closes_at = facts.booking_closes_at or facts.starts_at
    if closes_at is None or facts.ends_at is None:
        return closes_at
    return min(closes_at, facts.ends_at)


def booking_state(facts: MeetingFacts, now: datetime) -> BookingState:
    """Return whether a meeting can be booked; cancelled and postponed ones cannot.

    Booking that would open only after it closes, for example after a move to an earlier date, is
    closed, so that nobody is told to come back for it.
    """
    if facts.booking_mode == BookingMode.NOT_NEEDED:
        return BookingState.NOT_NEEDED
    if not facts.is_going_ahead:
        return BookingState.CLOSED
    closes_at, opens_at = booking_closes_at(facts), facts.booking_opens_at
    if facts.starts_at is None or facts.ends_at is None or closes_at is None:
        return BookingState.OPENS_LATER
    if facts.has_ended(now):
        return BookingState.OVER
    if closes_at <= now or (opens_at is not None and closes_at <= opens_at):
        return BookingState.CLOSED
    if opens_at is not None and now < opens_at:
        return BookingState.OPENS_LATER
    return _STATE_OF_PLACES.get(facts.places, BookingState.AVAILABLE)


_STATE_OF_PLACES = {
    BookingPlaces.WAITING_LIST: BookingState.WAITING_LIST,
    BookingPlaces.FULL: BookingState.FULL,
}


_STATUS_OF_STAGE = {
    Stage.CANCELLED: Status.CANCELLED,
    Stage.POSTPONED: Status.POSTPONED,
    Stage.TAKEN_PLACE: Status.TAKEN_PLACE,
    Stage.HAPPENING_NOW: Status.HAPPENING_NOW,
    Stage.UNDATED: Status.DATE_TO_COME,
}

_STATUS_OF_BOOKING = {
    BookingState.NOT_NEEDED: Status.DROP_IN,
    BookingState.OPENS_LATER: Status.BOOKING_SOON,
    BookingState.CLOSED: Status.BOOKING_CLOSED,
    BookingState.OVER: Status.BOOKING_CLOSED,
    BookingState.WAITING_LIST: Status.WAITING_LIST,
    BookingState.FULL: Status.FULLY_BOOKED,
    BookingState.AVAILABLE: Status.BOOKING_AVAILABLE,
}


def headline_status(stage: Stage, booking_state: BookingState, *, has_open_pack: bool) -> Status:
    """Return the headline status: the first line of the status table that applies."""
    if stage == Stage.TAKEN_PLACE and has_open_pack:
        return Status.INSIGHTS_OPEN
    if stage in _STATUS_OF_STAGE:
        return _STATUS_OF_STAGE[stage]
    return _STATUS_OF_BOOKING[booking_state]


def has_open_pack(facts: MeetingFacts, now: datetime) -> bool:
    """Return whether an insights pack that covers this meeting is open."""
    return facts.pack_opens_at is not None and facts.pack_opens_at <= now


def meeting_status(facts: MeetingFacts, now: datetime) -> Status:
    """Return the status of one meeting by itself."""
    return headline_status(
        stage(facts, now), booking_state(facts, now), has_open_pack=has_open_pack(facts, now)
    )


def headline_key(facts: MeetingFacts, now: datetime) -> tuple[int, timedelta, str]:
    """Return the sort key that puts an event's headline meeting first.

    That is the earliest that has not ended and goes ahead (undated ones after all dated ones), else
    the latest that took place, else the latest.
    """
    is_to_come = facts.is_going_ahead and not facts.has_ended(now)
    if facts.starts_at is None:
        return (1 if is_to_come else 4, timedelta(0), facts.key)
    instant = facts.starts_at - ALWAYS
    if is_to_come:
        return (0, instant, facts.key)
    return (2 if facts.is_going_ahead else 3, -instant, facts.key)


def event_lifecycle(meetings: Iterable[MeetingFacts], now: datetime) -> Lifecycle:
    """Return where an event with these meetings stands; without any it is undated."""
    known = list(meetings) or [MeetingFacts()]
    headline, status = _event_status(known, now)
    bookable = [f for f in known if booking_state(f, now) == BookingState.AVAILABLE]
    return Lifecycle(
        headline=headline,
        stage=stage(headline, now),
        booking_state=booking_state(headline, now),
        status=status,
        status_until=_status_until(known, status, now),
        next_bookable=min(bookable, key=lambda f: headline_key(f, now), default=None),
        has_open_pack=any(has_open_pack(f, now) for f in known),
    )


def _event_status(known: Sequence[MeetingFacts], now: datetime) -> tuple[MeetingFacts, Status]:
    headline = min(known, key=lambda f: headline_key(f, now))
    status = headline_status(
        stage(headline, now),
        booking_state(headline, now),
        has_open_pack=any(has_open_pack(f, now) for f in known),
    )
    return headline, status


def _status_until(known: Sequence[MeetingFacts], status: Status, now: datetime) -> datetime | None:
    """Try each instant at which it can change; a date that is off has only its pack's opening."""
    instants = {f.pack_opens_at for f in known}
    for facts in known:
        if facts.is_going_ahead:
            instants |= {facts.starts_at, facts.ends_at, facts.booking_opens_at}
            instants.add(booking_closes_at(facts))
    to_come = sorted(i for i in instants if i is not None and i > now)
    return next((i for i in to_come if _event_status(known, i)[1] != status), None)
