"""Timing of a DIY event guide: how long it takes, and when each part begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One timed part of a guide: its title and length in minutes."""

    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class RunSheetLine:
    """One line of a run sheet, with wall-clock times."""

    title: str
    minutes: int
    starts: time
    ends: time


def total_minutes(steps: Iterable[GuideStep]) -> int:
    """Return the total length of the guide in minutes."""
    return sum(step.minutes for step in steps)


def run_sheet(steps: Iterable[GuideStep], starts: time) -> tuple[RunSheetLine, ...]:
    """Return the parts one after the other with wall-clock times, which wrap at midnight."""
    lines = []
    at = datetime.combine(date(2000, 1, 1), starts)
    for step in steps:
        ends = at + timedelta(minutes=step.minutes)
        lines.append(RunSheetLine(step.title, step.minutes, at.time(), ends.time()))
        at = ends
    return tuple(lines)
