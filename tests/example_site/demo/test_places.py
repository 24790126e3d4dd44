"""The demo event at four weekends: one is full, one has a waiting list; an editor is obeyed."""

from datetime import timedelta

import pytest
import time_machine

from example_site.demo.content.events.mill import MILL
from example_site.demo.content.hosts import HOSTS
from example_site.demo.dates import demo_today
from example_site.demo.making import make_event, make_host
from example_site.demo.memory import Memory
from example_site.demo.places import say_places
from example_site.demo.shifting import shift_dates
from tests.example_site.demo.days import FIRST_LOAD
from tests.example_site.demo.looking import edit, event
from tests.factories import make_programme
from wagtail_lift.actions import set_places
from wagtail_lift.enums import BookingPlaces

AVAILABLE, WAITING_LIST, FULL = BookingPlaces


@pytest.fixture
def mill(home) -> None:
    """The event with its hosts, made and loaded at the first load."""
    memory = Memory()
    with time_machine.travel(FIRST_LOAD, tick=False):
        memory.remember(MILL.parent, make_programme(home))
        for host in HOSTS:
            if host.key in {line.key for line in MILL.hosts}:
                make_host(memory, host, demo_today(FIRST_LOAD))
        make_event(memory, MILL, demo_today(FIRST_LOAD))
        say_places(memory, FIRST_LOAD)


def words() -> list[str]:
    dates = event(MILL.key).lift_event.meetings.shown().order_by("starts_at")
    return list(dates.values_list("places", flat=True))


def load_again(days: int) -> None:
    at = FIRST_LOAD + timedelta(days=days)
    with time_machine.travel(at, tick=False):
        memory = Memory()
        shift_dates(memory, demo_today(at))
        say_places(memory, at)


def test_one_weekend_is_full_and_one_has_a_waiting_list(mill):
    assert words() == [AVAILABLE, AVAILABLE, FULL, WAITING_LIST]


def test_word_of_an_editor_stays(mill):
    first = event(MILL.key).lift_event.meetings.earliest("starts_at")
    set_places(first, FULL, user=None)

    load_again(days=0)

    assert words() == [FULL, AVAILABLE, FULL, WAITING_LIST]


def test_words_are_said_again_of_dates_that_were_shifted(mill):
    load_again(days=60)

    assert words()[-4:] == [AVAILABLE, AVAILABLE, FULL, WAITING_LIST]


def test_event_whose_dates_an_editor_changed_is_left_alone(mill):
    edit(MILL.key, added_dates="[]")

    load_again(days=0)

    assert words() == [AVAILABLE]
