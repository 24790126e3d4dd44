"""What there is to gather insights about: dates that have taken place and that no pack covers."""

from dataclasses import dataclass
from datetime import datetime

from ..domain.lifecycle import stage
from ..enums import Stage
from ..models.kinds import EventKind, PackKind
from ..models.meetings import Meeting
from .lookup import packs_of
from .openness import facts_of


@dataclass(frozen=True, slots=True)
class Gatherable:
    """The dates that no pack covers, latest first, and the packs that there are, drafts included.

    ``over``: all dates that have taken place. ``is_series``: the event has several dates, so that a
    pack may be about one. ``is_over``: none of them is to come. A pack about the whole event covers
    every date.
    """

    dates: tuple[Meeting, ...]
    over: tuple[Meeting, ...]
    packs: tuple[PackKind, ...]
    is_series: bool
    is_over: bool

    @property
    def has_taken_place(self) -> bool:
        """Return whether any date has taken place."""
        return bool(self.over)

    @property
    def is_covered(self) -> bool:
        """Return whether there is nothing left to gather about."""
        return self.has_taken_place and not self.dates


def gatherable(event: EventKind, now: datetime) -> Gatherable:
    """Return what there is to gather about an event, in a few queries.

    An event with one date has one pack. A date that is cancelled or postponed does not count.
    """
    shown = Meeting.objects.shown().filter(event__page_links__page=event.pk)
    stages = {meeting: stage(facts_of(meeting), now) for meeting in shown}
    over = [meeting for meeting, known in stages.items() if known == Stage.TAKEN_PLACE]
    over.sort(key=lambda meeting: (meeting.current_ends_at, meeting.pk), reverse=True)
    packs = packs_of(event)
    is_series = len(stages) > 1
    told = {pack.meeting_id if is_series else None for pack in packs}
    to_come = (Stage.UPCOMING, Stage.HAPPENING_NOW, Stage.UNDATED)
    return Gatherable(
        dates=tuple(m for m in over if None not in told and m.pk not in told),
        over=tuple(over),
        packs=tuple(packs),
        is_series=is_series,
        is_over=not any(known in to_come for known in stages.values()),
    )
