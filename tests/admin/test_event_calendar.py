"""The calendar of the admin, and moving a date from it."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, PageLogEntry
from wagtail.users.models import UserProfile

from tests.admin.conftest import make_team
from tests.factories import make_event, make_programme, meeting_of, when
from wagtail_lift import signals
from wagtail_lift.actions import cancel_meeting, change_meeting
from wagtail_lift.models import Meeting

URL = "/admin/lift/calendar/"
NOVEMBER = {"day": "2026-11-23"}
JUNE = {"day": "2027-06-01"}


@pytest.fixture(autouse=True)
def today(now):
    """Monday, 23 November 2026."""
    with time_machine.travel(now, tick=False):
        yield


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def shown_in(response):
    """Return what each day shows, without the days on which nothing is."""
    found = {}
    for day in soup_of(response).select("[data-day]"):
        entries = day.select(".lift-calendar__entry")
        if entries:
            found[day["data-day"]] = [" ".join(e.get_text(" ").split()) for e in entries]
    return found


def test_month_shows_each_date_on_the_day_of_its_own_zone(admin_session, superuser, programme):
    UserProfile.objects.create(user=superuser, current_time_zone="Asia/Tokyo")
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    make_event(programme, "London", **when(late))
    make_event(programme, "Auckland", **when(late, timezone="Pacific/Auckland"))

    found = shown_in(admin_session.get(URL, NOVEMBER))

    assert found == {
        "2026-11-23": ["11:30 p.m. London Move London"],
        "2026-11-24": [
            "goes on London",
            "12:30 p.m. Auckland Move Auckland",
        ],
    }


def test_states_are_told_in_words(admin_session, superuser, programme, now):
    make_event(programme, "Past", **when(now - timedelta(days=1)))
    off = make_event(programme, "Off", **when(now + timedelta(days=1)))
    cancel_meeting(meeting_of(off), user=superuser)
    make_event(programme, "Draft", live=False, start_date=date(2026, 11, 25))
    hidden = make_event(programme, "Hidden", **when(now + timedelta(days=3)))
    hidden.unpublish()

    found = shown_in(admin_session.get(URL, NOVEMBER))

    assert found == {
        "2026-11-22": ["noon Past Has taken place"],
        "2026-11-24": ["noon Off Cancelled"],
        "2026-11-25": ["Draft Draft"],
        "2026-11-26": ["noon Hidden Not published Move Hidden"],
    }


def test_moved_date_is_shown_where_it_is_now(admin_session, superuser, event):
    starts_at = datetime(2027, 6, 3, 17, 0, tzinfo=UTC)
    ends_at = starts_at + timedelta(hours=1)
    change_meeting(meeting_of(event), starts_at=starts_at, ends_at=ends_at, user=superuser)

    found = shown_in(admin_session.get(URL, JUNE))

    assert [*found] == ["2027-06-03"]


@pytest.mark.parametrize(
    ("language", "days"),
    [("en", ("2026-11-22", "2026-11-28")), ("de", ("2026-11-23", "2026-11-29"))],
)
def test_week_starts_as_in_the_language_of_the_editor(admin_session, superuser, language, days):
    UserProfile.objects.create(user=superuser, preferred_language=language)

    soup = soup_of(admin_session.get(URL, {"view": "week", **NOVEMBER}))

    shown = [day["data-day"] for day in soup.select("[data-day]")]
    assert (shown[0], shown[-1], len(shown)) == (*days, 7)


def test_today_is_marked(admin_session, event):
    soup = soup_of(admin_session.get(URL))

    assert [day["data-day"] for day in soup.select("li[aria-current=date]")] == ["2026-11-23"]


def test_calendar_speaks_german(admin_session, superuser, programme, now):
    UserProfile.objects.create(user=superuser, preferred_language="de")
    make_event(programme, "Mut", **when(now))

    soup = soup_of(admin_session.get(URL))

    assert soup.select_one("h1").text.strip() == "Kalender"
    assert soup.select_one("h2").text == "November 2026"
    words = soup.select_one("[data-day='2026-11-23'] .lift-calendar__words").text
    assert words == "Montag, 23. November 2026"
    assert "Verlegen" in soup.select_one(".lift-calendar__move").text


@pytest.mark.parametrize(
    "query",
    [
        {"day": "2026-13-01"},
        {"day": "9999-12-31"},
        {"day": "0001-01-01"},
        {"view": "year"},
        {"programme": "x"},
        {"programme": "9" * 40},
        {},
    ],
)
def test_what_is_asked_for_wrongly_shows_this_month(admin_session, event, query):
    response = admin_session.get(URL, query)

    assert soup_of(response).select_one("h2").text == "November 2026"


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
@pytest.mark.parametrize("view", ["month", "week"])
def test_first_and_last_days_are_shown(admin_session, event, view, day):
    response = admin_session.get(URL, {"day": day, "view": view})

    assert soup_of(response).select(f"[data-day='{day}']")


def test_calendar_is_narrowed_to_a_programme(admin_session, programme, event, other_event):
    make_event(make_programme(programme, "Inner"), "Deep")

    soup = soup_of(admin_session.get(URL, {**JUNE, "programme": programme.pk}))

    titles = [node.text for node in soup.select(".lift-calendar__event")]
    links = [urlsplit(a["href"]).query for a in soup.select(".lift-calendar__nav a")]
    assert titles == ["Kindness at work", "Deep"]
    assert {parse_qs(query)["programme"][0] for query in links} == {str(programme.pk)}


def test_calendar_shows_each_team_its_own(log_in, programme, event, other_event):
    make_event(programme.get_parent(), "Of the whole site", live=False, start_date=date(2027, 6, 2))
    client = log_in(make_team("editors", programme, "change").user)

    soup = soup_of(client.get(URL, JUNE))

    assert [node.text for node in soup.select(".lift-calendar__event")] == ["Kindness at work"]
    assert soup.select(".lift-calendar__filter, .lift-calendar__move, [draggable]") == []


@pytest.mark.parametrize(
    ("pages", "dates", "edits", "moves"),
    [
        (("add", "change", "publish"), ("view", "change"), True, True),
        (("add", "change", "publish"), ("view",), True, False),
        (("add", "change"), ("view", "change"), True, False),
        (("add",), ("view", "change"), False, False),
    ],
)
def test_only_what_one_may_do_is_offered(log_in, programme, event, pages, dates, edits, moves):
    client = log_in(make_team("editors", programme, *pages, dates=dates).user)

    soup = soup_of(client.get(URL, JUNE))

    links = soup.select("a.lift-calendar__event"), soup.select(".lift-calendar__move")
    assert tuple(map(bool, links)) == (edits, moves)


def test_locked_event_is_not_moved(log_in, programme, event, superuser):
    type(event).objects.filter(pk=event.pk).update(locked=True, locked_by=superuser)
    user = make_team("us", programme, "add", "change", "publish", dates=("view", "change")).user

    soup = soup_of(log_in(user).get(URL, JUNE))

    assert soup.select(".lift-calendar__event")
    assert soup.select(".lift-calendar__move") == []


def test_calendar_is_for_those_who_may_open_the_list_of_events(log_in, event):
    response = log_in(make_team("nobodies", None).user).get(URL)

    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_event_is_shown_once_however_many_translations_show_it(admin_session, event):
    german = Locale.objects.create(language_code="de")
    event.copy_for_translation(german, copy_parents=True).save_revision().publish()
    event.copy_for_translation(Locale.objects.create(language_code="fr"), copy_parents=True)

    assert list(shown_in(admin_session.get(URL, JUNE)).values()) == [
        ["12:30 p.m. Kindness at work Move Kindness at work"]
    ]


def test_calendar_costs_as_many_queries_for_many_events_as_for_one(
    admin_session, programme, event, django_assert_num_queries
):
    make_event(programme, "Draft", live=False)
    admin_session.get(URL, JUNE)
    with CaptureQueriesContext(connection) as one:
        admin_session.get(URL, JUNE)
    cost = len(one)
    make_event(programme, "Two")
    make_event(make_programme(programme, "Inner"), "Three")
    make_event(programme, "Second draft", live=False)

    with django_assert_num_queries(cost):
        response = admin_session.get(URL, JUNE)

    assert len(soup_of(response).select(".lift-calendar__entry")) == 5


def test_calendar_of_a_team_costs_as_many_queries_for_many_events(
    log_in, programme, event, django_assert_num_queries
):
    user = make_team("us", programme, "add", "change", "publish", dates=("view", "change")).user
    client = log_in(user)
    client.get(URL, JUNE)
    with CaptureQueriesContext(connection) as one:
        client.get(URL, JUNE)
    cost = len(one)
    make_event(programme, "Two")
    make_event(programme, "Three")

    with django_assert_num_queries(cost):
        client.get(URL, JUNE)


def move_url(response):
    return soup_of(response).select_one(".lift-calendar__move")["href"]


def form_in(response):
    """Return the address and the values of the form that asks."""
    form = soup_of(response).select_one("main form[method=post]") or soup_of(response).select_one(
        "form[action*='/move/']"
    )
    values = {node["name"]: node.get("value", "") for node in form.select("input[name]")}
    values["public_note"] = form.select_one("textarea").text.strip()
    return form["action"], values


def test_link_leads_to_a_form_that_moves_the_date_and_back(admin_session, superuser, event):
    told = []

    def receiver(**kwargs):
        told.append(kwargs["meeting"].pk)

    signals.meeting_changed.connect(receiver)
    url = f"{move_url(admin_session.get(URL, JUNE))}&day=2027-06-10"

    action, values = form_in(admin_session.get(url))
    untouched = meeting_of(event).is_moved
    response = admin_session.post(action, values, follow=True)

    signals.meeting_changed.disconnect(receiver)
    meeting = meeting_of(event)
    entry = PageLogEntry.objects.get(action="wagtail_lift.change_meeting")
    assert untouched is False
    assert values["day"] == "2027-06-10"
    assert meeting.current_starts_at == datetime(2027, 6, 10, 11, 30, tzinfo=UTC)
    assert entry.message == (
        "Changed 2027-06-01 12:30 Europe/London: 2027-06-10 12:30 Europe/London"
    )
    assert entry.user == superuser
    assert response.redirect_chain == [(f"{URL}?view=month&day=2027-06-01", 302)]
    assert [*shown_in(response)] == ["2027-06-10"]
    assert "The date is moved." in response.content.decode()


def test_two_editors_at_once_lose_nothing(admin_session, superuser, meeting):
    url = reverse("lift_dates_modeladmin_move", args=[meeting.pk])
    action, values = form_in(admin_session.get(url, {"day": "2027-06-10"}))
    starts_at = datetime(2027, 6, 5, 17, 0, tzinfo=UTC)
    change_meeting(
        meeting, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), user=superuser
    )

    refused = admin_session.post(action, values)
    after = Meeting.objects.get(pk=meeting.pk).current_starts_at
    _action, anew = form_in(refused)
    admin_session.post(action, anew)

    assert "This date has changed since you read it." in refused.content.decode()
    assert "Sat 5 Jun 2027, 18:00" in soup_of(refused).text
    assert after == starts_at
    assert anew["day"] == "2027-06-10"
    moved_to = Meeting.objects.get(pk=meeting.pk).current_starts_at
    assert moved_to == datetime(2027, 6, 10, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize("name", ["cancel", "postpone", "change"])
def test_other_actions_are_guarded_in_the_same_way(admin_session, superuser, meeting, name):
    url = reverse(f"lift_dates_modeladmin_{name}", args=[meeting.pk])
    soup = soup_of(admin_session.get(url))
    values = {node["name"]: node.get("value", "") for node in soup.select("form input[name]")}
    change_meeting(meeting, public_note="Bring a coat.", user=superuser)

    response = admin_session.post(url, {**values, "public_note": "Mine", "where": ""})

    assert "This date has changed since you read it." in response.content.decode()
    assert Meeting.objects.get(pk=meeting.pk).public_note == "Bring a coat."


def test_only_one_date_of_a_series_moves(admin_session, programme):
    event = make_event(programme, recurrence_rule="FREQ=WEEKLY;COUNT=4")
    second = Meeting.objects.get(event__page_links__page=event.pk, date_key="2027-06-08T12:30")
    url = reverse("lift_dates_modeladmin_move", args=[second.pk])

    action, values = form_in(admin_session.get(url, {"day": "2027-06-10"}))
    response = admin_session.post(action, {**values, "next": f"{URL}?day=2027-06-01"}, follow=True)

    days = ["2027-06-01", "2027-06-10", "2027-06-15", "2027-06-22"]
    assert [*shown_in(response)] == days


def test_refusal_is_told_in_the_form(admin_session, superuser, meeting):
    url = reverse("lift_dates_modeladmin_move", args=[meeting.pk])
    action, values = form_in(admin_session.get(url, {"day": "nonsense"}))
    response = admin_session.post(action, values)

    assert "nonsense" in response.content.decode()
    assert not Meeting.objects.get(pk=meeting.pk).is_moved
