"""Calendars of many entries: little at a time in memory, and few queries."""

import tracemalloc
from datetime import timedelta
from math import ceil

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, make_programme, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.calendars.dates import (
    CHUNK,
    KEYS_AT_ONCE,
    PathsBelow,
    by_topic,
    dates_of_programme,
    etag_of,
    stored_entries,
    told_zones,
)
from wagtail_lift.calendars.icalendar import FORMAT_VERSION
from wagtail_lift.models import CalendarEntry, EventOccurrence, Meeting
from wagtail_lift.projection import mark_moved_entries

COUNT = 1200
TEXT = "x" * 4000
LIMIT = 4 * 2**20


@pytest.fixture
def many(home, now):
    """A programme with one event that has thousands of dates, written as rows."""
    event = make_event(make_programme(home), **when(now))
    (first,) = EventOccurrence.objects.all()
    meetings = Meeting.objects.bulk_create(
        Meeting(event=event.lift_event, date_key=f"extra:{n}") for n in range(COUNT)
    )
    columns = {
        field.attname: getattr(first, field.attname)
        for field in EventOccurrence._meta.concrete_fields
        if field.name not in ("id", "meeting")
    }
    columns |= {"entry_fingerprint": 2**44 - 1, "entry_timezone": "Europe/London"}
    rows = EventOccurrence.objects.bulk_create(
        EventOccurrence(**columns, meeting=meeting) for meeting in meetings
    )
    CalendarEntry.objects.bulk_create(CalendarEntry(occurrence=row, text=TEXT) for row in rows)
    return event.get_parent().specific


def test_entries_are_handed_out_a_few_at_a_time(many, now):
    dates = dates_of_programme(many, now)
    next(stored_entries(dates))  # imports and caches are not counted

    with CaptureQueriesContext(connection) as captured:
        tracemalloc.start()
        try:
            count = sum(1 for _ in stored_entries(dates))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert count == COUNT + 1
    assert peak < LIMIT < COUNT * len(TEXT)
    # MariaDB: the first ones, the keys of the others, and by those the rest in pieces.
    of_the_rest = 1 + ceil((COUNT + 1 - CHUNK) / KEYS_AT_ONCE)
    assert len(captured) == (1 + of_the_rest if connection.vendor == "mysql" else 1)


def test_etag_of_many_costs_one_query(many, now, django_assert_num_queries):
    with django_assert_num_queries(1):
        etag_of(dates_of_programme(many, now), FORMAT_VERSION)

    assert told_zones(dates_of_programme(many, now)) == ["Europe/London"]


def add(event, now):
    make_event(event.get_parent().specific, "Another", **when(now + timedelta(days=4)))


def cancel(event, now):
    cancel_meeting(Meeting.objects.get(event__page_links__page=event.pk), user=None)


def unpublish(event, now):
    event.unpublish()


def retitle(event, now):
    event.title = "Under another name"
    event.save_revision().publish()


def delete(event, now):
    event.delete()


def move(event, now):
    mark_moved_entries(event)


def lose_a_topic(event, now):
    event.topics.clear()
    event.save_revision().publish()


@pytest.mark.parametrize(
    "change",
    [add, cancel, unpublish, retitle, delete, move, lose_a_topic],
)
def test_etag_is_another_after_each_change_however_the_clock_stands(home, now, change):
    with time_machine.travel(now, tick=False) as clock:
        programme = make_programme(home)
        event = make_event(programme, topics=["Rest"], **when(now + timedelta(days=3)))
        before = etag_of(dates_of_programme(programme, now), FORMAT_VERSION)
        clock.shift(timedelta(days=-1))

        change(event, now)

        after = etag_of(dates_of_programme(programme, now), FORMAT_VERSION)
    assert after != before


def test_event_that_comes_back_at_another_address_changes_the_digest(home, now):
    with time_machine.travel(now, tick=False) as clock:
        programme = make_programme(home)
        event = make_event(programme, **when(now + timedelta(days=3)))
        before = etag_of(dates_of_programme(programme, now), FORMAT_VERSION)
        event.slug = "other"
        event.save_revision().publish()
        type(event).objects.get(pk=event.pk).unpublish()
        clock.shift(timedelta(minutes=1))

        type(event).objects.get(pk=event.pk).save_revision().publish()

        assert etag_of(dates_of_programme(programme, now), FORMAT_VERSION) != before


def test_publishing_the_same_again_leaves_the_digest(home, now):
    programme = make_programme(home)
    event = make_event(programme, **when(now + timedelta(days=3)))
    before = etag_of(dates_of_programme(programme, now), FORMAT_VERSION)

    event.save_revision().publish()

    assert etag_of(dates_of_programme(programme, now), FORMAT_VERSION) == before


def test_etag_of_one_topic_is_another(home, now):
    programme = make_programme(home)
    make_event(programme, topics=["Rest"], **when(now + timedelta(days=3)))
    make_event(programme, "Without", **when(now + timedelta(days=4)))

    whole, narrowed = (
        etag_of(dates_of_programme(programme, now, narrowings), FORMAT_VERSION)
        for narrowings in ([], [by_topic("rest")])
    )

    assert whole != narrowed


def test_etag_says_what_stands_beside_the_entries(home, now):
    dates = dates_of_programme(make_programme(home), now)

    assert etag_of(dates, "a") != etag_of(dates, "b")


def test_paths_of_dates_follow_their_pages():
    paths = PathsBelow(len("/home/"))

    found = [
        paths.of_date("/home/tea/", ""),
        paths.of_date("/home/tea/", "2026-12-01"),
        paths.of_date("/home/café/", "2026-12-01T19:30"),
        paths.of_date("/home/tea/", ""),
    ]

    assert found == ["tea/", "tea/?date=2026-12-01", "caf%C3%A9/?date=2026-12-01T19%3A30", "tea/"]
