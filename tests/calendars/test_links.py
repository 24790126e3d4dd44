"""The ways into one's own calendar that pages offer."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from tests.factories import add_date, make_event, make_programme, when
from tests.testapp.models import Gathering
from wagtail_lift.calendars.links import CalendarLinks


@pytest.fixture(autouse=True)
def the_day_before(now):
    with time_machine.travel(now - timedelta(days=1), tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home):
    return make_programme(home, "Talk & listen", slug="talks")


def test_programme_offers_its_calendar_and_its_feed(programme, client):
    url = "http://testserver/talks/"

    response = client.get(programme.url)

    assert response.context["calendar"] == CalendarLinks(
        download_url=f"{url}ics/",
        subscribe_url="webcal://testserver/talks/ics/",
        google_url="https://calendar.google.com/calendar/render"
        "?cid=webcal%3A%2F%2Ftestserver%2Ftalks%2Fics%2F",
        outlook_url="https://outlook.live.com/calendar/0/addfromweb"
        "?url=http%3A%2F%2Ftestserver%2Ftalks%2Fics%2F&name=Talk%20%26%20listen",
        feed_url=f"{url}feed/",
        json_feed_url=f"{url}feed/json/",
    )
    for href in ("webcal://testserver/talks/ics/", f"{url}feed/", f"{url}ics/"):
        assert f'href="{href}"' in response.text


def test_event_offers_its_calendar(programme, client, now):
    event = make_event(programme, "Tea", **when(now))

    calendar = client.get(event.url).context["calendar"]

    assert calendar.subscribe_url == "webcal://testserver/talks/tea/ics/"
    assert calendar.feed_url == ""


@pytest.mark.parametrize(
    ("dates", "hours", "is_offered"),
    [([0], 1, True), ([0], 2, False), ([0, 7], 2, True), ([-7, 0], 2, False), ([], 2, True)],
)
def test_event_offers_no_calendar_once_all_its_dates_have_ended(
    programme, client, now, the_day_before, dates, hours, is_offered
):
    fields = when(now + timedelta(days=dates[0])) if dates else {"start_date": None}
    event = make_event(programme, "Tea", **fields)
    for days in dates[1:]:
        add_date(event, now + timedelta(days=days))

    the_day_before.move_to(now + timedelta(hours=hours))
    response = client.get(event.url)

    assert (response.context["calendar"] is not None) is is_offered
    assert ("webcal://" in response.text) is is_offered
    assert bool(alternates(response)) is is_offered


def test_restricted_event_offers_only_what_needs_no_login_of_others(
    programme, client, visitor, now
):
    event = make_event(programme, "Tea", **when(now))
    PageViewRestriction.objects.create(page=event, restriction_type="login")
    client.force_login(visitor)

    calendar = client.get(event.url).context["calendar"]

    assert calendar == CalendarLinks("http://testserver/talks/tea/ics/")


def alternates(response) -> list[tuple[str, str, str]]:
    head = BeautifulSoup(response.content, "html.parser").head
    links = head.select("link[rel=alternate]")
    return [(link["type"], link["title"], link["href"]) for link in links]


def test_head_names_where_to_subscribe(programme, client, now):
    event = make_event(programme, "Tea", **when(now))

    of_programme, of_event = (
        alternates(client.get(programme.url)),
        alternates(client.get(event.url)),
    )

    url = "http://testserver/talks/"
    assert of_programme == [
        ("text/calendar", "Calendar of Talk & listen", f"{url}ics/"),
        ("application/atom+xml", "News of Talk & listen", f"{url}feed/"),
        ("application/feed+json", "News of Talk & listen", f"{url}feed/json/"),
    ]
    assert of_event == [("text/calendar", "Calendar of Tea", f"{url}tea/ics/")]


def test_restricted_pages_offer_no_subscription(programme, client, visitor, now):
    event = make_event(programme, "Tea", **when(now))
    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    client.force_login(visitor)

    of_programme, of_event = client.get(programme.url), client.get(event.url)

    assert of_programme.context["calendar"] is None
    assert "webcal:" not in of_programme.text + of_event.text
    assert alternates(of_programme) + alternates(of_event) == []
    assert "no calendar can follow it by itself" in of_event.text


def test_member_of_a_public_programme_is_offered_its_calendar(programme, client, visitor):
    client.force_login(visitor)

    assert client.get(programme.url).context["calendar"].subscribe_url.startswith("webcal:")


def test_page_type_without_routes_offers_nothing(programme, client, now):
    page = programme.add_child(instance=Gathering(title="Bread", **when(now)))

    response = client.get(page.url)

    assert response.context["calendar"] is None
    assert "ics/" not in response.text
