"""A date as it is typed, and what it comes to: instants, ends, windows, and what is told."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.zones import around_clock_changes, zones
from wagtail_lift.domain.instants import is_skipped, wall_clock_text
from wagtail_lift.domain.schedule import (
    PlannedDate,
    TypedDates,
    default_end,
    plan_date,
    time_notices,
    window_closes_at,
    window_opens_at,
    with_default_end,
)
from wagtail_lift.enums import Notice

TYPED = TypedDates(
    start_date=date(2026, 11, 23),
    start_time=time(12, 30),
    end_time=time(14, 0),
    timezone="Europe/London",
)


def typed(**changes) -> TypedDates:
    fields = ("start_date", "start_time", "end_date", "end_time", "timezone")
    return TypedDates(**{name: getattr(TYPED, name) for name in fields} | changes)


@pytest.mark.parametrize("missing", ["start_date", "start_time", "end_time"])
def test_plan_is_undated_while_a_part_is_missing(missing):
    assert plan_date(typed(**{missing: None})) == PlannedDate()


def test_plan_ends_on_the_day_of_the_start_unless_said_otherwise():
    overnight = typed(end_date=date(2026, 11, 24), end_time=time(1, 0))
    starts_at = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)

    found = [plan_date(TYPED), plan_date(overnight)]

    assert found == [
        PlannedDate(
            datetime.fromisoformat("2026-11-23 12:30"),
            datetime.fromisoformat("2026-11-23 14:00"),
            starts_at,
            datetime(2026, 11, 23, 14, 0, tzinfo=UTC),
        ),
        PlannedDate(
            datetime.fromisoformat("2026-11-23 12:30"),
            datetime.fromisoformat("2026-11-24 01:00"),
            starts_at,
            datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
        ),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"end_time": time(12, 30)},
        {"end_time": time(12, 0)},
        {"end_date": date(2026, 11, 22)},
        {"start_date": date.max},
        {"start_date": date.max, "end_date": date.max, "timezone": "America/New_York"},
        {"start_date": date.min, "end_date": date.min, "timezone": "Asia/Kolkata"},
    ],
)
def test_plan_is_undated_when_it_does_not_end_after_it_starts(changes):
    assert plan_date(typed(**changes)) == PlannedDate()


@pytest.mark.parametrize(
    ("day", "start", "end", "expected"),
    [
        (date(2026, 11, 23), time(0, 30), time(3, 0), ()),
        (date(2026, 3, 29), time(0, 59), time(2, 0), ()),
        (date(2026, 3, 29), time(1, 0), time(3, 0), (Notice.START_SKIPPED,)),
        (date(2026, 3, 29), time(0, 0), time(1, 59), (Notice.END_SKIPPED,)),
        (date(2026, 10, 25), time(1, 0), time(2, 0), (Notice.START_REPEATED,)),
        (date(2026, 10, 25), time(0, 0), time(1, 59), (Notice.END_REPEATED,)),
        (
            date(2026, 10, 25),
            time(1, 0),
            time(1, 30),
            (Notice.START_REPEATED, Notice.END_REPEATED),
        ),
    ],
)
def test_plan_tells_of_clock_changes(day, start, end, expected):
    dates = typed(start_date=day, start_time=start, end_time=end)

    assert plan_date(dates).notices == time_notices(dates) == expected


def test_time_notices_look_at_whatever_is_typed():
    only_end = typed(start_date=None, end_date=date(2026, 3, 29), end_time=time(1, 30))
    only_start = typed(start_date=date(2026, 3, 29), start_time=time(1, 30), end_time=None)

    found = [time_notices(dates) for dates in (only_end, only_start)]

    assert found == [(Notice.END_SKIPPED,), (Notice.START_SKIPPED,)]


@given(
    start_date=st.none() | st.dates(),
    start_time=st.none() | st.times(),
    end_date=st.none() | st.dates(),
    end_time=st.none() | st.times(),
    name=zones | st.text(max_size=20),
)
def test_plan_never_raises(start_date, start_time, end_date, end_time, name):
    found = plan_date(TypedDates(start_date, start_time, end_date, end_time, name))

    assert (found.starts_at is None) == (found.ends_at is None)
    assert found.starts_at is None or found.starts_at < found.ends_at


@given(around_clock_changes(), st.integers(1, 48), zones)
def test_plan_in_another_zone_keeps_the_clock_and_moves_the_instant(start, hours, other):
    name, day, at = start
    end = datetime.combine(day, at) + timedelta(hours=hours)
    plans = [
        plan_date(TypedDates(day, at, end.date(), end.time(), timezone))
        for timezone in (name, other)
    ]

    for plan, timezone in zip(plans, (name, other), strict=True):
        if plan.starts_at is not None and not is_skipped(day, at, timezone):
            local = plan.starts_at.astimezone(ZoneInfo(timezone))
            assert local.replace(tzinfo=None) == datetime.combine(day, at)


@pytest.mark.parametrize(
    ("day", "at", "opens", "closes"),
    [
        (None, None, None, None),
        (None, time(9, 0), None, None),
        (date(2026, 7, 1), None, "2026-06-30T23:00:00+00:00", "2026-07-01T23:00:00+00:00"),
        (date(2026, 7, 1), time(9), "2026-07-01T08:00:00+00:00", "2026-07-01T08:00:00+00:00"),
        (date(2026, 7, 1), time(0), "2026-06-30T23:00:00+00:00", "2026-06-30T23:00:00+00:00"),
        (date(2026, 10, 25), None, "2026-10-24T23:00:00+00:00", "2026-10-26T00:00:00+00:00"),
        (date.max, None, "9998-12-31T00:00:00+00:00", "9998-12-31T00:00:00+00:00"),
    ],
)
def test_window_without_a_time_lasts_the_whole_day(day, at, opens, closes):
    opens_at = window_opens_at(day, at, "Europe/London")
    closes_at = window_closes_at(day, at, "Europe/London")

    found = (opens_at and opens_at.isoformat(), closes_at and closes_at.isoformat())
    assert found == (opens, closes)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        (date(2026, 11, 23), time(12, 30), (date(2026, 11, 23), time(14, 30))),
        (date(2026, 11, 23), time(23, 0), (date(2026, 11, 24), time(1, 0))),
        (date.max, time(23, 0), (date.max, time.max)),
    ],
)
def test_default_end_follows_two_hours_after_the_start(day, at, expected):
    assert default_end(day, at) == expected


@pytest.mark.parametrize(
    "text", ["2027-06-01T12:30", "2027-06-01T12:30:15", "2027-06-01T12:30:00.5"]
)
def test_time_on_the_clock_is_written_as_exactly_as_it_is(text):
    moment = datetime.fromisoformat(text)

    assert datetime.fromisoformat(wall_clock_text(moment)) == moment
    assert wall_clock_text(datetime(2027, 6, 1, 12, 30)) == "2027-06-01T12:30"  # noqa: DTZ001 -- on the clock


@pytest.mark.parametrize(("year", "is_dated"), [(1, False), (2, True), (9998, True), (9999, False)])
def test_plan_has_dates_that_every_zone_can_show(year, is_dated):
    planned = plan_date(typed(start_date=date(year, 6, 1)))

    assert (planned.starts_at is not None) == is_dated


def test_date_is_past_from_the_instant_at_which_it_ends():
    planned = plan_date(TYPED)

    assert planned.is_past(planned.ends_at)
    assert not planned.is_past(planned.ends_at - timedelta(seconds=1))
    assert not PlannedDate().is_past(planned.ends_at)


@pytest.mark.parametrize(
    ("changes", "end"),
    [
        ({"end_time": None}, (None, time(14, 30))),
        ({"end_time": None, "start_time": time(23, 0)}, (date(2026, 11, 24), time(1, 0))),
        ({"end_time": None, "end_date": date(2026, 11, 25)}, (date(2026, 11, 25), time(14, 30))),
        ({}, (None, time(14, 0))),
        ({"end_time": None, "start_time": None}, (None, None)),
        ({"end_time": None, "start_date": None}, (None, None)),
    ],
)
def test_end_that_was_not_typed_is_two_hours_after_the_start(changes, end):
    filled = with_default_end(typed(**changes))

    assert (filled.end_date, filled.end_time) == end
