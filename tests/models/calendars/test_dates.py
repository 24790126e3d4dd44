"""Calendars of many entries: little at a time in memory, and few queries."""

import tracemalloc
from math import ceil

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_event, make_programme, when
from wagtail_lift.formats.icalendar import FORMAT_VERSION
from wagtail_lift.models import CalendarEntry, EventOccurrence, Meeting
from wagtail_lift.models.calendars.dates import (
    CHUNK,
    KEYS_AT_ONCE,
    PathsBelow,
    dates_of_programme,
    digest_of,
    stored_entries,
)

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
    entries = CalendarEntry.objects.bulk_create(
        CalendarEntry(
            page_id=event.pk,
            meeting=meeting,
            text=TEXT,
            timezone="Europe/London",
            format_version=FORMAT_VERSION,
            content_hash="",
            fingerprint=2**40 - 1,
            changed_at=now,
        )
        for meeting in meetings
    )
    columns = {
        field.attname: getattr(first, field.attname)
        for field in EventOccurrence._meta.concrete_fields
        if field.name not in ("id", "meeting", "calendar_entry")
    }
    EventOccurrence.objects.bulk_create(
        EventOccurrence(**columns, meeting_id=entry.meeting_id, calendar_entry=entry)
        for entry in entries
    )
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


def test_digest_of_many_costs_one_query_and_sums_beyond_one_word(
    many, now, django_assert_num_queries
):
    with django_assert_num_queries(1):
        digest = digest_of(dates_of_programme(many, now), FORMAT_VERSION)

    assert digest.is_complete
    assert digest.zones == ("Europe/London",)
    assert digest.changed_at == max(now, CalendarEntry.objects.latest("changed_at").changed_at)


def test_paths_of_dates_follow_their_pages():
    paths = PathsBelow(len("/home/"))

    found = [
        paths.of_date("/home/tea/", ""),
        paths.of_date("/home/tea/", "2026-12-01"),
        paths.of_date("/home/café/", "2026-12-01T19:30"),
        paths.of_date("/home/tea/", ""),
    ]

    assert found == ["tea/", "tea/?date=2026-12-01", "caf%C3%A9/?date=2026-12-01T19%3A30", "tea/"]
