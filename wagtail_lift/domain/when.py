"""When a date is, as it is shown: which of its times count, and on which days it is."""

from dataclasses import dataclass
from datetime import date, datetime

from ..enums import Hours
from .instants import zone
from .schedule import PlannedDate, days_covered, midnights


@dataclass(frozen=True, slots=True)
class When:
    """A start and an end (instants) in the zone of an event, and which of them count.

    ``ends_at`` is ``None`` where only a start is known, as of a date before it was moved.
    """

    starts_at: datetime
    ends_at: datetime | None
    timezone: str
    hours: str = Hours.START_AND_END

    @property
    def is_all_day(self) -> bool:
        """Return whether it has days and no times of day."""
        return self.hours == Hours.ALL_DAY

    @property
    def has_end(self) -> bool:
        """Return whether an end is shown: it is known, and not left open."""
        return self.ends_at is not None and self.hours != Hours.OPEN_END

    @property
    def starts(self) -> datetime:
        """Return the start (aware) on the clock of its zone."""
        return self.starts_at.astimezone(zone(self.timezone))

    @property
    def ends(self) -> datetime | None:
        """Return the end (aware) on the clock of its zone, ``None`` if none is shown."""
        if self.ends_at is None or not self.has_end:
            return None
        return self.ends_at.astimezone(zone(self.timezone))

    @property
    def first_day(self) -> date:
        """Return the local day on which it starts."""
        return self.starts.date()

    @property
    def last_day(self) -> date:
        """Return the last local day that it covers; midnight ends the day before it."""
        if self.ends_at is None or not self.has_end or self.ends_at <= self.starts_at:
            return self.first_day
        return days_covered(self.starts_at, self.ends_at, self.timezone)[1]

    def span_in(self, timezone: str) -> tuple[datetime, datetime]:
        """Return from when to when it stands in a calendar of a zone (aware).

        One that lasts all day stands on its own days, wherever it is read.
        """
        there = zone(timezone)
        if self.is_all_day:
            first, after = midnights(self.first_day, self.last_day)
            return first.replace(tzinfo=there), after.replace(tzinfo=there)
        if self.ends_at is None or not self.has_end:
            starts = self.starts_at.astimezone(there)
            return starts, starts
        return self.starts_at.astimezone(there), self.ends_at.astimezone(there)


def when_of(planned: PlannedDate, timezone: str) -> When | None:
    """Return when a planned date is, ``None`` if it is undated."""
    if planned.starts_at is None:
        return None
    return When(planned.starts_at, planned.ends_at, timezone, planned.hours)
