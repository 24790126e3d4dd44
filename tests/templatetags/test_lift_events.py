"""The tag ``lift_events``: events of a programme in any template."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.template import Context, Template
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, when


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def programme(home, now):
    """A programme with two events to come and two past, of which one has an open pack."""
    page = make_programme(home)
    for days in (2, 1, -1):
        make_event(page, f"In {days}", **when(now + timedelta(days=days)))
    make_pack(make_event(page, "Learnt from", **when(now - timedelta(days=2))))
    return page


def render(words: str, **context) -> BeautifulSoup:
    source = "{% load wagtail_lift_tags %}{% lift_events programme " + words + " %}"
    return BeautifulSoup(Template(source).render(Context(context)), "html.parser")


def titles(html: BeautifulSoup) -> list[str]:
    return [tag.text for tag in html.select(".lift-card__title")]


def test_tag_shows_the_next_events(programme, rf):
    html = render('title="Soon"', programme=programme, request=rf.get("/"))

    assert html.h2.text == "Soon"
    assert titles(html) == ["In 1", "In 2"]
    assert html.select_one(".lift-card__link")["href"].startswith(programme.url)


def test_tag_shows_as_many_as_are_asked_for(programme, rf):
    assert titles(render("count=1", programme=programme, request=rf.get("/"))) == ["In 1"]


def test_tag_shows_past_events_with_open_insights(programme, rf):
    html = render('what="past"', programme=programme, request=rf.get("/"))

    assert titles(html) == ["Learnt from"]


def test_tag_works_without_a_request(programme):
    assert titles(render("", programme=programme)) == ["In 1", "In 2"]


def test_tag_without_events_shows_the_words_that_are_given_and_else_nothing(home, rf):
    empty = make_programme(home)
    request = rf.get("/")

    said = render('title="Soon" empty="Come back."', programme=empty, request=request)
    silent = render('title="Soon"', programme=empty, request=request)

    assert (said.h2.text, said.select_one(".lift-empty").text) == ("Soon", "Come back.")
    assert silent.text.strip() == ""


def test_tag_shows_strangers_nothing_that_is_private(programme, rf):
    PageViewRestriction.objects.create(page=programme, restriction_type="login")

    assert titles(render("", programme=programme, request=rf.get("/"))) == []
