"""When booking opens and closes: on fixed days, or relative to each date's start."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ..enums import BookingMode, TimeUnit
from .instants import EARLIEST, to_instant, zone
from .schedule import window_closes_at, window_opens_at

_LENGTHS = {
    TimeUnit.MINUTES: timedelta(minutes=1),
    TimeUnit.HOURS: timedelta(hours=1),
    TimeUnit.DAYS: timedelta(days=1),
    TimeUnit.WEEKS: timedelta(weeks=1),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """A length of time before a date starts."""

    amount: int
    unit: TimeUnit = TimeUnit.DAYS

    @property
    def length(self) -> timedelta:
        """Return the length, ignoring clock changes; at most ``timedelta.max``."""
        try:
            return self.amount * _LENGTHS[self.unit]
        except OverflowError:
            return timedelta.max

    def before(self, starts_at: datetime, timezone: str) -> datetime:
        """Return the instant (UTC) this long before a start.

        Days and weeks keep the wall-clock time, hours and minutes are exact (RFC 5545 section
        3.3.6). Never raises: an instant before the calendar begins becomes ``EARLIEST``.
        """
        try:
            if self.unit in (TimeUnit.DAYS, TimeUnit.WEEKS):
                local = starts_at.astimezone(zone(timezone))
                return to_instant(local.date() - self.length, local.time(), timezone)
            return max(starts_at - self.length, EARLIEST)
        except OverflowError:
            return EARLIEST


@dataclass(frozen=True, slots=True)
class TypedBooking:
    """What an editor typed about booking; dates and times are in the event's zone.

    Each end of the window is a day or a lead; if a draft has both, the day wins.
    """

    mode: BookingMode = BookingMode.NOT_NEEDED
    url: str = ""
    opens_date: date | None = None
    opens_time: time | None = None
    opens_before: Lead | None = None
    closes_date: date | None = None
    closes_time: time | None = None
    closes_before: Lead | None = None


@dataclass(frozen=True, slots=True)
class BookingWindow:
    """When booking for one date opens and closes (UTC).

    ``None`` means that it opens at once, or closes at the start.
    """

    opens_at: datetime | None
    closes_at: datetime | None


def booking_window(
    booking: TypedBooking, starts_at: datetime | None, timezone: str
) -> BookingWindow:
    """Return the booking window of a date that starts at ``starts_at`` (``None``: undated)."""

    def before(lead: Lead | None) -> datetime | None:
        return lead.before(starts_at, timezone) if lead and starts_at else None

    return BookingWindow(
        opens_at=window_opens_at(booking.opens_date, booking.opens_time, timezone)
        or before(booking.opens_before),
        closes_at=window_closes_at(booking.closes_date, booking.closes_time, timezone)
        or before(booking.closes_before),
    )
