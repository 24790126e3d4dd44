"""Match the dates of an edited plan with the meetings of its event.

A plan says when an event should take place; a meeting is what people rely on. When a plan changes,
each of its dates is either an existing meeting or a new one.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from .schedule import PlannedDate


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """What matching reads of a meeting; ``start`` and ``moved_start`` are wall-clock times (naive).

    ``start`` is where the plan last put it, ``None`` if it is undated.
    """

    start: datetime | None
    has_begun: bool
    has_ended: bool
    moved_start: datetime | None = None
    is_cancelled: bool = False
    is_postponed: bool = False
    has_own_location: bool = False
    has_note: bool = False
    is_withdrawn: bool = False

    @property
    def is_decided(self) -> bool:
        """Return whether an action cancelled, changed or annotated it, for its own day only."""
        is_changed = self.moved_start is not None or self.has_own_location
        return self.is_cancelled or is_changed or self.has_note


@dataclass(slots=True)
class Matching:
    """The result of a match; meetings and dates are given by their index in the arguments.

    ``pairs``: the meeting of each planned date that has one. ``new``: dates that become meetings.
    ``past``: dates that are not made because they are in the past. ``left``: meetings without a
    date in the plan. ``corrected``: a meeting that has ended and that its date corrects. ``only``:
    the meeting paired because nothing else is to come. ``restored``: withdrawn meetings in the past
    that are shown again.
    """

    pairs: dict[int, int] = field(default_factory=dict)
    new: list[int] = field(default_factory=list)
    past: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    corrected: int | None = None
    only: int | None = None
    restored: set[int] = field(default_factory=set)


def match(
    dates: Sequence[PlannedDate],
    meetings: Sequence[KnownMeeting],
    now: datetime,
    *,
    past_from: date | None = None,
) -> Matching:
    """Match the dates of a plan, past ones included, with all meetings of the event.

    In this order: (1) the same day and time, withdrawn meetings included; (2) the time to which an
    action moved a meeting; (3) the same day, in order, if there are as many on both sides; (4) only
    if nothing else is to come, the one date to come with the one meeting that has not begun, or
    else with the one that was postponed. Past dates become meetings, or restore withdrawn ones,
    only on the first publication or from the local day ``past_from`` on.
    """
    found = Matching(corrected=_corrected(dates, meetings, now))
    if found.corrected is not None:
        found.pairs = {0: found.corrected}
    else:
        _pair(found, dates, meetings, lambda m: m.start)
        _pair(found, dates, meetings, lambda m: m.moved_start or _NEVER)
        _pair_days(found, dates, meetings, now)
        _pair_only_one(found, dates, meetings, now)
    _leave_withdrawn(found, dates, meetings, now, past_from)
    taken = set(found.pairs.values())
    found.left = [number for number in range(len(meetings)) if number not in taken]
    for number, planned in enumerate(dates):
        if number not in found.pairs and number not in found.past:
            is_made = not meetings or not planned.is_past(now) or _is_from(planned, past_from)
            (found.new if is_made else found.past).append(number)
    return found


def _leave_withdrawn(
    found: Matching,
    dates: Sequence[PlannedDate],
    meetings: Sequence[KnownMeeting],
    now: datetime,
    past_from: date | None,
) -> None:
    """Do not restore withdrawn meetings in the past, unless past dates are asked for."""
    for number, meeting in list(found.pairs.items()):
        if meetings[meeting].is_withdrawn and meetings[meeting].has_begun:
            if not dates[number].is_past(now) or _is_from(dates[number], past_from):
                found.restored.add(meeting)
            else:
                del found.pairs[number]
                found.past.append(number)


def _is_from(planned: PlannedDate, day: date | None) -> bool:
    return day is not None and planned.start is not None and planned.start.date() >= day


_NEVER = object()
_LATEST = datetime.max  # noqa: DTZ901 -- naive, like all starts here


def _corrected(
    dates: Sequence[PlannedDate], meetings: Sequence[KnownMeeting], now: datetime
) -> int | None:
    """Return the event's one meeting if it has ended and the plan's one date is past too.

    What an action decided about it was about its day, so no plan corrects that.
    """
    shown = [number for number, meeting in enumerate(meetings) if not meeting.is_withdrawn]
    if len(shown) != 1 or len(dates) != 1:
        return None
    meeting = meetings[shown[0]]
    if not meeting.has_ended or meeting.is_decided or meeting.is_postponed:
        return None
    is_taken = any(
        meeting.start == dates[0].start and number != shown[0]
        for number, meeting in enumerate(meetings)
    )
    return shown[0] if dates[0].is_past(now) and not is_taken else None


def _pair(
    found: Matching,
    dates: Sequence[PlannedDate],
    meetings: Sequence[KnownMeeting],
    start_of: Callable[[KnownMeeting], Hashable],
) -> None:
    """Pair each date with the first unpaired meeting that has that start."""
    free: dict[Hashable, int] = {}
    for number in reversed(_free_meetings(found, meetings)):
        free[start_of(meetings[number])] = number
    for number in _free_dates(found, dates):
        meeting = free.pop(dates[number].start, None)
        if meeting is not None:
            found.pairs[number] = meeting


def _pair_days(
    found: Matching, dates: Sequence[PlannedDate], meetings: Sequence[KnownMeeting], now: datetime
) -> None:
    """Pair the remaining dates and meetings of each day.

    A meeting that has ended is never paired with a date to come. On a day that already has pairs,
    meetings decided by an action are left out.
    """
    starts = (dates[number].start for number in found.pairs)
    busy = {start.date() for start in starts if start is not None}
    shown = [n for n in _free_meetings(found, meetings) if not meetings[n].is_withdrawn]
    meetings_by_day = _by_day({n: meetings[n].start for n in shown})
    dates_by_day = _by_day({n: dates[n].start for n in _free_dates(found, dates)})
    for day, numbers in dates_by_day.items():
        is_to_come = not all(dates[number].is_past(now) for number in numbers)
        same_day = [
            number
            for number in meetings_by_day.get(day, [])
            if not (is_to_come and meetings[number].has_ended)
            and not (day in busy and meetings[number].is_decided)
        ]
        if len(same_day) == len(numbers):
            found.pairs.update(zip(numbers, same_day, strict=True))


def _by_day(starts: Mapping[int, datetime | None]) -> dict[Hashable, list[int]]:
    """Group indexes by the day of their start, in order of start; undated ones are left out."""
    days: dict[Hashable, list[int]] = {}
    dated = [(start, number) for number, start in starts.items() if start is not None]
    for start, number in sorted(dated):
        days.setdefault(start.date(), []).append(number)
    return days


def _pair_only_one(
    found: Matching,
    dates: Sequence[PlannedDate],
    meetings: Sequence[KnownMeeting],
    now: datetime,
) -> None:
    """Pair the one meeting to come with the one date to come.

    An undated meeting takes the first of several dates.
    """
    shown = {n: m for n, m in enumerate(meetings) if not m.is_withdrawn}
    coming = [n for n, m in shown.items() if not m.has_begun]
    coming = coming or [n for n, m in shown.items() if m.is_postponed]
    begun = {n for n, meeting in found.pairs.items() if meetings[meeting].has_begun}
    planned = [n for n, item in enumerate(dates) if not item.is_past(now) and n not in begun]
    if len(coming) != 1 or not planned:
        return
    meeting = coming[0]
    if meetings[meeting].start is None:
        planned = sorted(planned, key=lambda n: dates[n].start or _LATEST)[:1]
    is_free = planned[0] not in found.pairs and meeting not in found.pairs.values()
    if len(planned) == 1 and is_free and not meetings[meeting].is_decided:
        found.pairs[planned[0]] = found.only = meeting


def _free_dates(found: Matching, dates: Sequence[PlannedDate]) -> list[int]:
    return [number for number in range(len(dates)) if number not in found.pairs]


def _free_meetings(found: Matching, meetings: Sequence[KnownMeeting]) -> list[int]:
    taken = set(found.pairs.values())
    return [number for number in range(len(meetings)) if number not in taken]
