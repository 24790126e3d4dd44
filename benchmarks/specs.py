"""What the events of the benchmark are: the same for every run on a day, for both sides.

Event ``n`` is the same on a site of any size, so that a site is made larger by adding to it.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = "Europe/London"
LASTS = timedelta(minutes=90)
DATES_OF_A_REPEATING_EVENT = 12
EACH_REPEATING = 10
SPREAD = 350
"""How many days the events reach into the past and into the future."""

GOLDEN = 0.6180339887498949
"""Its multiples fill an interval evenly, however many there are."""

TOPICS = ("Care", "Food", "Grief", "Kindness", "Loneliness", "Rest", "Work", "Youth")
MODES = ("in_person", "online", "both")
PLACES = ("Parish Hall, Harrowmere", "Library, Fenwick Street", "The Boathouse", "Room 4")
SENTENCES = (
    "A conversation about kindness, and about the days on which it is hard.",
    "We sit in a circle, and whoever wants to begin begins.",
    "Bring somebody who disagrees with you; there is tea for both.",
    "Nobody takes minutes, and everybody takes something home.",
    "What we learn is opened to all, so that others hold the same conversation.",
)
QUESTIONS = (
    "When did somebody last surprise you?",
    "What would you ask for if it cost nothing?",
    "Who is not in this room, and why?",
)


@dataclass(frozen=True, slots=True)
class EventSpec:
    """One event; times are those of ``ZONE``."""

    number: int
    start_date: date
    start_time: time
    repeats: bool

    @property
    def title(self) -> str:
        """Return the title, which no other event has."""
        return f"Conversation {self.number}"

    @property
    def slug(self) -> str:
        """Return the slug."""
        return f"conversation-{self.number}"

    @property
    def summary(self) -> str:
        """Return one sentence."""
        return _pick(SENTENCES, self.number)

    @property
    def paragraphs(self) -> list[str]:
        """Return the body as HTML."""
        return [
            "".join(f"<p>{_pick(SENTENCES, self.number + n + m)}</p>" for m in range(3))
            for n in range(3)
        ]

    @property
    def place(self) -> str:
        """Return where it is."""
        return _pick(PLACES, self.number)

    @property
    def mode(self) -> str:
        """Return how people take part."""
        return _pick(MODES, self.number)

    @property
    def topics(self) -> tuple[str, ...]:
        """Return two topics."""
        return _pick(TOPICS, self.number), _pick(TOPICS, self.number // len(TOPICS) + 1)

    @property
    def host_number(self) -> int:
        """Return which host holds it."""
        return self.number % 40

    @property
    def rule(self) -> str:
        """Return how it repeats, as RFC 5545 writes it; empty for an only date."""
        return f"FREQ=MONTHLY;COUNT={DATES_OF_A_REPEATING_EVENT}" if self.repeats else ""

    @property
    def end_time(self) -> time:
        """Return when it ends, on the same day."""
        return (datetime.combine(date.min, self.start_time) + LASTS).time()

    @property
    def dates(self) -> list[tuple[datetime, datetime]]:
        """Return the start and end (UTC) of each date."""
        return [_instants(day, self.start_time) for day in self._days()]

    def _days(self) -> Iterator[date]:
        for n in range(DATES_OF_A_REPEATING_EVENT if self.repeats else 1):
            months = self.start_date.month - 1 + n
            yield self.start_date.replace(
                year=self.start_date.year + months // 12, month=months % 12 + 1
            )


def event_specs(first: int, end: int, today: date) -> list[EventSpec]:
    """Return the events from ``first`` up to ``end``: half of the dates past, a tenth repeating."""
    return [_spec(number, today) for number in range(first, end)]


def next_month(today: date) -> date:
    """Return the first day of the next month."""
    return today.replace(day=1) + timedelta(days=monthrange(today.year, today.month)[1])


def _spec(number: int, today: date) -> EventSpec:
    repeats = number % EACH_REPEATING == 0
    span = SPREAD if repeats else 2 * SPREAD
    day = today + timedelta(days=int(number * GOLDEN % 1 * span) - SPREAD)
    if repeats:  # on a day that every month has
        day = day.replace(day=min(day.day, 28))
    return EventSpec(number, day, time(9 + number % 11, number % 4 * 15), repeats)


def _instants(day: date, at: time) -> tuple[datetime, datetime]:
    start = datetime.combine(day, at, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    return start, start + LASTS


def _pick(values: tuple[str, ...], number: int) -> str:
    return values[number % len(values)]
