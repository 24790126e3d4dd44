"""The order of the list of events."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.tables import titles_in_order
from tests.conftest import searches_at_once
from tests.factories import make_event, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import EventOccurrence

URL = "/admin/lift/events/"


@pytest.fixture
def events_of_all_times(programme, superuser, now):
    for name, days in {"Past": -9, "Yesterday": -1, "Next week": 7, "Tomorrow": 1}.items():
        make_event(programme, name, **when(now + timedelta(days=days)))
    make_event(programme, "On now", **when(now - timedelta(hours=1)))
    off = make_event(programme, "Off", **when(now + timedelta(days=3)))
    cancel_meeting(meeting_of(off), user=superuser)
    make_event(programme, "Undated", start_date=None)
    for name, days in {"Draft soon": 2, "Draft today": 0, "Draft past": -5}.items():
        make_event(programme, name, live=False, start_date=(now + timedelta(days=days)).date())
    make_event(programme, "Draft without date", live=False, start_date=None)
    with time_machine.travel(now, tick=False):
        yield


DATED = [
    "Past",
    "Draft past",
    "Yesterday",
    "Draft today",
    "On now",
    "Tomorrow",
    "Draft soon",
    "Off",
    "Next week",
]
UNDATED = ["Draft without date", "Undated"]


@pytest.mark.parametrize(
    ("ordering", "titles"),
    [
        ("", [*DATED[3:], *UNDATED, *DATED[2::-1]]),
        ("nonsense", [*DATED[3:], *UNDATED, *DATED[2::-1]]),
        ("starts_at", [*DATED, *UNDATED]),
        ("-starts_at", [*DATED[::-1], *UNDATED]),
        ("-title", sorted(DATED + UNDATED, reverse=True)),
    ],
)
def test_event_list_is_ordered_by_when_each_event_is(
    admin_session, events_of_all_times, ordering, titles
):
    query = {"ordering": ordering} if ordering else {}

    found = titles_in_order(admin_session.get(URL, query))

    assert found == titles


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_event_list_searched_is_ordered_by_time_too(admin_session, events_of_all_times):
    found = [
        titles_in_order(admin_session.get(URL, {"q": "draft", **ordering}))
        for ordering in ({}, {"ordering": "-starts_at"})
    ]

    assert found == [
        ["Draft today", "Draft soon", "Draft without date", "Draft past"],
        ["Draft soon", "Draft today", "Draft past", "Draft without date"],
    ]


def test_event_list_groups_all_dates_once_and_looks_none_up_page_by_page(
    admin_session, events_of_all_times
):
    with CaptureQueriesContext(connection) as queries:
        admin_session.get(URL)

    dates = connection.ops.quote_name(EventOccurrence._meta.db_table)
    ordered = [q["sql"] for q in queries if "ORDER BY CASE" in q["sql"] and dates in q["sql"]]
    assert [(sql.count(f"JOIN {dates}"), sql.count(f"FROM {dates}")) for sql in ordered] == [(1, 0)]
