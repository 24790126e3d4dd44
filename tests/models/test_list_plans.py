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

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite plans without statistics."),
]


@pytest.fixture
def tables(home, now):
    """The tables of very many events, with statistics, and the programme they are in."""
    programme = make_programme(home)
    make_many_events(programme, 10_000, now)
    tables = [EventOccurrence._meta.db_table, get_page_model()._meta.db_table]
    _analyze(tables)
    return programme, tables


def _whole_tables_read(tables, show):
    with CaptureQueriesContext(connection) as captured:
        show()
    asked = [query["sql"] for query in captured if tables[0] in query["sql"]]
    assert asked
    return {sql: found for sql in asked if (found := _whole_tables(sql, tables))}


def test_list_walks_indexes(tables, now):
    programme, names = tables
    request = RequestFactory().get("/")

    assert _whole_tables_read(names, lambda: list_events(programme, request, now)) == {}


@pytest.mark.xfail(
    connection.vendor == "postgresql",
    reason="For a month of 900 dates PostgreSQL hashes the table of pages.",
    strict=False,
)
def test_month_walks_indexes(tables, now):
    programme, names = tables
    request = RequestFactory().get("/")

    assert _whole_tables_read(names, lambda: list_month(programme, request, now)) == {}


def _analyze(tables):
    with connection.cursor() as cursor:
        for table in tables:
            word = "ANALYZE TABLE" if connection.vendor == "mysql" else "ANALYZE"
            cursor.execute(f"{word} {connection.ops.quote_name(table)}")


def _whole_tables(sql, tables):
    """Return the tables of ours that a plan reads from end to end."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}")
        rows = cursor.fetchall()
    if connection.vendor == "postgresql":
        return [line for (line,) in rows if any(f"Seq Scan on {table}" in line for table in tables)]
    names = {*tables, "U0", "U1", "V0"}
    return [row for row in rows if row[2] in names and row[3] == "ALL"]
