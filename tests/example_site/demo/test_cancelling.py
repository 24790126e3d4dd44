"""The monthly demo event alone: one date is cancelled, then a later one, and never an editor's."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from example_site.demo.cancelling import cancel_dates
from example_site.demo.content.events.kitchen_table import KITCHEN_TABLE
from example_site.demo.content.hosts import HOSTS
from example_site.demo.dates import demo_today
from example_site.demo.making import make_event, make_host
from example_site.demo.memory import Memory
from example_site.demo.shifting import shift_dates
from tests.example_site.demo.days import FIRST_LOAD
from tests.example_site.demo.looking import cancelled_days, edit, event
from tests.factories import make_programme
from wagtail_lift.actions import cancel_meeting, change_meeting, reinstate_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventPage

KEY = KITCHEN_TABLE.key
END = datetime(2027, 1, 12, 20, tzinfo=UTC)
"""The end of the date that the first load cancels."""


def cancel(at: datetime) -> list[str]:
    """Do at an instant what a load does about cancelled dates, and return their days."""
    with time_machine.travel(at, tick=False):
        cancel_dates(Memory(), at)
    return cancelled_days(KEY)


def date_on(day: date) -> Meeting:
    return event(KEY).lift_event.meetings.get(date_key__startswith=str(day))


@pytest.fixture
def table(home) -> None:
    """The monthly event with its hosts, made and loaded at the first load."""
    memory = Memory()
    with time_machine.travel(FIRST_LOAD, tick=False):
        memory.remember(KITCHEN_TABLE.parent, make_programme(home))
        keys = {line.key for line in KITCHEN_TABLE.hosts}
        for host in HOSTS:
            if host.key in keys:
                make_host(memory, host, demo_today(FIRST_LOAD))
        make_event(memory, KITCHEN_TABLE, demo_today(FIRST_LOAD))
        cancel_dates(memory, FIRST_LOAD)


def test_first_load_cancels_the_second_date_to_come(table):
    first = event(KEY).lift_event.meetings.earliest("starts_at")

    assert first.date_label == "2026-06-09 19:00 Europe/London"
    assert cancelled_days(KEY) == ["2027-01-12"]
    assert date_on(date(2027, 1, 12)).public_note == KITCHEN_TABLE.cancels_a_date


def test_later_date_is_cancelled_once_the_cancelled_one_has_passed(table):
    instants = END - timedelta(seconds=1), END, END + timedelta(hours=1)

    found = [cancel(at) for at in instants]

    later = ["2027-01-12", "2027-03-09"]
    assert found == [["2027-01-12"], later, later]


def test_later_date_is_worked_out_if_nothing_else_did(table):
    assert cancel(datetime(2030, 6, 1, tzinfo=UTC)) == ["2027-01-12", "2030-07-09"]


def test_dates_that_somebody_cancelled_are_passed_over(table):
    cancel_meeting(date_on(date(2027, 3, 9)), user=None, public_note="Our own")

    assert cancel(END) == ["2027-01-12", "2027-03-09", "2027-04-13"]
    assert date_on(date(2027, 3, 9)).public_note == "Our own"


def reinstate() -> None:
    reinstate_meeting(date_on(date(2027, 1, 12)), user=None)


def move() -> None:
    starts_at = datetime(2027, 5, 13, 18, tzinfo=UTC)
    ends_at = starts_at + timedelta(hours=1)
    change_meeting(date_on(date(2027, 5, 11)), starts_at=starts_at, ends_at=ends_at, user=None)


def change_rule() -> None:
    edit(KEY, recurrence_rule="FREQ=MONTHLY;BYDAY=1TU")


def change_rule_in_draft() -> None:
    edit(KEY, publish=False, recurrence_rule="FREQ=MONTHLY;BYDAY=1TU")


def skip_a_date() -> None:
    edit(KEY, skipped_dates='[{"type": "date", "value": "2027-02-09"}]')


def lock() -> None:
    EventPage.objects.filter(pk=event(KEY).pk).update(locked=True)


def unpublish() -> None:
    event(KEY).unpublish()


@pytest.mark.parametrize(
    ("act", "is_told"),
    [
        (reinstate, False),
        (move, True),
        (change_rule, True),
        (change_rule_in_draft, True),
        (skip_a_date, True),
        (lock, True),
        (unpublish, False),
    ],
    ids=lambda value: getattr(value, "__name__", "told" if value else "not-told"),
)
def test_nothing_is_cancelled_where_an_editor_was(table, act, is_told):
    with time_machine.travel(FIRST_LOAD, tick=False):
        act()
    before = cancelled_days(KEY)

    after = cancel(END)
    told = shift_dates(Memory(), demo_today(END))

    assert after == before
    assert told == (0, [KITCHEN_TABLE.title] if is_told else [])
