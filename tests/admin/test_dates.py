import io
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import PageLogEntry, ReferenceIndex
from wagtail.users.models import UserProfile

from tests.admin.conftest import make_team
from tests.admin.tables import csv_of, rows_of
from tests.factories import make_event, make_programme, meeting_of, when
from wagtail_lift.access.date_rights import visible_meetings
from wagtail_lift.actions import cancel_meeting, change_meeting, postpone_meeting
from wagtail_lift.models import Meeting

URL = "/admin/lift/dates/"


def dates_of(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [a.get_text(strip=True) for a in soup.select("td .title-wrapper a")]


def buttons_of(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [a.get_text(strip=True) for a in soup.select(".actions a.button, .lift-date-actions a")]


def facts_of(response) -> dict[str, str]:
    soup = BeautifulSoup(response.content, "html.parser")
    labels = [dt.get_text(" ", strip=True) for dt in soup.select("dl dt")]
    values = [" ".join(dd.get_text(" ").split()) for dd in soup.select("dl dd")]
    return dict(zip(labels, values, strict=True))


def test_dates_show_event_time_stage_note_and_problem(admin_session, meeting, superuser):
    change_meeting(
        meeting,
        starts_at=datetime(2027, 6, 8, 17, 0, tzinfo=UTC),
        ends_at=datetime(2027, 6, 8, 18, 0, tzinfo=UTC),
        public_note="A bigger room.",
        user=superuser,
    )
    Meeting.objects.filter(pk=meeting.pk).update(problem="end_before_start")

    rows = rows_of(admin_session.get(URL))

    assert [row[1:] for row in rows] == [
        [
            "Tue 8 Jun 2027, 18:00 Europe/London",
            "Upcoming (Moved)",
            "-",
            "A bigger room.",
            "The event must end after it starts.",
        ]
    ]


def test_dates_show_that_a_date_is_to_come(admin_session, programme):
    make_event(programme, start_date=None)

    rows = rows_of(admin_session.get(URL))

    assert [row[1:] for row in rows] == [["Date to come", "Date to come", "-", "-", "-"]]


def test_dates_to_come_stand_first_the_soonest_before_all(admin_session, programme, superuser):
    now = timezone.now()
    for name, days in {"Past": -9, "Later": 30, "Yesterday": -1, "Soon": 3}.items():
        make_event(programme, name, **when(now + timedelta(days=days)))
    off = make_event(programme, "Off", **when(now + timedelta(days=9)))
    cancel_meeting(meeting_of(off), user=superuser)
    make_event(programme, "Undated", start_date=None)

    found = dates_of(admin_session.get(URL))

    assert found == ["Soon", "Off", "Later", "Undated", "Yesterday", "Past"]


@pytest.fixture
def dates_of_all_sorts(programme, other_programme, superuser):
    now = timezone.now()
    make_event(programme, "Soon", **when(now + timedelta(days=3)))
    make_event(programme, "Past", **when(now - timedelta(days=3)))
    make_event(make_programme(programme, "Inner"), "Undated", start_date=None)
    off = make_event(other_programme, "Off", **when(now + timedelta(days=4)))
    cancel_meeting(meeting_of(off), user=superuser, public_note="Storm")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, ["Off", "Past", "Soon", "Undated"]),
        ({"stage": "upcoming"}, ["Soon"]),
        ({"stage": "taken_place"}, ["Past"]),
        ({"stage": "cancelled"}, ["Off"]),
        ({"stage": "undated"}, ["Undated"]),
        ({"stage": "nonsense"}, []),
        ({"when": "past"}, ["Past"]),
        ({"when": "upcoming"}, ["Off", "Soon", "Undated"]),
        ({"when": "nonsense"}, ["Off", "Past", "Soon", "Undated"]),
        ({"programme": "nonsense"}, ["Off", "Past", "Soon", "Undated"]),
        ({"programme": "999999"}, ["Off", "Past", "Soon", "Undated"]),
        ({"event": "nonsense"}, ["Off", "Past", "Soon", "Undated"]),
        ({"event": "999999"}, ["Off", "Past", "Soon", "Undated"]),
        ({"q": "storm"}, ["Off"]),
        ({"q": "oo"}, ["Soon"]),
        ({"event__owner__password__startswith": "x"}, ["Off", "Past", "Soon", "Undated"]),
        ({"o": "1.-0.7", "p": "9"}, ["Off", "Past", "Soon", "Undated"]),
    ],
)
def test_dates_are_filtered_and_searched(admin_session, dates_of_all_sorts, query, titles):
    response = admin_session.get(URL, query)

    assert sorted(dates_of(response)) == titles


def test_dates_are_filtered_by_programme_at_any_depth(admin_session, dates_of_all_sorts, programme):
    response = admin_session.get(URL, {"programme": programme.pk})

    assert sorted(dates_of(response)) == ["Past", "Soon", "Undated"]


def test_dates_of_one_event_can_be_linked_to(admin_session, dates_of_all_sorts, event):
    response = admin_session.get(URL, {"event": event.pk})

    assert dates_of(response) == ["Kindness at work"]


def test_dates_cost_as_many_queries_for_three_as_for_one(
    log_in, programme, django_assert_num_queries
):
    team = make_team("editors", programme, "change", "publish", dates=("view", "change"))
    client = log_in(team.user)
    make_event(programme, "One")
    client.get(URL)
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    make_event(programme, "Two")
    make_event(programme, "Three")

    with django_assert_num_queries(len(one)):
        response = client.get(URL)

    assert len(dates_of(response)) == 3


def test_dates_come_with_their_events(superuser, programme, django_assert_num_queries):
    make_event(programme, "One")
    with CaptureQueriesContext(connection) as one:
        assert [meeting.event.title for meeting in visible_meetings(superuser)] == ["One"]
    make_event(programme, "Two")

    with django_assert_num_queries(len(one)):
        found = {meeting.event.title for meeting in visible_meetings(superuser)}

    assert found == {"One", "Two"}


def test_dates_offer_only_the_actions_that_apply(admin_session, meeting, superuser):
    offered = {"scheduled": buttons_of(admin_session.get(URL))}
    postponed = postpone_meeting(meeting, user=superuser)
    offered["postponed"] = buttons_of(admin_session.get(URL))
    cancel_meeting(postponed, user=superuser)
    offered["cancelled"] = buttons_of(admin_session.get(f"{URL}inspect/{meeting.pk}/"))

    assert offered == {
        "scheduled": ["Cancel", "Postpone", "Change", "Edit event"],
        "postponed": ["Cancel", "Reinstate", "Change", "Edit event"],
        "cancelled": ["Reinstate this date", "Edit event"],
    }


def test_date_is_shown_with_all_that_is_known(admin_session, meeting, superuser):
    UserProfile.objects.create(user=superuser, current_time_zone="Pacific/Auckland")
    change_meeting(
        meeting,
        starts_at=datetime(2027, 6, 8, 17, 0, tzinfo=UTC),
        ends_at=datetime(2027, 6, 8, 18, 0, tzinfo=UTC),
        public_note="A bigger room.",
        user=superuser,
    )

    response = admin_session.get(f"{URL}inspect/{meeting.pk}/")

    assert facts_of(response) == {
        "Event": "Kindness at work",
        "Starts": "Tue 8 Jun 2027, 18:00 Europe/London",
        "Ends": "Tue 8 Jun 2027, 19:00 Europe/London",
        "Was to start": "Tue 1 Jun 2027, 12:30 Europe/London",
        "Time zone": "Europe/London",
        "Stage": "Upcoming",
        "Decision": "Moved",
        "Public note": "A bigger room.",
    }


def test_date_of_which_nothing_was_decided_says_what_its_buttons_do(admin_session, meeting):
    response = admin_session.get(f"{URL}inspect/{meeting.pk}/")

    buttons = BeautifulSoup(response.content, "html.parser").select(".lift-date-actions a")
    assert "Decision" not in facts_of(response)
    assert [(b.text.strip(), "button-secondary" in b["class"]) for b in buttons] == [
        ("Cancel this date", True),
        ("Postpone this date", True),
        ("Change this date", True),
        ("Edit event", False),
    ]


def test_dates_export_is_in_the_zone_of_the_event_and_no_formula(
    admin_session, superuser, programme
):
    UserProfile.objects.create(user=superuser, current_time_zone="Pacific/Auckland")
    event = make_event(programme, "=1+1", slug="sum", venue_name="@venue")
    cancel_meeting(meeting_of(event), user=superuser, public_note="-1")

    exported = csv_of(admin_session.get(URL, {"export": "csv"}))
    xlsx = admin_session.get(URL, {"export": "xlsx"}).getvalue()

    assert exported == [
        [
            "Event",
            "Starts",
            "Ends",
            "Time zone",
            "Was to start",
            "Stage",
            "Decision",
            "Public note",
            "Place",
            "Places",
            "Problem",
        ],
        [
            "'=1+1",
            "2027-06-01 12:30",
            "2027-06-01 14:00",
            "Europe/London",
            "",
            "Cancelled",
            "Cancelled",
            "'-1",
            "'@venue",
            "",
            "",
        ],
    ]
    cell = load_workbook(io.BytesIO(xlsx)).active["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_dates_export_what_is_filtered(admin_session, dates_of_all_sorts):
    exported = csv_of(admin_session.get(URL, {"export": "csv", "when": "past"}))

    assert [row[0] for row in exported] == ["Event", "Past"]


@pytest.mark.parametrize("path", ["create/", "edit/1/", "delete/1/", "history/1/", "cancel/x/"])
def test_dates_have_no_other_addresses(admin_session, path):
    assert admin_session.get(f"{URL}{path}").status_code == 404


def test_dates_have_no_address_for_a_date_that_is_not_there(admin_session):
    found = [admin_session.get(f"{URL}inspect/{pk}/").status_code for pk in ("999999", "9" * 18)]

    assert found == [404, 404]


def test_date_is_found_by_whoever_may_see_it(superuser, visitor, meeting):
    urls = [AdminURLFinder(user).get_edit_url(meeting) for user in (superuser, visitor, None)]

    assert urls == [f"{URL}inspect/{meeting.pk}/", None, f"{URL}inspect/{meeting.pk}/"]


@pytest.mark.usefixtures("indexed")
def test_date_is_no_usage_of_its_event(event, meeting):
    meeting.save()

    usage = ReferenceIndex.get_references_to(event)
    assert [str(reference.model_name) for reference in usage] == []


def test_log_reads_well_even_without_data(superuser, event):
    entry = PageLogEntry(page=event, action="wagtail_lift.change_meeting", user=superuser, data={})

    assert (entry.message, entry.comment) == ("Changed a date: another note", "")


def test_dates_are_those_of_the_source_alone(admin_session, event):
    event.create_alias(update_slug="again")

    assert dates_of(admin_session.get(URL)) == ["Kindness at work"]
