"""No list reads every row: the plans of the databases that say how they go about it."""

import re

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Site

from tests.factories import make_programme
from tests.many_events import make_many_events
from wagtail_lift.lists.events import list_events
from wagtail_lift.lists.facet_options import facet_options
from wagtail_lift.lists.months import list_month
from wagtail_lift.models import EventFacet, EventOccurrence, get_page_model

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
"""What Django calls the tables of subqueries; hosts and revisions, of which there are none, too."""


def test_what_is_asked_most_never_reads_a_whole_table(home, now):
    programme, request = make_programme(home), RequestFactory().get("/")
    make_many_events(programme, 10_000, now)
    _analyze([*LARGE, *SMALL])
    of_list = _tables_read_whole(lambda: list_events(programme, request, now))
    of_month = _tables_read_whole(lambda: list_month(programme, request, now))
    of_filters = _tables_read_whole(lambda: facet_options(programme, request))
    read_for_filters = _rows_read(lambda: facet_options(programme, request))

    assert (of_list, of_month, of_filters) == (set(), set(), set())
    assert read_for_filters < 10_000, "a few rows for each value, of 40,000"


def _tables_read_whole(show):
    """Return which of the tables the queries of ``show`` read from end to end."""
    with CaptureQueriesContext(connection) as captured:
        show()
    asked = [query["sql"] for query in captured]
    assert any(OCCURRENCES in sql for sql in asked)
    return {table for sql in asked for table in _whole_tables(sql)}


def _rows_read(show):
    """Return how many rows MariaDB reads; no other server says so of one session."""
    if connection.vendor != "mysql":
        show()
        return 0
    with connection.cursor() as cursor:
        cursor.execute("FLUSH STATUS")
        show()
        cursor.execute("SHOW SESSION STATUS LIKE 'Handler_read%'")
        return sum(int(count) for _, count in cursor.fetchall())


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
    return {row[2] for row in whole if row[2] in LARGE or _is_large_in_disguise(row)}


def _is_large_in_disguise(row):
    """Return whether a table of a subquery, which is known by its alias alone, is a large one."""
    return ALIAS.fullmatch(row[2] or "") is not None and int(row[8]) > 1_000


def _walks_all_lengths(row):
    """Return whether MariaDB reads an index for the longest date, of which it needs the end."""
    return row[3] == "index" and row[5] == "lift_occurrence_takes"
