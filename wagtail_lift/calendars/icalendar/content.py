"""The content of a calendar entry."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ...domain.instants import zone
from ...domain.timezones import can_be_told_locally
from ...domain.when import When
from ...enums import Hours, MeetingState


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The texts of an entry: the same for all dates of an event with the same note and location.

    ``language`` is the language code of the texts, ``geo`` where it is (RFC 5545 section 3.8.1.6).
    """

    title: str
    description: str
    location: str
    organiser_name: str = ""
    organiser_email: str = ""
    categories: tuple[str, ...] = ()
    geo: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """When the entry is, and its previous start if it was moved; datetimes are aware.

    ``query`` is the ``?date=`` of its URL: part of the content hash, filled in with the URL.
    """

    uid: UUID
    sequence: int
    state: str
    starts_at: datetime
    ends_at: datetime
    timezone: str
    previous_starts_at: datetime | None = None
    query: str = ""
    hours: str = Hours.START_AND_END
    previous_hours: str = Hours.START_AND_END

    @property
    def when(self) -> When:
        """Return when it is, as it is shown."""
        return When(self.starts_at, self.ends_at, self.timezone, self.hours)

    @property
    def previous_when(self) -> When | None:
        """Return when it was to start before it was moved, ``None`` if it was not."""
        if self.previous_starts_at is None:
            return None
        return When(self.previous_starts_at, None, self.timezone, self.previous_hours)

    @property
    def has_hours(self) -> bool:
        """Return whether calendars show its time of day: not for a postponed date or whole days."""
        return self.state != MeetingState.POSTPONED and not self.when.is_all_day

    @property
    def told_timezone(self) -> str:
        """Return the time zone (TZID) in which times are given, empty for UTC and for days."""
        instants = (self.starts_at, self.ends_at)
        is_known = self.timezone != "UTC" and zone(self.timezone).key == self.timezone
        is_told = self.has_hours and is_known
        if is_told and all(can_be_told_locally(at, self.timezone) for at in instants):
            return self.timezone
        return ""
