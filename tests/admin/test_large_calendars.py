"""The list of events says which calendars have outgrown their readers."""

import pytest
import time_machine
from bs4 import BeautifulSoup

from tests.admin.conftest import make_team
from tests.factories import make_event, make_programme, when
from wagtail_lift.calendars import sizes

URL = "/admin/lift/events/"


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def weekly(programme, now):
    return make_event(programme, "Tea <b>", recurrence_rule="FREQ=WEEKLY", **when(now))


def told(response) -> list[str]:
    blocks = BeautifulSoup(response.content, "html.parser").select(".help-block")
    return [" ".join(block.text.split()) for block in blocks]


def test_event_list_says_nothing_of_calendars_that_are_small_enough(admin_session, weekly):
    assert told(admin_session.get(URL)) == []


def test_event_list_says_which_calendars_are_too_large_and_what_helps(
    admin_session, weekly, monkeypatch
):
    monkeypatch.setattr(sizes, "LARGE", 9_000)

    event, programme = told(admin_session.get(URL))

    assert event.startswith("The calendar of “Tea <b>” has ")
    assert event.endswith("Let the rule end and go on with a new event. Edit")
    assert programme.startswith("The calendar of “Conversations” has ")
    assert programme.endswith("Divide the programme, or have fewer months told ahead. Edit")
    assert told(admin_session.get(f"{URL}results/")) == []


def test_event_list_tells_nobody_of_a_calendar_in_a_part_of_the_site_of_others(
    log_in, weekly, home, monkeypatch
):
    own = make_programme(home, "Own")
    make_event(own)
    client = log_in(make_team("others", own, "change").user)
    monkeypatch.setattr(sizes, "LARGE", 9_000)

    assert told(client.get(URL)) == []
