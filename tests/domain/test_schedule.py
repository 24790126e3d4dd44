from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.zones import ZONES, around_clock_changes, zones
from wagtail_lift.domain.instants import (
    instant_of,
    is_repeated,
    is_skipped,
    is_timezone,
    span_of,
    timezone_names,
    to_instant,
    zone,
)


def readings(day: date, at: time, name: str) -> list[datetime]:
    """Return every instant at which the clocks of a zone show this, found by trying offsets."""
    shown = datetime.combine(day, at)
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    nearby = [noon + timedelta(hours=hours) for hours in range(-48, 49)]
    offsets = {instant.astimezone(ZoneInfo(name)).utcoffset() for instant in nearby}
    candidates = {(shown - offset).replace(tzinfo=UTC) for offset in offsets}
    return sorted(
        c for c in candidates if c.astimezone(ZoneInfo(name)).replace(tzinfo=None) == shown
    )


@given(around_clock_changes())
def test_to_instant_shows_the_typed_time_or_the_time_after_the_gap(typed):
    name, day, at = typed
    found = readings(day, at, name)

    instant = to_instant(day, at, name)

    assert (is_skipped(day, at, name), is_repeated(day, at, name)) == (
        len(found) == 0,
        len(found) == 2,
    )
    if found:
        assert instant == found[0]
    else:
        local = instant.astimezone(ZoneInfo(name))
        before = (instant - timedelta(hours=25)).astimezone(ZoneInfo(name)).utcoffset()
        assert instant == (datetime.combine(day, at) - before).replace(tzinfo=UTC)
        assert local.replace(tzinfo=None) > datetime.combine(day, at)


@pytest.mark.parametrize(
    ("name", "day", "at", "expected"),
    [
        ("Europe/London", date(2026, 11, 23), time(12, 30), "2026-11-23T12:30:00+00:00"),
        ("Europe/London", date(2026, 7, 1), time(12, 30), "2026-07-01T11:30:00+00:00"),
        ("Europe/London", date(2026, 3, 29), time(1, 30), "2026-03-29T01:30:00+00:00"),
        ("Europe/London", date(2026, 10, 25), time(1, 30), "2026-10-25T00:30:00+00:00"),
        ("America/New_York", date(2026, 3, 8), time(2, 30), "2026-03-08T07:30:00+00:00"),
        ("America/New_York", date(2026, 11, 1), time(1, 30), "2026-11-01T05:30:00+00:00"),
        ("America/St_Johns", date(2026, 11, 1), time(1, 30), "2026-11-01T04:00:00+00:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03T15:45:00+00:00"),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "2026-04-04T14:45:00+00:00"),
        ("Africa/Casablanca", date(2026, 3, 22), time(2, 30), "2026-03-22T02:30:00+00:00"),
        ("Pacific/Apia", date(2011, 12, 30), time(12, 0), "2011-12-30T22:00:00+00:00"),
        ("Asia/Kolkata", date(2026, 3, 29), time(1, 30), "2026-03-28T20:00:00+00:00"),
        ("Mars/Olympus_Mons", date(2026, 7, 1), time(12, 30), "2026-07-01T12:30:00+00:00"),
    ],
)
def test_to_instant_reads_the_clocks_of_the_zone(name, day, at, expected):
    assert to_instant(day, at, name).isoformat() == expected


def test_to_instant_always_means_the_first_of_two_times():
    day, second = date(2026, 10, 25), time(1, 30, fold=1)

    found = to_instant(day, second, "Europe/London")

    assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(day=st.dates(), at=st.times(), name=zones)
def test_to_instant_can_be_shown_in_any_zone_and_moved_by_days(day, at, name):
    found = to_instant(day, at, name)

    shown = [found.astimezone(ZoneInfo(other)) for other in ZONES]
    assert {local.utcoffset() is not None for local in shown} == {True}
    assert found - timedelta(days=99) < found < found + timedelta(days=99)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date.max, time.max, datetime(9998, 12, 31, tzinfo=UTC)),
        (date.min, time.min, datetime(2, 1, 1, tzinfo=UTC)),
    ],
)
def test_to_instant_ends_where_the_calendar_does(day, at, expected):
    assert {to_instant(day, at, name) for name in ZONES} == {expected}


def test_timezone_names_are_places_in_order_and_utc():
    found = timezone_names()

    assert set(ZONES) <= set(found)
    assert list(found) == sorted(set(found))
    assert {name for name in found if "/" not in name} == {"UTC"}
    assert not [name for name in found if name.startswith(("Etc/", "US/", "posix/", "right/"))]


def test_timezone_names_are_all_known():
    assert [name for name in timezone_names() if not is_timezone(name)] == []


@pytest.mark.parametrize("name", ["", "London", "europe/london", "Europe", "../etc/passwd", "\0"])
def test_zone_of_a_name_that_is_not_known_is_utc(name):
    assert (is_timezone(name), zone(name)) == (False, ZoneInfo("UTC"))


SPRING = date(2027, 3, 28)
"""The day on which the clocks of London go from 1:00 to 2:00."""


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (time(0, 30), time(3, 30), (time(0, 30), time(2, 30))),
        (time(1, 15), time(2, 15), (time(1, 15), time(2, 15))),  # both are the same instant
        (time(1, 45), time(2, 15), (time(1, 45), time(2, 15))),  # the end before the start
    ],
)
def test_span_ends_when_the_clock_says_unless_that_is_not_after_the_start(start, end, expected):
    typed = [datetime.combine(SPRING, at) for at in (start, end)]

    assert span_of(*typed, "Europe/London") == tuple(
        datetime.combine(SPRING, at, tzinfo=UTC) for at in expected
    )


NOON = datetime.combine(SPRING, time(12))


@pytest.mark.parametrize(("start", "end"), [(None, NOON), (NOON, None), (None, None)])
def test_span_has_both_instants_or_neither(start, end):
    assert span_of(start, end, "Europe/London") == (None, None)


def test_no_moment_has_no_instant():
    assert instant_of(None, "Europe/London") is None
