"""A programme month by month."""

from datetime import date, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import RequestFactory
from django.utils import translation

from tests.factories import add_date, local, make_event, make_programme, meeting_of, when
from tests.testapp.models import Gathering
from wagtail_lift.actions import postpone_meeting
from wagtail_lift.lists.months import list_month

TWICE_A_DAY = [("date", {"start_date": date(2026, 11, 12), "start_time": time(15)})]


@pytest.fixture
def programme(home, now):
    """A programme with events in November 2026, one in 2027 and one long ago."""
    programme = make_programme(home)
    two_days = Gathering(title="Two days", **when(local(2026, 11, 27, 10), hours=30))
    programme.add_child(instance=two_days)
    talk = make_event(programme, "Talk", topics=["Kindness"], **when(local(2026, 11, 10, 19)))
    add_date(talk, local(2026, 11, 17, 19), state="cancelled")
    add_date(talk, local(2027, 2, 9, 19))
    make_event(programme, "Across", **when(local(2026, 11, 30, 23), hours=3))
    make_event(programme, "Long ago", **when(local(2001, 5, 1, 19)))
    make_event(programme, "Some day", start_date=None)
    with time_machine.travel(now, tick=False):
        yield programme


def shown(calendar):
    return {
        day.day.day: [(e.what.title, e.what.status.value, e.is_first_day) for e in day.entries]
        for day in calendar.days
    }


def test_programme_shows_the_present_month(programme, client):
    response = client.get(f"{programme.url}calendar/")

    calendar = response.context_data["month"]
    assert shown(calendar) == {
        10: [("Talk", "taken_place", True)],
        17: [("Talk", "cancelled", True)],
        27: [("Two days", "drop_in", True)],
        28: [("Two days", "drop_in", False)],
        30: [("Across", "drop_in", True)],
    }
    base = f"{programme.url}calendar"
    assert (calendar.previous.url, calendar.next.url) == (f"{base}/2001/05/", f"{base}/2027/02/")
    assert f'href="{programme.url}talk/?date=2026-11-17"' in response.text
    assert response.text.count('<time class="lift-entry__time"') == 2 * 4


def test_month_continues_what_began_before_it_and_ends_where_nothing_follows(programme, client):
    months = {
        month: client.get(f"{programme.url}calendar/{month}/").context_data["month"]
        for month in ("2026/12", "2027/02", "2001/05", "2026/10")
    }

    assert {
        month: (shown(c), c.previous and c.previous.url[-8:], c.next and c.next.url[-8:])
        for month, c in months.items()
    } == {
        "2026/12": ({1: [("Across", "drop_in", False)]}, "2026/11/", "2027/02/"),
        "2027/02": ({9: [("Talk", "drop_in", True)]}, "2026/11/", None),
        "2001/05": ({1: [("Long ago", "taken_place", True)]}, None, "2026/11/"),
        "2026/10": ({}, "2001/05/", "2026/11/"),
    }


def test_postponed_date_stands_struck_where_it_was_planned_until_that_has_passed(
    home, client, now, superuser
):
    programme = make_programme(home)
    for title, days in (("Passed", -3), ("Soon", 3), ("Later", 60)):
        event = make_event(programme, title, **when(now + timedelta(days=days)))
        postpone_meeting(meeting_of(event), user=superuser)
    make_event(programme, "Afterwards", **when(now + timedelta(days=100)))

    with time_machine.travel(now, tick=False):
        response = client.get(f"{programme.url}calendar/")
        later = client.get(f"{programme.url}calendar/2027/02/").context_data["month"]
    with time_machine.travel(now + timedelta(days=3, hours=2), tick=False):
        gone = client.get(f"{programme.url}calendar/").context_data["month"]

    calendar = response.context_data["month"]
    assert shown(calendar) == {26: [("Soon", "postponed", True)]}
    assert "<s><bdi>Soon</bdi></s>" in response.text
    assert '<span class="lift-entry__status">Postponed</span>' in response.text
    assert (calendar.previous, calendar.next.url[-8:]) == (None, "2027/01/")
    assert later.previous.url[-8:] == "2027/01/"
    assert shown(gone) == {}


@pytest.mark.parametrize(
    ("month", "status"),
    [
        ("2016/01", 200),
        ("2015/12", 404),
        ("2031/12", 200),
        ("2032/01", 404),
        ("2001/05", 200),
        ("2001/06", 404),
        ("0000/01", 404),
        ("0001/01", 404),
        ("9999/12", 404),
        ("2026/13", 404),
        ("2026/1", 404),
    ],
)
def test_month_far_away_is_there_only_if_something_happens_in_it(month, status, client, programme):
    assert client.get(f"{programme.url}calendar/{month}/").status_code == status


def test_month_keeps_the_filters_and_leads_to_the_list_and_back(programme, client):
    response = client.get(f"{programme.url}calendar/?tag=kindness&when=past&from=2020-01-01")

    calendar = response.context_data["month"]
    assert {title for entries in shown(calendar).values() for title, *_ in entries} == {"Talk"}
    assert calendar.previous is None
    assert calendar.next.url == f"{programme.url}calendar/2027/02/?tag=kindness"
    assert response.context_data["list_url"] == f"{programme.url}?tag=kindness"
    assert [f.label for f in response.context_data["active_filters"]] == ["Kindness"]
    there = client.get(f"{programme.url}?tag=kindness&when=past").context_data
    assert there["calendar_url"] == f"{programme.url}calendar/?tag=kindness"


def test_week_starts_as_the_language_says(programme, now):
    first = {}
    for language in ("en", "fr"):
        with translation.override(language):
            calendar = list_month(programme, RequestFactory().get("/"), now)
            first[language] = str(calendar.weekdays[0][0])

    assert first == {"en": "Sunday", "fr": "lundi"}


def test_answer_is_kept_until_the_next_change_of_what_is_shown(programme, now):
    calendar = list_month(programme, RequestFactory().get("/"), now)

    assert min(i for i in calendar.changes(now) if i > now) == local(2026, 11, 24, 0)
    assert calendar.changes(now) >= {local(2026, 11, 27, 10), local(2026, 11, 28, 16)}


def test_times_are_those_of_the_programme(programme, client, now):
    programme.default_timezone = "Pacific/Apia"
    programme.save()

    calendar = client.get(f"{programme.url}calendar/").context_data["month"]

    assert list(shown(calendar)) == [11, 18, 27, 28, 29]
    assert calendar.today - now.date() == timedelta(days=1)


def test_each_link_of_a_month_has_a_name_of_its_own(programme, client):
    """A reader who is told the links alone knows which day and time each leads to."""
    make_event(
        programme, "Twice", added_dates=TWICE_A_DAY, **when(local(2026, 11, 12, 10), hours=1)
    )

    soup = BeautifulSoup(client.get(f"{programme.url}calendar/2026/11/").content, "html.parser")

    names = [" ".join(link.text.split()) for link in soup.select("table .lift-entry__link")]
    assert names == [
        "Talk, Tuesday 10 November 2026, 7 p.m.",
        "Twice, Thursday 12 November 2026, 10 a.m.",
        "Twice, Thursday 12 November 2026, 3 p.m.",
        "Talk, Tuesday 17 November 2026, 7 p.m.",
        "Two days, Friday 27 November 2026, 10 a.m.",
        "Two days, Saturday 28 November 2026",
        "Across, Monday 30 November 2026, 11 p.m.",
    ]
