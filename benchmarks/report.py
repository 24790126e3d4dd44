"""What was measured, as a document."""

import platform
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

import django
import wagtail
from django.db import connection

from benchmarks.asking import clock_name
from benchmarks.cases import CASES, Case
from benchmarks.measuring import Measurements, Timing

TEXT = Path(__file__).resolve().parent / "costs.md"
MEBIBYTE = 2**20
MOST_GROWTH = 1.1
MOST_UNCHANGED = 1 / 10
MOST_FEED_PEAK = 4 * MEBIBYTE
LEAST_REBUILT = 1500


def document(found: Sequence[Measurements]) -> str:
    """Return the page of the documentation about these measurements, smallest site first."""
    parts = {
        "versions": _versions(),
        "clock": clock_name(),
        "rounds": str(len(found[-1].unchanged)),
        "times": "\n".join(_times(found)),
        "others": "\n".join(_others(found)),
    }
    text = TEXT.read_text()
    for name, part in parts.items():
        text = text.replace(f"{{{name}}}", part)
    return text


def table(found: Sequence[Measurements]) -> str:
    """Return the tables alone, as they are printed at the end of a run."""
    return "\n".join([*_times(found), "", *_others(found)])


def _versions() -> str:
    version = connection.get_database_version()
    database = f"{connection.display_name} {'.'.join(map(str, version))}"
    python = platform.python_version()
    return (
        f"Python {python}, Django {django.__version__}, Wagtail {wagtail.__version__}, {database}"
    )


def _times(found: Sequence[Measurements]) -> Iterator[str]:
    largest = found[-1]
    sizes = f"{found[0].size:,} → {largest.size:,}"
    yield (
        f"| at {largest.size:,} events | ours | floor | ratio | budget | holds "
        f"| growth {sizes}: ours | floor | holds | queries: ours | floor |"
    )
    yield "|---|--:|--:|---|--:|---|--:|--:|---|---|---|"
    for case in CASES:
        timing = largest.timings[case.key]
        grown = [_growth(found, case, side) for side in (_ours, _floor)]
        cells = [
            case.label,
            _milliseconds(timing.ours),
            _milliseconds(timing.floor),
            f"{timing.ratio:.2f} ({min(timing.ratios):.2f}–{max(timing.ratios):.2f})",
            *_judged(timing, case),
            *(f"{growth:.2f}" for growth in grown),
            _word(grown[0] <= grown[1] * MOST_GROWTH) if case.limits_growth else "",
            *(_queries(found, case, side) for side in (0, 1)),
        ]
        yield f"| {' | '.join(cells)} |"


def _judged(timing: Timing, case: Case) -> tuple[str, str]:
    """Return the budget of a case and whether it holds; nothing where there is none."""
    if case.budget is None:
        return "", ""
    return f"{case.budget:g}", _word(timing.ratio <= case.budget)


def _others(found: Sequence[Measurements]) -> Iterator[str]:
    yield f"| {' | '.join(['', *(f'{m.size:,} events' for m in found), 'budget', 'holds'])} |"
    yield f"|---|{'--:|' * len(found)}---|---|"
    rows: list[tuple[str, Callable[[Measurements], str], str, bool | None]] = [
        ("dates", lambda m: f"{m.occurrences:,}", "", None),
        (
            "feed, unchanged: part of the full one's time",
            lambda m: f"1/{1 / m.unchanged_part:.0f}",
            "1/10",
            found[-1].unchanged_part <= MOST_UNCHANGED,
        ),
        (
            "feed, peak of the heap (floor)",
            lambda m: f"{_mebibytes(m.feed_peak)} ({_mebibytes(m.floor_feed_peak)})",
            "4 MiB",
            max(m.feed_peak for m in found) <= MOST_FEED_PEAK,
        ),
        ("first projection, dates a second", lambda m: f"{m.first_rate:,.0f}", "", None),
        (
            "rebuilding, dates a second",
            lambda m: f"{m.rebuild_rate:,.0f}",
            f"{LEAST_REBUILT:,}",
            found[-1].rebuild_rate >= LEAST_REBUILT,
        ),
        ("rebuilding, peak of the heap", lambda m: _mebibytes(m.rebuild_peak), "bounded", None),
    ]
    for label, value, budget, holds in rows:
        word = "" if holds is None else _word(holds)
        yield f"| {' | '.join([label, *map(value, found), budget, word])} |"


def _growth(
    found: Sequence[Measurements], case: Case, side: Callable[[Timing], list[float]]
) -> float:
    first, last = (median(side(m.timings[case.key])) for m in (found[0], found[-1]))
    return last / first


def _queries(found: Sequence[Measurements], case: Case, side: int) -> str:
    """Return the number of queries, or that of each size where they differ."""
    numbers = [m.queries[case.key][side] for m in found]
    return str(numbers[0]) if len(set(numbers)) == 1 else ", ".join(map(str, numbers))


def _ours(timing: Timing) -> list[float]:
    return timing.ours


def _floor(timing: Timing) -> list[float]:
    return timing.floor


def _milliseconds(seconds: Sequence[float]) -> str:
    return f"{median(seconds) * 1000:.1f} ms"


def _mebibytes(count: int) -> str:
    return f"{count / MEBIBYTE:.1f} MiB"


def _word(holds: bool) -> str:
    return "yes" if holds else "**no**"
