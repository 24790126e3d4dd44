"""What is asked for, of either side by the same address below its programme."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.content import BenchmarkSite
from benchmarks.specs import next_month

PAGE_SIZE = 20
REPEATING, UPCOMING = 0, 1
"""The numbers of an event with twelve dates and of one with a single date to come."""


@dataclass(frozen=True, slots=True)
class Case:
    """An address below a programme.

    ``budget`` is how many times the floor's time ours may take, ``None`` where it is only told.
    ``limits_growth`` says that ours may also not grow faster than the floor with the site.
    A round asks for it ``most_calls`` times at most, with an empty cache if it ``is_cold``.
    """

    key: str
    label: str
    path: Callable[[BenchmarkSite], str]
    budget: float | None
    limits_growth: bool = False
    most_calls: int = 100
    is_cold: bool = False


def _deep_page(site: BenchmarkSite) -> str:
    """Return the address of page 50 or, on a smaller site, of the last full one."""
    return f"?when=upcoming&page={max(1, min(50, site.size // 2 // PAGE_SIZE))}"


def _month(site: BenchmarkSite) -> str:
    first_day = next_month(site.today)
    return f"calendar/{first_day.year}/{first_day.month:02}/"


CASES = (
    Case("list", "list, first page", lambda site: "", 1.5, True),
    Case("deep", "list, page 50", _deep_page, 1.5, True),
    Case("each", "list, `each=date`", lambda site: "?each=date", 1.5, True),
    Case("filtered", "list, filtered", lambda site: "?tag=care&mode=online", 1.5, True),
    Case("month", "month", _month, 1.5, True, most_calls=8),
    Case("event", "event page", lambda site: f"conversation-{UPCOMING}/", 2),
    Case("series", "event page, 12 dates", lambda site: f"conversation-{REPEATING}/", 2),
    Case("feed", "programme feed, cold", lambda site: "ics/", 0.8, most_calls=3, is_cold=True),
)
