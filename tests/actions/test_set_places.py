"""The word on places of one date: stored, shown and logged when it changes, and only then."""

from datetime import timedelta
from threading import Thread

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageLogEntry

from tests.conftest import locks_rows
from tests.factories import make_event, make_programme, meeting_of, when
from wagtail_lift.actions import set_places
from wagtail_lift.enums import BookingMode, BookingPlaces, Status
from wagtail_lift.exceptions import BookingNotNeeded
from wagtail_lift.models import CalendarEntry, EventOccurrence, EventPage, Meeting
from wagtail_lift.projection import rebuild_occurrences

AVAILABLE, WAITING_LIST, FULL = BookingPlaces
ELSEWHERE = {"booking_mode": "elsewhere", "booking_url": "https://tickets.example.org/1"}


@pytest.fixture
def event(home, now):
    fields = when(now + timedelta(days=9))
    return make_event(make_programme(home), recurrence_rule="FREQ=WEEKLY;COUNT=2", **fields)


@pytest.fixture
def booked(event):
    """The same event, booked on another website."""
    for name, value in ELSEWHERE.items():
        setattr(event, name, value)
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


@pytest.fixture
def first(booked):
    return Meeting.objects.order_by("starts_at").first()


def shown() -> dict[int, str]:
    """Return the word that each row shows, by the keys of page and meeting."""
    return {
        (page, meeting): word
        for page, meeting, word in EventOccurrence.objects.values_list("page", "meeting", "places")
    }


def writes_of(act) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        act()
    return [
        query["sql"].split()[0]
        for query in queries
        if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
    ]


@pytest.mark.parametrize("word", [WAITING_LIST, FULL])
def test_set_places_is_shown_for_that_date_on_every_page_of_the_event(booked, first, word, now):
    alias = booked.create_alias(parent=booked.get_parent(), update_slug="alias")
    before = shown()

    done = set_places(first, word, user=None)

    changed = {(booked.pk, first.pk): word, (alias.pk, first.pk): word}
    assert done.places == Meeting.objects.get(pk=first.pk).places == word
    assert shown() == {**before, **changed}
    with time_machine.travel(now):
        expected = {WAITING_LIST: Status.WAITING_LIST, FULL: Status.FULLY_BOOKED}[word]
        assert EventPage.objects.get(pk=booked.pk).lifecycle.status == expected


def test_set_places_leaves_nothing_for_a_rebuild(booked, first):
    set_places(first, FULL, user=None)

    assert [rebuilt for rebuilt in rebuild_occurrences() if rebuilt.has_drifted] == []


def test_set_places_is_logged_with_both_words(booked, first, superuser):
    set_places(first, WAITING_LIST, user=superuser)
    set_places(first, FULL, user=superuser)

    entry = PageLogEntry.objects.filter(action="wagtail_lift.set_places").latest("pk")
    assert (entry.page_id, entry.user, entry.data) == (
        booked.pk,
        superuser,
        {"date": first.date_label, "places": "full", "places_before": "waiting_list"},
    )
    assert entry.message == f"Set places of {first.date_label}: Fully booked"


def test_set_places_writes_three_rows_of_a_page_and_no_more(first, monkeypatch):
    monkeypatch.setattr("wagtail_lift.extension._followers", [])

    assert writes_of(lambda: set_places(first, FULL, user=None)) == ["UPDATE", "UPDATE", "INSERT"]


def test_set_places_that_changes_nothing_writes_nothing(first):
    set_places(first, FULL, user=None)

    assert writes_of(lambda: set_places(first, FULL, user=None)) == []


def test_set_places_changes_no_calendar(first):
    rows = EventOccurrence.objects.order_by("pk")
    stamps = rows.values("entry_fingerprint", "entry_changed_at")
    kept = (list(CalendarEntry.objects.values()), list(stamps))
    told = Meeting.objects.values("sequence", "modified_at").get(pk=first.pk)

    set_places(first, FULL, user=None)

    assert (list(CalendarEntry.objects.values()), list(stamps.all())) == kept
    assert Meeting.objects.values("sequence", "modified_at").get(pk=first.pk) == told


def test_set_places_of_what_needs_no_booking_is_refused(event):
    meeting = Meeting.objects.order_by("starts_at").first()

    with pytest.raises(BookingNotNeeded):
        set_places(meeting, FULL, user=None)

    assert set(shown().values()) == {AVAILABLE}


def test_set_places_takes_only_words_that_there_are(first):
    with pytest.raises(ValueError, match="sold_out"):
        set_places(first, "sold_out", user=None)

    assert set(shown().values()) == {AVAILABLE}


def test_set_places_is_for_the_app_that_takes_bookings_too(home):
    event = make_event(make_programme(home), booking_mode=BookingMode.HERE)

    assert set_places(meeting_of(event), FULL, user=None).places == FULL


@locks_rows
@pytest.mark.django_db(transaction=True)
def test_publish_that_waited_writes_the_old_word_nowhere(booked, first):
    booked.title = "Other words"
    worker = Thread(target=publish_in_a_thread, args=(booked,), daemon=True)

    with transaction.atomic():
        set_places(first, FULL, user=None)
        worker.start()
        worker.join(timeout=1)
        is_waiting = worker.is_alive()
    worker.join(timeout=20)

    assert (is_waiting, worker.is_alive()) == (True, False)
    assert EventPage.objects.get(pk=booked.pk).title == "Other words"
    assert Meeting.objects.get(pk=first.pk).places == FULL
    assert shown()[booked.pk, first.pk] == FULL


def publish_in_a_thread(page):
    try:
        page.save_revision().publish()
    finally:
        connection.close()
