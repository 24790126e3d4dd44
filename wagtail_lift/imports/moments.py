"""Dates and times of an iCalendar entry as an event has them: on the clock, in one zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from ..domain.instants import on_the_clock, zone
from .zones import zone_called

FLOATING = ""
"""The zone of a time that holds wherever one is."""


class NotMapped(ValueError):
    """Something that no event can say; the message is for a person."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a time on the clock of a zone (an IANA name, ``FLOATING`` or UTC)."""

    day: date
    at: time | None = None
    timezone: str = FLOATING

    @property
    def local(self) -> datetime:
        """Return it as a naive datetime; a day begins at midnight."""
        return datetime.combine(self.day, self.at or time())

    def in_zone(self, timezone: str) -> "Moment":
        """Return the same instant on the clock of a zone; days and floating times stay."""
        if self.at is None or self.timezone in (FLOATING, timezone):
            return self
        instant = self.local.replace(tzinfo=zone(self.timezone)).astimezone(UTC)
        there = on_the_clock(instant, timezone)
        return Moment(there.date(), there.time(), timezone)


def moment_of(value: Any, params: Any) -> Moment:
    """Return the moment of a property's value; raise ``NotMapped`` for a zone nobody knows."""
    if isinstance(value, tuple):  # a period: it starts with its first part
        value = value[0]
    if not isinstance(value, datetime):
        if not isinstance(value, date):
            raise NotMapped(_("A date of it cannot be read."))
        return Moment(value)
    name = str(params.get("TZID") or "")
    at = value.time().replace(microsecond=0, fold=0)
    if not name:
        return Moment(value.date(), at, "UTC" if value.tzinfo is not None else FLOATING)
    known = zone_called(name)
    if not known:
        raise NotMapped(_("Its time zone “%(name)s” is not known.") % {"name": name[:80]})
    return Moment(value.date(), at, known)


def end_of(start: Moment, end: Moment | None, lasts: timedelta | None) -> Moment | None:
    """Return when an entry ends: as it says, else after its length (RFC 5545 section 3.6.1).

    The end of a day is the day before, because it is told as the first day that is free again.
    """
    if end is None and lasts is not None:
        until = start.local + lasts
        end = Moment(until.date(), None if start.at is None else until.time(), start.timezone)
    if end is None:
        return None
    if start.at is None:
        return Moment(max(start.day, end.day - timedelta(days=1)))
    return end.in_zone(start.timezone or end.timezone)
