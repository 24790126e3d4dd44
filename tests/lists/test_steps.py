"""What lists make SQLite do, counted in its own steps: the same on every machine.

It plans without statistics, so few events show how it goes about very many.
"""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.db.backends.sqlite3._functions import _sqlite_format_dtdelta
from django.test import RequestFactory

from tests.factories import make_programme
from tests.many_events import make_many_events
from wagtail_lift.lists.events import list_events

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite counts its steps."),
]


def test_programmes_below_are_found_without_reading_the_events_beside_them(home, now):
    programme = make_programme(home)
    inner = make_programme(programme, "Inner")
    programme.refresh_from_db()
    make_many_events(programme, 10, now)
    programme.refresh_from_db()
    programme.get_programmes()  # reads the content types, once and for all
    few = _steps(programme.get_programmes)

    make_many_events(programme, 200, now)

    assert programme.get_programmes() == [inner]
    assert _steps(programme.get_programmes) == few


def test_filtered_list_works_out_once_where_to_begin(home, now):
    """SQLite does arithmetic of times by calling back into Python, which is slow."""
    programme, request = make_programme(home), RequestFactory().get("/?tag=topic-1")
    make_many_events(programme, 300, now)

    with _calls_of_arithmetic() as calls:
        assert list_events(programme, request, now).upcoming.items

    assert len(calls) == 1


def _steps(act):
    """Return how many steps the queries of ``act`` take."""
    steps = []
    connection.connection.set_progress_handler(lambda: steps.append(1) and None, 1)
    try:
        act()
    finally:
        connection.connection.set_progress_handler(None, 0)
    return len(steps)


@contextmanager
def _calls_of_arithmetic():
    """Hand out a list that grows with each sum or difference of times."""
    calls = []

    def add(sign, left, right):
        calls.append((sign, left, right))
        return _sqlite_format_dtdelta(sign, left, right)

    name = "django_format_dtdelta"
    connection.connection.create_function(name, 3, add, deterministic=True)
    try:
        yield calls
    finally:
        connection.connection.create_function(name, 3, _sqlite_format_dtdelta, deterministic=True)
