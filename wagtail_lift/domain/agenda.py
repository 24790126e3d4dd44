"""When the parts of an event's public agenda begin and end, on the clocks of its place.

A typed time wins. Without one, a part begins when the part above it ends, and the first part with
the event. A part without minutes has no known end, so what follows has no time until the next typed
one. Times are wall-clock times, counted from the planned start of the event.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ..enums import Notice
from .schedule import LONGEST_NIGHT

NO_DAY = date(2000, 1, 1)
"""Stands for the day of an event without a date: only the times of day count then."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """A part as typed: when it begins, and how many minutes it takes, where that is known."""

    starts: time | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """What follows is on another day; ``number`` counts from 1, the day on which the event starts.

    Without a number it is the next day, and at the top of an agenda the first.
    """

    number: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaTime:
    """When a part is: wall-clock times (naive) where they are known, on day ``number``."""

    number: int
    starts: datetime | None = None
    ends: datetime | None = None

    def shifted(self, by: timedelta) -> "AgendaTime":
        """Return the time for a date of the event that starts that much later."""
        starts, ends = (at and at + by for at in (self.starts, self.ends))
        return replace(self, starts=starts, ends=ends)


def agenda_times(
    steps: Iterable[AgendaPart | AgendaDay], day: date, start: time | None
) -> list[AgendaTime]:
    """Return when each step of an agenda is, for an event that starts on ``day`` at ``start``."""
    number, base = 1, day
    after = next_start = datetime.combine(day, start) if start is not None else None
    times: list[AgendaTime] = []
    for step in steps:
        if isinstance(step, AgendaDay):
            number = step.number or (number + 1 if times else 1)
            base = day + (number - 1) * _DAY
            if times or number > 1:
                after = next_start = None
            times.append(AgendaTime(number))
            continue
        starts = next_start if step.starts is None else _typed(step.starts, after, base)
        next_start = ends_after(starts, step.minutes)
        after = starts or after
        times.append(AgendaTime(number, starts, next_start))
    return times


def ends_after(starts: datetime | None, minutes: int | None) -> datetime | None:
    """Return when a part ends that takes so many minutes, ``None`` if that is not known."""
    return starts + timedelta(minutes=minutes) if starts and minutes else None


def _typed(at: time, after: datetime | None, day: date) -> datetime:
    """Return when a typed time is: on its day, or in the night after what stands above it.

    As with the end of an event, a time more than ``LONGEST_NIGHT`` later is no night: it is taken
    as typed, and told to the editor as earlier than the part above.
    """
    if after is None:
        return datetime.combine(day, at)
    same_day = datetime.combine(after.date(), at)
    is_in_the_night = same_day < after and same_day + _DAY - after <= LONGEST_NIGHT
    return same_day + _DAY if is_in_the_night else same_day


def agenda_faults(
    times: Sequence[AgendaTime], start: datetime | None, end: datetime | None
) -> dict[Notice, list[int]]:
    """Return the positions of parts whose times do not fit: none of them prevents publishing.

    ``start`` and ``end`` are those of the event, on the same clock, if they are known.
    """
    faults: dict[Notice, list[int]] = {}
    latest: datetime | None = None
    for position, at in enumerate(times):
        if at.starts is None:
            continue
        found = {
            Notice.AGENDA_BEFORE_START: start is not None and at.starts < start,
            Notice.AGENDA_OVERLAPS: latest is not None and at.starts < latest,
            Notice.AGENDA_AFTER_END: end is not None and (at.ends or at.starts) > end,
        }
        for notice in (notice for notice, applies in found.items() if applies):
            faults.setdefault(notice, []).append(position)
        known = [moment for moment in (latest, at.starts, at.ends) if moment is not None]
        latest = max(known)
    return faults


def parallel_minutes(minutes: Iterable[int | None]) -> int | None:
    """Return how long parallel parts take together; ``None`` unless all of them say it."""
    known = list(minutes)
    return max((m for m in known if m), default=None) if all(known) else None
