"""Timing of a DIY event guide: how long it takes, and when each part begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

LEAST_SHARE = 5
"""Minutes; those that are shared out are a multiple of it."""


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One timed part of a guide: its title, its length, and whether it may go if time is short."""

    title: str
    minutes: int
    can_be_left_out: bool = False


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """A question to print on a card and cut out; ``part`` is the round it helps, if any."""

    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class ShorterGuide:
    """What a guide takes without the parts that can be left out, and the titles of those."""

    minutes: int
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunSheetLine:
    """One line of a run sheet, with wall-clock times."""

    title: str
    minutes: int
    starts: time
    ends: time
    can_be_left_out: bool = False


def total_minutes(steps: Iterable[GuideStep]) -> int:
    """Return the total length of the guide in minutes."""
    return sum(step.minutes for step in steps)


def shorter_guide(steps: Iterable[GuideStep]) -> ShorterGuide | None:
    """Return the guide without what can be left out; ``None`` if that saves or leaves no time."""
    known = list(steps)
    spare = [step for step in known if step.can_be_left_out and step.minutes]
    left = total_minutes(known) - total_minutes(spare)
    return ShorterGuide(left, tuple(step.title for step in spare)) if spare and left else None


def cards_of(questions: Iterable[str], prompts: Iterable[QuestionCard]) -> list[QuestionCard]:
    """Return a card for each question, then one for each prompt; no text twice."""
    cards = [*(QuestionCard(text) for text in questions if text), *prompts]
    return list({card.text: card for card in reversed(cards)}.values())[::-1]


def is_group_size(least: int | None, most: int | None) -> bool:
    """Return whether two numbers of people, each of which may be left open, are a group's size."""
    return least is None or most is None or least <= most


def run_sheet(steps: Iterable[GuideStep], starts: time) -> tuple[RunSheetLine, ...]:
    """Return the parts one after the other with wall-clock times, which wrap at midnight."""
    lines = []
    at = datetime.combine(date(2000, 1, 1), starts)
    for step in steps:
        ends = at + timedelta(minutes=step.minutes)
        lines.append(
            RunSheetLine(step.title, step.minutes, at.time(), ends.time(), step.can_be_left_out)
        )
        at = ends
    return tuple(lines)


def shared_minutes(known: Sequence[int | None], total: int) -> list[int]:
    """Return the minutes of each part; those that are not known share what is left of ``total``.

    Each of them gets the same: full five minutes where there is enough, and never less than five.
    """
    missing = sum(1 for minutes in known if not minutes)
    left = total - sum(minutes or 0 for minutes in known)
    share = max(LEAST_SHARE, left // missing // LEAST_SHARE * LEAST_SHARE) if missing else 0
    return [minutes or share for minutes in known]
