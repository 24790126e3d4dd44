from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.schedule import (
    PlannedDate,
    TypedDates,
    default_end,
    is_repeated,
    is_skipped,
    is_timezone,
    plan_date,
    time_notices,
    timezone_names,
    to_instant,
    wall_clock_text,
    window_closes_at,
    window_opens_at,
    zone,
)
from wagtail_lift.enums import Notice

ZONES = [
    "Europe/London",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Pacific/Apia",
    "UTC",
]

zones = st.sampled_from(ZONES)
years = st.dates(date(1995, 1, 1), date(2060, 12, 31))


def around_clock_changes() -> st.SearchStrategy[tuple[str, date, time]]:
    """Wall-clock times, every other one within a day of a clock change of its zone."""
    changes = [
        ("Europe/London", date(2026, 3, 29)),
        ("Europe/London", date(2026, 10, 25)),
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("America/St_Johns", date(2026, 3, 8)),
        ("America/St_Johns", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 10, 4)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Africa/Casablanca", date(2026, 2, 15)),
        ("Africa/Casablanca", date(2026, 3, 22)),
        ("Pacific/Apia", date(2011, 12, 30)),
    ]
    night = st.builds(time, st.integers(0, 4), st.integers(0, 59))
    return st.tuples(zones, years, st.times()) | st.tuples(st.sampled_from(changes), night).map(
        lambda drawn: (*drawn[0], drawn[1])
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
    assert wall_clock_text(datetime(2027, 6, 1, 12, 30)) == "2027-06-01T12:30"  # noqa: DTZ001
