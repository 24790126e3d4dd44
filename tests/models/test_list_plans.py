"""No list reads every row: the plans of the databases that say how they go about it."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from tests.factories import make_programme
from tests.many_events import make_many_events
from wagtail_lift.models import EventOccurrence, get_page_model
from wagtail_lift.models.lists import list_events
from wagtail_lift.models.months import list_month

# MariaDB commits when it is told to gather statistics: these rows are not rolled back but flushed.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite plans without statistics."),
]

OCCURRENCES = EventOccurrence._meta.db_table
PAGES = get_page_model()._meta.db_table


def test_first_pages_never_read_all_occurrences(home, now):
    """Pages are left to the database: some join thousands of them by reading them all."""
    programme, request = make_programme(home), RequestFactory().get("/")
    make_many_events(programme, 10_000, now)
    _analyze([OCCURRENCES, PAGES])

    of_list = _tables_read_whole(lambda: list_events(programme, request, now))
    of_month = _tables_read_whole(lambda: list_month(programme, request, now))

    assert of_list <= ({PAGES} if connection.vendor == "mysql" else set())
    assert of_month <= {PAGES}


def _tables_read_whole(show):
    """Return which of the two tables the queries of ``show`` read from end to end."""
    with CaptureQueriesContext(connection) as captured:
        show()
    asked = [query["sql"] for query in captured if OCCURRENCES in query["sql"]]
    assert asked
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
        return {t for t in (OCCURRENCES, PAGES) for (line,) in rows if f"Seq Scan on {t}" in line}
    aliases = {OCCURRENCES: OCCURRENCES, PAGES: PAGES, "U0": OCCURRENCES, "V0": OCCURRENCES}
    whole = [row for row in rows if row[3] == "ALL" or _walks_all_lengths(row)]
    return {aliases.get(row[2], row[2]) for row in whole if row[2] in aliases}


def _walks_all_lengths(row):
    """Return whether MariaDB reads an index for the longest date, of which it needs the end."""
    return row[3] == "index" and row[5] == "lift_occurrence_takes"
