"""An end earlier on the clock than the start, for which no day was typed."""

from datetime import date, time

import pytest

from tests.domain.test_typed_dates import TYPED, typed
from wagtail_lift.domain.schedule import PlannedDate, last_day, plan_date, time_notices
from wagtail_lift.enums import Notice


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (time(22, 0), time(1, 0), date(2026, 11, 24)),
        (time(20, 0), time(0, 0), date(2026, 11, 24)),
        (time(20, 0), time(8, 0), date(2026, 11, 24)),
        (time(20, 0), time(8, 1), date(2026, 11, 23)),  # more likely a slip than a long night
        (time(13, 0), time(12, 0), date(2026, 11, 23)),
        (time(20, 0), time(20, 0), date(2026, 11, 23)),
        (time(20, 0), None, date(2026, 11, 23)),
        (None, time(1, 0), date(2026, 11, 23)),
    ],
)
def test_end_without_a_day_may_lie_in_the_night_after(start, end, expected):
    night = typed(start_time=start, end_time=end)

    assert last_day(night) == expected
    assert (Notice.ENDS_NEXT_DAY in time_notices(night)) == (expected != night.start_date)


def test_end_whose_day_was_typed_lies_on_that_day():
    same_day = typed(start_time=time(22), end_date=TYPED.start_date, end_time=time(1))

    assert last_day(same_day) == TYPED.start_date
    assert time_notices(same_day) == ()
    assert plan_date(same_day) == PlannedDate()


def test_night_at_the_end_of_the_calendar_stays_on_its_day():
    assert last_day(typed(start_date=date.max, start_time=time(22), end_time=time(1))) == date.max


def test_end_without_a_start_has_no_day():
    assert last_day(typed(start_date=None, start_time=time(22), end_time=time(1))) is None
