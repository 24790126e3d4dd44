"""The changes of clocks, against ``zoneinfo`` itself."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wagtail_lift.domain.schedule import timezone_names, zone
from wagtail_lift.domain.timezones import (
    ClockChange,
    can_be_told_locally,
    clock_changes,
    read_offset,
    years_around,
)

HOUR = timedelta(hours=1)


def wall(*parts: int) -> datetime:
    """Return what the clocks on a wall show."""
    return datetime(*parts)  # noqa: DTZ001 -- without a zone, that is the point


def test_first_of_a_span_says_what_holds_and_the_others_what_changes():
    assert clock_changes("Europe/London", 2026, 2026) == (
        ClockChange(wall(2026, 1, 1), 0 * HOUR, 0 * HOUR, "GMT", False),
        ClockChange(wall(2026, 3, 29, 1), 0 * HOUR, HOUR, "BST", True),
        ClockChange(wall(2026, 10, 25, 2), HOUR, 0 * HOUR, "GMT", False),
    )


@pytest.mark.parametrize(
    ("timezone", "year", "onsets"),
    [
        ("Africa/Casablanca", 2026, [wall(2026, 2, 15, 3), wall(2026, 3, 22, 2)]),
        ("Australia/Lord_Howe", 2026, [wall(2026, 4, 5, 2), wall(2026, 10, 4, 2)]),
        ("America/St_Johns", 2026, [wall(2026, 3, 8, 2), wall(2026, 11, 1, 2)]),
        ("Asia/Kolkata", 2026, []),
        (
            "Pacific/Apia",
            2011,
            [wall(2011, 4, 2, 4), wall(2011, 9, 24, 3), wall(2011, 12, 30)],
        ),
    ],
)
def test_changes_of_irregular_zones_are_found(timezone, year, onsets):
    assert [change.local for change in clock_changes(timezone, year, year)[1:]] == onsets


@settings(max_examples=150)
@given(
    timezone=st.sampled_from(timezone_names()),
    instant=st.datetimes(wall(1972, 1, 1), wall(2097, 1, 1)),
)
@example(timezone="Africa/Casablanca", instant=wall(2026, 2, 15, 2))
@example(timezone="Africa/Monrovia", instant=wall(1972, 1, 5))
@example(timezone="Australia/Lord_Howe", instant=wall(2026, 4, 4, 15, 15))
def test_what_is_told_locally_is_read_as_it_was_meant(timezone, instant):
    meant = instant.replace(tzinfo=UTC)
    local = meant.astimezone(zone(timezone)).replace(tzinfo=None)

    read = read_offset(clock_changes(timezone, *years_around(meant, meant)), local)

    if can_be_told_locally(meant, timezone):
        assert local - read == instant
    else:
        assert read is None or read % timedelta(minutes=1)


@pytest.mark.parametrize(
    ("instant", "timezone", "expected"),
    [
        (datetime(2026, 10, 25, 0, 59, tzinfo=UTC), "Europe/London", False),  # the first 01:59
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), "Europe/London", False),  # the second 01:00
        (datetime(2026, 10, 24, 23, 59, tzinfo=UTC), "Europe/London", True),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "Europe/London", True),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "Europe/London", True),
        (datetime(1970, 6, 1, tzinfo=UTC), "Europe/London", False),
        (datetime(2099, 1, 1, tzinfo=UTC), "Europe/London", False),
        (datetime(1971, 6, 1, tzinfo=UTC), "Africa/Monrovia", False),  # 44 minutes, 30 seconds
        (datetime(2, 1, 1, tzinfo=UTC), "America/New_York", False),
        (datetime(9998, 12, 31, tzinfo=UTC), "Pacific/Apia", False),
    ],
)
def test_times_that_readers_may_misread_are_not_told_locally(instant, timezone, expected):
    assert can_be_told_locally(instant, timezone) is expected
