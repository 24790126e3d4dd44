"""Which word on places a date begins with, and what publishing its page does to it: nothing."""

from datetime import time

import pytest
import time_machine

from tests.projection.tuesdays import NOW, make_tuesdays, publish
from wagtail_lift.enums import BookingMode, BookingPlaces
from wagtail_lift.models import EventOccurrence, Meeting

FIRST, SECOND, THIRD, FOURTH = TUESDAYS = (1, 8, 15, 22)
AVAILABLE, WAITING_LIST, FULL = BookingPlaces


@pytest.fixture(autouse=True)
def may_first():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def event(home):
    booking = {"booking_mode": BookingMode.ELSEWHERE, "booking_url": "https://tickets.example.org/"}
    return make_tuesdays(home, booking_places=WAITING_LIST, **booking)


def say(day: int, word: BookingPlaces) -> None:
    Meeting.objects.filter(starts_at__day=day).update(places=word)


def words() -> dict[int, str]:
    """Return the word on places of each day of June, as its meeting and its row have it."""
    of_meetings, of_rows = (
        {starts_at.day: word for starts_at, word in found.values_list("starts_at", "places")}
        for found in (Meeting.objects.all(), EventOccurrence.objects.all())
    )
    assert of_rows == of_meetings
    return of_meetings


def test_new_dates_begin_with_the_word_of_the_page(event):
    assert words() == dict.fromkeys(TUESDAYS, WAITING_LIST)


def test_another_word_of_the_page_is_for_new_dates_alone(event):
    publish(event, booking_places=FULL, recurrence_rule="FREQ=WEEKLY;COUNT=5")

    assert words() == {**dict.fromkeys(TUESDAYS, WAITING_LIST), 29: FULL}


def test_publishing_leaves_the_word_of_a_date_alone(event):
    say(SECOND, FULL)

    publish(event, start_time=time(12, 0))

    assert words() == {**dict.fromkeys(TUESDAYS, WAITING_LIST), SECOND: FULL}


@pytest.mark.parametrize("mode", [BookingMode.NOT_NEEDED, BookingMode.HERE])
def test_another_way_to_book_begins_anew_with_the_word_of_the_page(event, mode):
    say(SECOND, FULL)

    publish(event, booking_mode=mode, booking_places=AVAILABLE)

    assert words() == dict.fromkeys(TUESDAYS, AVAILABLE)
