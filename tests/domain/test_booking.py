"""The window of booking: days of its own, or a while before each date starts."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.booking import BookingWindow, Lead, TypedBooking, booking_window
from wagtail_lift.domain.instants import EARLIEST, to_instant, zone
from wagtail_lift.enums import TimeUnit

LONDON = "Europe/London"
MINUTES, HOURS, DAYS, WEEKS = TimeUnit


def london(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return to_instant(date(2027, month, day), time(hour, minute), LONDON)


@pytest.mark.parametrize(
    ("lead", "starts_at", "expected"),
    [
        # Clocks go forward on 28 March 2027 and back on 31 October 2027, both at 01:00 UTC.
        (Lead(30, DAYS), london(4, 10, 18, 30), london(3, 11, 18, 30)),
        (Lead(1, WEEKS), london(11, 2, 9), london(10, 26, 9)),
        (Lead(1, DAYS), london(3, 29, 1, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (Lead(1, DAYS), london(11, 1, 1, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        (Lead(24, HOURS), london(3, 28, 18), london(3, 27, 17)),
        (Lead(90, MINUTES), london(10, 31, 2), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        (Lead(0, HOURS), london(6, 1, 12), london(6, 1, 12)),
        (Lead(10**9, WEEKS), london(6, 1, 12), EARLIEST),
        (Lead(2**31, DAYS), london(6, 1, 12), EARLIEST),
        (Lead(10**6, DAYS), london(6, 1, 12), EARLIEST),
        (Lead(2025 * 366 * 24, HOURS), london(6, 1, 12), EARLIEST),
    ],
)
def test_lead_keeps_the_clock_in_days_and_counts_hours_exactly(lead, starts_at, expected):
    assert lead.before(starts_at, LONDON) == expected


@given(
    amount=st.integers(0, 400),
    day=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    at=st.times(),
    timezone=st.sampled_from([LONDON, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]),
)
def test_lead_in_days_shows_the_same_clock_unless_that_hour_is_skipped(amount, day, at, timezone):
    starts_at = to_instant(day, at, timezone)
    clock = starts_at.astimezone(zone(timezone)).time()
    opens_on = starts_at.astimezone(zone(timezone)).date() - timedelta(days=amount)

    found = Lead(amount, DAYS).before(starts_at, timezone)

    assert found == to_instant(opens_on, clock, timezone)


STARTS_AT = london(6, 10, 18, 30)
LEADS = TypedBooking(opens_before=Lead(30, DAYS), closes_before=Lead(1, HOURS))


@pytest.mark.parametrize(
    ("booking", "starts_at", "expected"),
    [
        (TypedBooking(), STARTS_AT, (None, None)),
        (LEADS, STARTS_AT, (london(5, 11, 18, 30), london(6, 10, 17, 30))),
        (LEADS, STARTS_AT + timedelta(weeks=1), (london(5, 18, 18, 30), london(6, 17, 17, 30))),
        (LEADS, None, (None, None)),
        (replace(LEADS, opens_date=date(2027, 5, 1)), None, (london(5, 1, 0), None)),
        (
            replace(LEADS, opens_date=date(2027, 5, 1), closes_date=date(2027, 6, 9)),
            STARTS_AT,
            (london(5, 1, 0), london(6, 10, 0)),
        ),
    ],
)
def test_window_is_that_of_each_date(booking, starts_at, expected):
    assert booking_window(booking, starts_at, LONDON) == BookingWindow(*expected)
