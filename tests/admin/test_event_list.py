import io
from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from tests.admin.conftest import make_team
from tests.admin.tables import csv_of, rows_of, titles_of
from tests.conftest import searches_at_once
from tests.factories import make_event, make_host, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.pages.models import EventPage

URL = "/admin/lift/events/"


def test_event_list_shows_where_each_event_stands(admin_session, event):
    rows = rows_of(admin_session.get(URL))

    assert [row[2:] for row in rows] == [
        ["Conversations", "1 Jun 2027, 12:30 Europe/London", "Drop in", "live"]
    ]


def test_event_list_shows_what_a_draft_plans(admin_session, programme):
    draft = EventPage(
        title="A draft",
        live=False,
        start_date=date(2027, 6, 1),
        start_time=time(9, 0),
        end_time=time(10, 0),
        timezone="America/New_York",
    )
    programme.add_child(instance=draft)

    rows = rows_of(admin_session.get(URL))

    assert [row[2:] for row in rows] == [
        ["Conversations", "1 Jun 2027, 09:00 America/New York", "Not published", "draft"]
    ]


def test_event_list_has_no_time_for_an_event_without_a_date(admin_session, programme):
    make_event(programme, start_date=None)

    rows = rows_of(admin_session.get(URL))

    assert [row[3:5] for row in rows] == [["", "Date to come"]]


def test_event_list_shows_times_in_the_zone_of_the_event_to_an_editor_elsewhere(
    admin_session, superuser, event
):
    UserProfile.objects.create(user=superuser, current_time_zone="Pacific/Auckland")

    soup = BeautifulSoup(admin_session.get(URL).content, "html.parser")

    shown = soup.select_one("td > time")
    assert (shown["datetime"], shown.text) == ("2027-06-01T12:30:00+01:00", "1 Jun 2027, 12:30")


def test_event_list_costs_as_many_queries_for_three_events_as_for_one(
    admin_session, programme, django_assert_num_queries
):
    host = make_host()
    make_event(programme, "One", hosts=[host])
    admin_session.get(URL)
    with CaptureQueriesContext(connection) as one:
        admin_session.get(URL)
    cost = len(one)  # the log of queries ends with the next request
    make_event(programme, "Two", hosts=[host])
    make_event(make_programme(programme, "Inner"), "Three")
    admin_session.get(URL)

    with django_assert_num_queries(cost):
        response = admin_session.get(URL)

    assert titles_of(response) == ["One", "Three", "Two"]


@pytest.fixture
def events_of_all_sorts(programme, superuser):
    now = timezone.now()
    make_event(programme, "Soon", **when(now + timedelta(days=3)))
    make_event(programme, "Past", **when(now - timedelta(days=3)))
    off = make_event(programme, "Off", **when(now + timedelta(days=3)))
    cancel_meeting(meeting_of(off), user=superuser)
    make_event(programme, "Unpublished", live=False, **when(now + timedelta(days=3)))


@pytest.mark.parametrize(
    ("status", "titles"),
    [
        ("drop_in", ["Soon"]),
        ("taken_place", ["Past"]),
        ("cancelled", ["Off"]),
        ("fully_booked", []),
        ("", ["Off", "Past", "Soon", "Unpublished"]),
    ],
)
def test_event_list_filters_by_status(admin_session, events_of_all_sorts, status, titles):
    response = admin_session.get(URL, {"status": status})

    assert titles_of(response) == titles


def test_event_list_shows_the_label_of_each_status(admin_session, events_of_all_sorts):
    rows = rows_of(admin_session.get(URL))

    assert sorted(row[4] for row in rows) == [
        "Cancelled",
        "Drop in",
        "Has taken place",
        "Not published",
    ]


def test_event_list_filters_by_programme_at_any_depth(admin_session, programme, other_event):
    inner = make_programme(programme, "Inner")
    make_event(inner, "Deep")

    response = admin_session.get(URL, {"programme": programme.pk})

    assert titles_of(response) == ["Deep"]


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_event_list_is_searched_and_filtered_at_once(admin_session, programme, other_event):
    make_event(programme, "A walk in town")

    found = [
        titles_of(admin_session.get(URL, {"q": "walk", **filters}))
        for filters in ({}, {"programme": programme.pk, "status": "drop_in", "month": "2027-06"})
    ]

    assert found == [["A walk by the sea", "A walk in town"], ["A walk in town"]]


@pytest.mark.usefixtures("indexed")
@searches_at_once
def test_event_list_shows_only_what_the_user_may_explore(
    log_in, settings, programme, event, other_event
):
    settings.WAGTAILADMIN_PAGE_SEARCH_FILTER_BY_PERMISSIONS = False
    team = make_team("editors", programme, "change")
    client = log_in(team.user)

    found = [titles_of(client.get(URL, query)) for query in ({}, {"q": "walk"}, {"q": "kind"})]
    exported = csv_of(client.get(URL, {"export": "csv"}))

    assert found == [["Kindness at work"], [], ["Kindness at work"]]
    assert [row[0] for row in exported] == ["Title", "Kindness at work"]


def test_event_list_offers_only_programmes_that_the_user_may_explore(
    log_in, programme, other_event
):
    client = log_in(make_team("editors", programme, "change").user)

    soup = BeautifulSoup(client.get(URL).content, "html.parser")

    offered = [option.text.strip() for option in soup.select("#id_programme option")]
    assert offered[1:] == ["Conversations"]


def test_event_list_leads_to_new_events_of_each_type(admin_session, home):
    soup = BeautifulSoup(admin_session.get(URL).content, "html.parser")

    links = [a["href"] for a in soup.select("a[href*='/lift/add/']")]
    assert "/admin/lift/add/wagtail_lift_pages/eventpage/" in links


def test_event_export_holds_public_facts_in_the_zone_of_the_event(admin_session, programme):
    make_event(
        programme,
        "Online talk",
        attendance_mode="online",
        platform_name="Zoom",
        join_url="https://secret.example.org/join",
        hosts=[make_host(email="private@example.org")],
    )

    exported = csv_of(admin_session.get(URL, {"export": "csv"}))

    assert exported == [
        ["Title", "Programme", "Status", "Starts", "Ends", "Time zone", "Place", "Address"],
        [
            "Online talk",
            "Conversations",
            "Drop in",
            "2027-06-01 12:30",
            "2027-06-01 14:00",
            "Europe/London",
            "Zoom",
            "http://testserver/conversations/online-talk/",
        ],
    ]


def test_event_export_is_never_read_as_a_formula(admin_session, home):
    programme = make_programme(home, "+Programme", slug="plus")
    make_event(programme, "=1+1", slug="sum", venue_name="@venue", start_date=None)

    exported = csv_of(admin_session.get(URL, {"export": "csv"}))
    workbook = load_workbook(io.BytesIO(admin_session.get(URL, {"export": "xlsx"}).getvalue()))

    assert exported[1][:2] == ["'=1+1", "'+Programme"]
    assert exported[1][3:7] == ["", "", "Europe/London", "'@venue"]
    cell = workbook.active["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_events_group_of_the_menu_is_for_those_who_may(log_in, client, programme, superuser):
    editor = make_team("editors", programme, "change").user
    keeper = make_team("keepers", None, dates=("view",)).user
    nobody = make_team("nobodies", None).user

    shown = {}
    for user in (superuser, editor, keeper, nobody):
        html = log_in(user).get("/admin/", follow=True).content.decode()
        names = ("lift-events", "lift-packs", "lift-hosts", "lift-dates")
        shown[user.username] = [name for name in names if f'"{name}"' in html]

    assert shown == {
        "superuser": ["lift-events", "lift-packs", "lift-hosts", "lift-dates"],
        "editors": ["lift-events", "lift-packs"],
        "keepers": ["lift-dates"],
        "nobodies": [],
    }


def test_bulk_actions_touch_only_what_is_chosen_in_the_list(admin_session, programme):
    for number in range(51):
        programme.add_child(instance=EventPage(title=f"Draft {number}", live=False))

    soup = BeautifulSoup(admin_session.get(URL).content, "html.parser")

    buttons = [a["href"] for a in soup.select("[data-bulk-action-button]")]
    assert "Page 1 of 2" in " ".join(soup.get_text(" ").split())
    assert any("/page/delete/" in url for url in buttons)
    assert soup.select("[data-bulk-action-num-objects-in-listing]") == []


@pytest.mark.parametrize(("actions", "is_offered"), [(("add",), True), (("change",), False)])
def test_new_events_are_offered_to_those_who_may_add_them(log_in, programme, actions, is_offered):
    client = log_in(make_team("editors", programme, *actions).user)

    html = client.get(URL).content.decode()

    assert ("Add event" in html) is is_offered
