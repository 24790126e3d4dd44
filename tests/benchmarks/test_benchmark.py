"""The benchmark runs, and both of its sides answer with the same events."""

import json
import re

import pytest
from django.db import connection
from django.utils import timezone
from icalendar import Calendar

from benchmarks import settings as benchmarked
from benchmarks.cases import CASES
from benchmarks.content import grow, make_site, project
from benchmarks.measuring import measure, urls_of
from benchmarks.report import document, table

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="That the benchmark runs is seen on one database."
)

SIZE = 30
TITLES = re.compile(r"<a[^>]*>\s*(?:<bdi>)?(Conversation \d+)")


@pytest.fixture
def site(home, settings):
    settings.ROOT_URLCONF = "benchmarks.urls"
    settings.WAGTAIL_LIFT_CALENDAR_PAST_DAYS = benchmarked.WAGTAIL_LIFT_CALENDAR_PAST_DAYS
    settings.WAGTAIL_LIFT_CALENDAR_AHEAD_MONTHS = benchmarked.WAGTAIL_LIFT_CALENDAR_AHEAD_MONTHS
    return make_site(home, timezone.localdate())


@pytest.fixture
def read(client):
    """Read an address to its end."""

    def _read(url):
        response = client.get(url)
        assert response.status_code == 200
        return b"".join(response).decode()

    return _read


def told(calendar):
    """Return the title and the start (an instant) of everything in a calendar."""
    events = Calendar.from_ical(calendar).walk("VEVENT")
    return sorted((str(e["SUMMARY"]), e["DTSTART"].dt.timestamp()) for e in events)


def test_both_sides_answer_with_the_same_events(site, read):
    grow(site, SIZE)
    project()

    for case in CASES:
        ours, floor = map(read, urls_of(site, case))
        if case.key == "feed":
            assert told(ours) == told(floor)
            assert len(told(ours)) == SIZE + 3 * 11
        elif case.key == "v2":
            ours, floor = (json.loads(answer)["items"] for answer in (ours, floor))
            assert len(ours) == len(floor) == 20
            assert [len({**i, **i["meta"]}) for i in ours] == [
                len({**i, **i["meta"]}) for i in floor
            ]
        elif case.beside is not None:
            items = [item.get("card", item) for item in json.loads(ours)["items"]]
            assert [item["title"] for item in items] == TITLES.findall(floor)[: len(items)]
            assert len(items) > 10
        elif case.key not in ("event", "series"):
            found = TITLES.findall(floor)
            assert found, case.key
            assert TITLES.findall(ours)[: len(found)] == found, case.key


@pytest.mark.slow
def test_benchmark_measures_and_reports(site):
    lines = []
    grow(site, 4)

    found = measure(site, rounds=2, calls=1, say=lines.append)
    text = document([found])

    assert lines == ["4 events, round 1 of 2", "4 events, round 2 of 2"]
    assert (found.size, found.occurrences) == (4, 3 + 12)
    assert [len(timing.ratios) for timing in found.timings.values()] == [2] * len(CASES)
    assert table([found]).count("\n| ") == len(CASES) + 7
    assert all(case.label in text for case in CASES)
    assert "{" not in text
