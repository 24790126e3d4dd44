"""The demo's calendar: days counted from today, in the zone of its events."""

from datetime import UTC, date, datetime, time

import pytest

from example_site.demo.dates import (
    added_dates,
    as_stored,
    demo_today,
    move_instants,
    typed_dates,
)
from example_site.demo.specs import MONDAY, SUNDAY, Day, Move, Schedule

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        (Day(0), TODAY),
        (Day(-40), date(2026, 10, 14)),
        (Day(0, MONDAY), TODAY),
        (Day(1, MONDAY), date(2026, 11, 30)),
        (Day(-3, SUNDAY), date(2026, 11, 22)),
    ],
)
def test_day_is_counted_from_today_and_moved_on_to_its_weekday(day, meant):
    assert day.on(TODAY) == meant


@pytest.mark.parametrize(
    ("now", "today"),
    [
        (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 23, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 1, 23, 59, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_today_is_that_of_the_events_zone(now, today):
    assert demo_today(now) == today


def test_typed_dates_leave_empty_what_the_schedule_leaves_open():
    schedule = Schedule(Day(1), time(9, 30), time(11), booking_opens_date=Day(-1))

    stored = as_stored(typed_dates(schedule, TODAY))

    assert stored == {
        "start_date": "2026-11-24",
        "start_time": "09:30:00",
        "end_time": "11:00:00",
        "hours": "start_and_end",
        "end_date": None,
        "booking_opens_date": "2026-11-22",
        "booking_opens_time": None,
        "booking_closes_date": None,
        "booking_closes_time": None,
    }


def test_typed_dates_of_a_rule_begin_on_the_first_day_that_it_gives():
    schedule = Schedule(Day(0), time(19), time(20))

    typed = [
        typed_dates(schedule, day, "FREQ=MONTHLY;BYDAY=2TU")
        for day in (date(2026, 12, 8), date(2026, 12, 9))
    ]

    assert [(t["start_date"], t["recurrence_rule"]) for t in typed] == [
        (date(2026, 12, 8), "FREQ=MONTHLY;BYDAY=2TU"),
        (date(2027, 1, 12), "FREQ=MONTHLY;BYDAY=2TU"),
    ]


def test_added_dates_keep_their_ids_on_every_day():
    schedule = Schedule(Day(0), time(10), time(11), added_dates=(Day(7, SUNDAY), Day(14)))

    added = [added_dates(schedule, day) for day in (TODAY, date(2027, 2, 1))]

    assert [[item.start_date for item in items] for items in added] == [
        [date(2026, 12, 6), date(2026, 12, 7)],
        [date(2027, 2, 14), date(2027, 2, 15)],
    ]
    assert [item.id for item in added[0]] == [item.id for item in added[1]]
    assert added[0][0].id != added[0][1].id


def test_move_is_on_the_clocks_of_the_events_zone():
    instants = move_instants(Move(Day(0), time(13), time(14, 30)), date(2026, 7, 1))

    assert instants == (
        datetime(2026, 7, 1, 12, 0, tzinfo=UTC),
        datetime(2026, 7, 1, 13, 30, tzinfo=UTC),
    )
