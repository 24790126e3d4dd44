"""What both versions of the API give of the block that lists events: the cards of the page."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.apps import apps
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, when


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def page(home, programme, now):
    """An event elsewhere that shows the next two of a programme, and its past ones."""
    for days in (9, 3, 6, -3, -6):
        event = make_event(programme, f"Day {days}", **when(now + timedelta(days=days)))
        if days == -6:
            make_pack(event)
    body = [
        ("events", {"title": "", "programme": programme, "what": "upcoming", "count": 2}),
        ("events", {"title": "", "programme": programme, "what": "past", "count": 3}),
    ]
    return make_event(make_programme(home, "Other"), body=body)


def cards_in(answer):
    return [[card["title"] for card in block["value"]["items"]] for block in answer["body"]]


def read_v2(client, page):
    return client.get(f"/api/v2/events/{page.pk}/").json()


def read_v3(client, page):
    return client.get(f"/api/v3/pages/{page.pk}/").json()


VERSIONS = [read_v2, read_v3] if apps.is_installed("wagtail.api.v3") else [read_v2]


@pytest.mark.parametrize("read", VERSIONS)
def test_cards_are_those_of_the_page(page, client, read):
    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    titles = [" ".join(tag.text.split()) for tag in html.select(".lift-card__title")]

    found = cards_in(read(client, page))

    assert found == [["Day 3", "Day 6"], ["Day -6"]]
    assert [title for block in found for title in block] == titles[:3]


@pytest.mark.parametrize("read", VERSIONS)
def test_cards_are_for_this_reader(page, client, visitor, programme, read):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")

    to_strangers = cards_in(read(client, page))
    client.force_login(visitor)

    assert to_strangers == [[], []]
    assert cards_in(read(client, page))[0] == ["Day 3", "Day 6"]


@pytest.mark.parametrize("read", VERSIONS)
def test_unpublished_programme_gives_nothing(page, client, programme, read):
    programme.unpublish()

    assert cards_in(read(client, page)) == [[], []]
