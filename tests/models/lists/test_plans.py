"""No list reads every row: the plans of the databases that say how they go about it."""

import re
from functools import partial

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Site

from tests.factories import make_programme
from tests.many_events import make_many_events
from wagtail_lift.formats.icalendar import FORMAT_VERSION
from wagtail_lift.models import EventFacet, EventOccurrence, get_page_model
from wagtail_lift.models.calendars import memory as calendar_memory
from wagtail_lift.models.calendars.dates import CalendarDigest, dates_of_programme
from wagtail_lift.models.calendars.memory import remembered_digest, this_hour
from wagtail_lift.models.lists.events import list_events
from wagtail_lift.models.lists.months import list_month

# MariaDB commits when it is told to gather statistics: these rows are not rolled back but flushed.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite plans without statistics."),
]

OCCURRENCES = EventOccurrence._meta.db_table
PAGES = get_page_model()._meta.db_table
FACETS = EventFacet._meta.db_table
LARGE = (OCCURRENCES, PAGES, FACETS)
SMALL = (Site._meta.db_table, Locale._meta.db_table)
"""Joined to the pages by Wagtail; without statistics PostgreSQL takes them for large."""

ALIAS = re.compile(r"[U-Z]\d+")
"""What Django calls the tables of subqueries; all that are asked here are large."""

COMPLETE = CalendarDigest("", None, (), is_complete=True)


def test_what_is_asked_most_never_reads_a_whole_table(home, now, monkeypatch):
    programme, request = make_programme(home), RequestFactory().get("/")
    make_many_events(programme, 10_000, now)
    _analyze([*LARGE, *SMALL])
    calendar = dates_of_programme(programme, this_hour(now))
    ask = partial(remembered_digest, programme, calendar, FORMAT_VERSION, as_of=this_hour(now))
    # These events have no stored entries; what is measured comes before those are looked at.
    monkeypatch.setattr(calendar_memory, "digest_of", lambda *args: COMPLETE)
    ask()

    of_list = _tables_read_whole(lambda: list_events(programme, request, now))
    of_month = _tables_read_whole(lambda: list_month(programme, request, now))
    with CaptureQueriesContext(connection) as of_calendar:
        ask()

    assert (of_list, of_month) == (set(), set())
    assert not any(OCCURRENCES in query["sql"] for query in of_calendar)
    assert [_whole_tables(query["sql"]) for query in of_calendar] == [set()]


def _tables_read_whole(show):
    """Return which of the tables the queries of ``show`` read from end to end."""
    with CaptureQueriesContext(connection) as captured:
        show()
    asked = [query["sql"] for query in captured]
    assert any(OCCURRENCES in sql for sql in asked)
    return {table for sql in asked for table in _whole_tables(sql)}


def _analyze(tables):
    with connection.cursor() as cursor:
        for table in tables:
            word = "ANALYZE TABLE" if connection.vendor == "mysql" else "ANALYZE"
            cursor.execute(f"{word} {connection.ops.quote_name(table)}")


def _whole_tables(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}")
        rows = cursor.fetchall()
    if connection.vendor == "postgresql":
        return {t for t in LARGE for (line,) in rows if f"Seq Scan on {t}" in line}
    whole = [row for row in rows if row[3] == "ALL" or _walks_all_lengths(row)]
    return {row[2] for row in whole if row[2] in LARGE or ALIAS.fullmatch(row[2] or "")}


def _walks_all_lengths(row):
    """Return whether MariaDB reads an index for the longest date, of which it needs the end."""
    return row[3] == "index" and row[5] == "lift_occurrence_takes"
