"""Measuring one site: ours and the floor in turns, so that both see the same machine."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.test import Client

from benchmarks import asking
from benchmarks.cases import CASES, Case
from benchmarks.content import BenchmarkSite, project
from wagtail_lift.models import EventOccurrence

CALLS = 15
TRACED = 2000
"""Of how many events the rebuilding is watched for memory, which makes it slow."""


@dataclass
class Timing:
    """How long one case took: for each round the median, in seconds, of either side."""

    ours: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)

    @property
    def ratios(self) -> list[float]:
        """Return how many times the floor's time ours took, in each round."""
        return [ours / floor for ours, floor in zip(self.ours, self.floor, strict=True)]

    @property
    def ratio(self) -> float:
        """Return the median of the rounds' ratios."""
        return median(self.ratios)


@dataclass
class Measurements:
    """Everything measured on a site of ``size`` events; memory in bytes, rates per second.

    ``queries`` are those of ours and of the floor, ``unchanged`` the seconds that a 304 takes.
    """

    size: int
    occurrences: int
    timings: dict[str, Timing]
    queries: dict[str, tuple[int, int]]
    unchanged: list[float] = field(default_factory=list)
    feed_peak: int = 0
    floor_feed_peak: int = 0
    first_rate: float = 0
    rebuild_rate: float = 0
    rebuild_peak: int = 0

    @property
    def unchanged_part(self) -> float:
        """Return which part of the time of a full feed an unchanged one takes."""
        return median(self.unchanged) / median(self.timings["feed"].ours)


def measure(
    site: BenchmarkSite,
    *,
    rounds: int,
    calls: int = CALLS,
    say: Callable[[str], Any],
    is_over: Callable[[], bool] = lambda: False,
) -> Measurements:
    """Measure a site whose latest events are not projected yet.

    Each case is asked for ``calls`` times in a round, or fewer if it says so. No further round
    begins once ``is_over`` says so; one is always made.
    """
    before = EventOccurrence.objects.count()
    refresh_statistics()
    seconds = _seconds(project)
    refresh_statistics()
    count = EventOccurrence.objects.count()
    found = Measurements(site.size, count, {case.key: Timing() for case in CASES}, {})
    found.first_rate = (count - before) / seconds
    client = Client()
    for case in CASES:
        ours, floor = urls_of(site, case)
        asking.fetch(client, ours)
        asking.fetch(client, floor)
        found.queries[case.key] = (
            asking.queries_of(client, ours),
            asking.queries_of(client, floor),
        )
    for number in range(1, rounds + 1):
        say(f"{site.size} events, round {number} of {rounds}")
        _measure_round(site, client, found, calls)
        if is_over():
            break
    found.rebuild_rate = found.occurrences / _seconds(project)
    _measure_memory(site, client, found)
    return found


def refresh_statistics() -> None:
    """Do at once what PostgreSQL's autovacuum does within a minute after many rows have changed."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def urls_of(site: BenchmarkSite, case: Case) -> tuple[str, str]:
    """Return the addresses of a case, ours first."""
    if case.beside is not None:
        return case.beside(site)
    return f"{site.ours.url}{case.path(site)}", f"{site.floor.url}{case.path(site)}"


def _measure_round(site: BenchmarkSite, client: Client, found: Measurements, calls: int) -> None:
    gc.collect()
    for case in CASES:
        ours_url, floor_url = urls_of(site, case)
        ours, floor = [], []
        for _ in range(min(calls, case.most_calls)):
            for url, taken in ((ours_url, ours), (floor_url, floor)):
                if case.is_cold:
                    cache.clear()
                taken.append(asking.seconds_of(client, url))
        found.timings[case.key].ours.append(median(ours))
        found.timings[case.key].floor.append(median(floor))
    feed = f"{site.ours.url}ics/"
    mark = asking.mark_of(client, feed)
    taken = [asking.seconds_unchanged(client, feed, mark) for _ in range(calls)]
    found.unchanged.append(median(taken))


def _measure_memory(site: BenchmarkSite, client: Client, found: Measurements) -> None:
    found.feed_peak = asking.heap_peak_of(client, f"{site.ours.url}ics/")
    found.floor_feed_peak = asking.heap_peak_of(client, f"{site.floor.url}ics/")
    with asking.heap_peak() as peak:
        project(at_most=TRACED)
    found.rebuild_peak = peak[0]


def _seconds(act: Callable[[], Any]) -> float:
    begin = asking.clock()
    act()
    return max(asking.clock() - begin, time.get_clock_info("process_time").resolution)
