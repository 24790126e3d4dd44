"""The clocks that calendars are told, against ``zoneinfo`` itself."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wagtail_lift.domain import timezones
from wagtail_lift.domain.instants import timezone_names, zone
from wagtail_lift.domain.timezones import (
    LAST_WEEK,
    ClockChange,
    YearlyClocks,
    can_be_told_locally,
    clock_changes,
    told_clocks,
    told_offset,
)

HOUR = timedelta(hours=1)
RAMADAN = "Test/Ramadan"
"""Morocco by the zone data of 2025, whatever is installed: clocks go back for a month."""


@pytest.fixture(autouse=True)
def zone_with_ramadan(monkeypatch):
    """The zone of that name, beside those of the zone data that is installed."""
    with (Path(__file__).parent / "zone_data" / "casablanca_2025.tzif").open("rb") as file:
        frozen = ZoneInfo.from_file(file, key=RAMADAN)
    monkeypatch.setattr(timezones, "zone", lambda name: frozen if name == RAMADAN else zone(name))


def wall(*parts: int) -> datetime:
    """Return what the clocks on a wall show."""
    return datetime(*parts)  # noqa: DTZ001 -- without a zone, that is the point


def test_changes_of_a_year_say_what_the_clocks_show_before_them():
    assert clock_changes("Europe/London", 2026, 2026) == (
        ClockChange(wall(2026, 3, 29, 1), 0 * HOUR, HOUR, "BST"),
        ClockChange(wall(2026, 10, 25, 2), HOUR, 0 * HOUR, "GMT"),
    )


@pytest.mark.parametrize(
    ("timezone", "year", "onsets"),
    [
        (RAMADAN, 2026, [wall(2026, 2, 15, 3), wall(2026, 3, 22, 2)]),
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
    assert [change.local for change in clock_changes(timezone, year, year)] == onsets


SUNDAY, FRIDAY, SATURDAY = 6, 4, 5


@pytest.mark.parametrize(
    ("timezone", "expected"),
    [
        ("UTC", [YearlyClocks(0 * HOUR, 0 * HOUR, "UTC")]),
        ("Asia/Kolkata", [YearlyClocks(5.5 * HOUR, 5.5 * HOUR, "IST")]),
        (
            "Europe/London",
            [
                YearlyClocks(HOUR, 0 * HOUR, "GMT", 10, LAST_WEEK, SUNDAY, time(2)),
                YearlyClocks(0 * HOUR, HOUR, "BST", 3, LAST_WEEK, SUNDAY, time(1)),
            ],
        ),
        (
            "America/New_York",
            [
                YearlyClocks(-4 * HOUR, -5 * HOUR, "EST", 11, 1, SUNDAY, time(2)),
                YearlyClocks(-5 * HOUR, -4 * HOUR, "EDT", 3, 2, SUNDAY, time(2)),
            ],
        ),
        (  # from the 23rd to the 29th in spring: mostly the fourth Friday
            "Asia/Jerusalem",
            [
                YearlyClocks(3 * HOUR, 2 * HOUR, "IST", 10, LAST_WEEK, SUNDAY, time(2)),
                YearlyClocks(2 * HOUR, 3 * HOUR, "IDT", 3, 4, FRIDAY, time(2)),
            ],
        ),
        (RAMADAN, [YearlyClocks(HOUR, HOUR, "+01")]),
    ],
)
def test_calendars_are_told_the_rule_that_a_zone_keeps(timezone, expected):
    assert list(told_clocks(timezone)) == expected


@pytest.mark.parametrize(
    ("clocks", "onsets"),
    [
        ((3, LAST_WEEK, SUNDAY), [wall(2026, 3, 29, 2), wall(2027, 3, 28, 2)]),
        ((11, 1, SUNDAY), [wall(2026, 11, 1, 2), wall(2027, 11, 7, 2)]),
        ((3, 4, FRIDAY), [wall(2026, 3, 27, 2), wall(2027, 3, 26, 2)]),
        ((1, 0, SATURDAY), [wall(2026, 1, 1, 2), wall(2027, 1, 1, 2)]),
    ],
)
def test_onset_is_on_the_same_weekday_each_year(clocks, onsets):
    told = YearlyClocks(0 * HOUR, HOUR, "", *clocks, time(2))

    assert [told.onset(year) for year in (2026, 2027)] == onsets


def test_every_zone_is_told_with_at_most_one_change_each_way():
    told = {
        timezone: [c.is_daylight for c in told_clocks(timezone)] for timezone in timezone_names()
    }

    assert {t for t, ways in told.items() if ways not in ([False], [False, True])} == set()


@settings(max_examples=300)
@given(
    timezone=st.sampled_from(timezone_names()),
    instant=st.datetimes(wall(1971, 1, 1), wall(2035, 12, 31)),
)
@example(timezone="Africa/Casablanca", instant=wall(2026, 2, 15, 2))
@example(timezone="Africa/Monrovia", instant=wall(1972, 1, 5))
@example(timezone="Australia/Lord_Howe", instant=wall(2026, 4, 4, 15, 15))
def test_what_is_told_locally_is_read_as_it_was_meant(timezone, instant):
    meant = instant.replace(tzinfo=UTC)
    local = meant.astimezone(zone(timezone)).replace(tzinfo=None)

    if can_be_told_locally(meant, timezone):
        assert local - told_offset(timezone, local) == instant
        assert local.replace(tzinfo=zone(timezone)).astimezone(UTC) == meant
        assert local.replace(tzinfo=zone(timezone), fold=1).astimezone(UTC) == meant


@pytest.mark.parametrize("timezone", ["Europe/London", "America/New_York", "Australia/Sydney"])
def test_nearly_all_times_of_a_zone_with_a_rule_are_told_locally(timezone):
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + n * HOUR for n in range(365 * 24)]

    assert sum(not can_be_told_locally(hour, timezone) for hour in hours) == 2


@pytest.mark.parametrize(
    ("instant", "timezone", "expected"),
    [
        (datetime(2026, 10, 25, 0, 59, tzinfo=UTC), "Europe/London", False),  # the first 01:59
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), "Europe/London", False),  # the second 01:00
        (datetime(2026, 10, 24, 23, 59, tzinfo=UTC), "Europe/London", True),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "Europe/London", True),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "Europe/London", True),
        (datetime(1970, 6, 1, tzinfo=UTC), "Europe/London", False),
        (datetime(2035, 12, 31, 23, tzinfo=UTC), "Europe/London", True),
        (datetime(2036, 1, 1, tzinfo=UTC), "Europe/London", False),
        (datetime(2026, 2, 14, 12, tzinfo=UTC), RAMADAN, True),
        (datetime(2026, 3, 1, 12, tzinfo=UTC), RAMADAN, False),  # Ramadan
        (datetime(2027, 2, 7, 1, 30, tzinfo=UTC), RAMADAN, False),  # the first 02:30
        (datetime(2006, 3, 20, 12, tzinfo=UTC), "America/New_York", False),  # another rule
        (datetime(2006, 7, 1, 12, tzinfo=UTC), "America/New_York", True),
        (datetime(1971, 6, 1, tzinfo=UTC), "Africa/Monrovia", False),  # 44 minutes, 30 seconds
        (datetime(2, 1, 1, tzinfo=UTC), "America/New_York", False),
        (datetime(9998, 12, 31, tzinfo=UTC), "Pacific/Apia", False),
    ],
)
def test_times_that_readers_may_misread_are_not_told_locally(instant, timezone, expected):
    assert can_be_told_locally(instant, timezone) is expected


@pytest.mark.parametrize(
    ("local", "hours"),
    [
        ("2027-03-28 00:59", 0),
        ("2027-03-28 01:30", None),
        ("2027-03-28 02:00", 1),
        ("2027-10-31 01:30", None),
    ],
)
def test_no_offset_is_told_within_a_clock_change(local, hours):
    expected = None if hours is None else timedelta(hours=hours)

    assert told_offset("Europe/London", datetime.fromisoformat(local)) == expected
