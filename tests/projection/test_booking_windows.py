"""When booking for each date opens and closes: worked out once, by the plan."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import local, make_event, make_programme
from tests.projection.tuesdays import NOW, publish
from wagtail_lift.actions import change_meeting
from wagtail_lift.enums import BookingMode, TimeUnit
from wagtail_lift.models import EventOccurrence, EventPage, Meeting
from wagtail_lift.projection import project_page
from wagtail_lift.webhooks.models.changes import Touch

LEADS = {
    "booking_mode": BookingMode.ELSEWHERE,
    "booking_url": "https://tickets.example.org/",
    "booking_opens_before": 30,
    "booking_opens_unit": TimeUnit.DAYS,
    "booking_closes_before": 1,
    "booking_closes_unit": TimeUnit.HOURS,
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def event(home):
    """Three Tuesdays at half past six; the clocks go back between the second and the third."""
    return make_event(
        make_programme(home),
        start_date=date(2027, 10, 19),
        start_time=time(18, 30),
        end_time=time(20, 0),
        timezone="Europe/London",
        recurrence_rule="FREQ=WEEKLY;COUNT=3",
        **LEADS,
    )


def windows() -> list[tuple[datetime, datetime]]:
    """Return when booking for each date opens and closes, as meetings and rows have it."""
    of_meetings, of_rows = (
        list(found.order_by("starts_at").values_list("booking_opens_at", "booking_closes_at"))
        for found in (Meeting.objects, EventOccurrence.objects)
    )
    assert of_rows == of_meetings
    return of_rows


THIRD = (local(2027, 10, 3, 18, 30), local(2027, 11, 2, 17, 30))


def test_each_date_has_a_window_of_its_own_on_the_clock(event):
    assert windows() == [
        (local(2027, 9, 19, 18, 30), local(2027, 10, 19, 17, 30)),
        (local(2027, 9, 26, 18, 30), local(2027, 10, 26, 17, 30)),
        THIRD,
    ]


def test_window_goes_along_with_a_date_that_is_moved(event):
    second = Meeting.objects.order_by("starts_at")[1]

    starts_at = local(2027, 10, 27, 10)
    change_meeting(second, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), user=None)

    row = EventOccurrence.objects.get(meeting=second.pk)
    assert (row.booking_opens_at, row.booking_closes_at) == (
        local(2027, 9, 27, 10),
        local(2027, 10, 27, 9),
    )


def test_days_of_its_own_hold_for_all_dates(event):
    publish(event, booking_opens_before=None, booking_opens_date=date(2027, 9, 1))

    assert {opens_at for opens_at, _ in windows()} == {local(2027, 9, 1, 0)}


def test_another_window_changes_no_calendar(event):
    before = list(Meeting.objects.order_by("pk").values_list("uid", "sequence", "modified_at"))

    publish(event, booking_opens_before=2, booking_opens_unit=TimeUnit.WEEKS)

    assert windows()[2][0] == local(2027, 10, 19, 18, 30)
    after = list(Meeting.objects.order_by("pk").values_list("uid", "sequence", "modified_at"))
    assert after == before


def test_publishing_the_same_window_writes_no_date(event):
    page = EventPage.objects.get(pk=event.pk)

    with CaptureQueriesContext(connection) as queries:
        assert project_page(page.pk)

    written = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql for sql in written if Touch._meta.db_table not in sql] == []


def test_window_can_be_changed_while_a_date_runs_but_not_once_it_has_ended(event, clock):
    before = windows()[0]
    clock.move_to(datetime(2027, 10, 26, 18, 0, tzinfo=UTC))  # the first ended, the second runs

    publish(event, booking_closes_before=0)

    assert windows() == [
        before,
        (local(2027, 9, 26, 18, 30), local(2027, 10, 26, 18, 30)),
        (THIRD[0], local(2027, 11, 2, 18, 30)),
    ]
