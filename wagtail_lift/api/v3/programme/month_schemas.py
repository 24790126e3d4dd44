"""What the routes of months answer, typed."""

from ninja import Schema

from ....enums import Hours, Status
from .schemas import Address, DateIdentity, Day, Instant


class MonthLink(Schema):
    """Another month in which something happens."""

    year: int
    month: int
    url: Address


class MonthEntry(DateIdentity):
    """A date on one of its days."""

    id: int
    title: str
    url: Address
    status: Status
    status_label: str
    ends_at: Instant | None
    local_ends_at: Instant | None
    hours: Hours
    previous_hours: Hours | None
    timezone: str
    public_note: str
    previous_starts_at: Instant | None
    is_first_day: bool
    is_last_day: bool


class MonthDay(Schema):
    """A day on which something happens."""

    day: Day
    entries: list[MonthEntry]


class Month(Schema):
    """A month; its days and times are in ``timezone``."""

    year: int
    month: int
    first_day: Day
    today: Day
    timezone: str
    previous: MonthLink | None
    next: MonthLink | None
    days: list[MonthDay]
    next_change: Instant | None
