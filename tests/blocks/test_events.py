"""The events of a programme as a block."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.blocks import BodyStreamBlock, EventListBlock, ProgrammeChooserBlock
from wagtail_lift.pages.models import EventIndexPage

NOTHING_PLANNED = "No conversation is planned just now. New ones are announced here."


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def programme(home):
    return make_programme(home)


@pytest.fixture
def shown(render, site_request):
    """Return a function that renders the block and returns its heading, titles and sentences."""

    def show(programme, **value) -> tuple[list[str], list[str], list[str]]:
        stored = {"title": "With us", "programme": programme and programme.pk, **value}
        stream = BodyStreamBlock().to_python([{"type": "events", "value": stored, "id": "a"}])
        html = BeautifulSoup(render(stream[0], {"request": site_request}), "html.parser")
        found = (html.select(css) for css in ("h2", ".lift-card__title", ".lift-empty"))
        return tuple([" ".join(tag.text.split()) for tag in tags] for tags in found)

    return show


def test_block_shows_the_next_events_soonest_first(programme, shown, now):
    for days in (9, 3, 6, -3):
        make_event(programme, f"In {days}", **when(now + timedelta(days=days)))

    assert shown(programme, count=2) == (["With us"], ["In 3", "In 6"], [])


def test_block_of_a_draft_without_a_number_shows_three(programme, shown, now):
    for days in (1, 2, 3, 4):
        make_event(programme, f"In {days}", **when(now + timedelta(days=days)))

    assert shown(programme, count=None) == (["With us"], ["In 1", "In 2", "In 3"], [])


def test_block_shows_past_events_with_open_insights_latest_first(programme, shown, now):
    for days in (9, 3, 6):
        event = make_event(programme, f"{days} ago", **when(now - timedelta(days=days)))
        if days != 3:
            make_pack(event)
    make_event(programme, "To come", **when(now + timedelta(days=1)))

    assert shown(programme, what="past") == (["With us"], ["6 ago", "9 ago"], [])


@pytest.mark.parametrize(
    ("what", "words"), [("upcoming", NOTHING_PLANNED), ("past", "No insights are open yet.")]
)
def test_block_says_when_there_is_nothing(what, words, programme, shown):
    assert shown(programme, what=what) == (["With us"], [], [words])


def test_block_of_a_programme_that_is_not_published_shows_nothing(programme, shown, now):
    make_event(programme, **when(now + timedelta(days=1)))
    programme.unpublish()

    assert shown(programme) == ([], [], [])


def test_block_without_a_programme_shows_its_title(shown, home):
    assert shown(None) == (["With us"], [], [])


def test_block_shows_a_reader_only_what_this_reader_may_open(programme, client, visitor, now):
    secret = make_event(programme, "Members only", **when(now + timedelta(days=1)))
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    events = ("events", {"title": "", "programme": programme, "what": "upcoming", "count": 3})
    page = make_event(make_programme(programme.get_parent(), "Other"), body=[events])

    to_strangers = client.get(page.url).content.decode()
    client.force_login(visitor)
    to_members = client.get(page.url).content.decode()

    assert ("Members only" in to_strangers, "Members only" in to_members) == (False, True)
    assert NOTHING_PLANNED in to_strangers


def test_page_that_shows_events_is_kept_no_longer_than_they_stay_right(programme, client, now):
    starting = now + timedelta(seconds=90)
    make_event(programme, **when(starting))
    events = ("events", {"title": "", "programme": programme, "what": "upcoming", "count": 3})
    page = make_event(make_programme(programme.get_parent(), "Other"), body=[events])

    assert client.get(page.url)["Cache-Control"] == "public, max-age=90"


def test_block_costs_as_many_queries_for_one_and_three_events(programme, shown, now):
    counts = []
    for number in range(3):
        hosts = [make_host(f"Host {number}")]
        make_event(programme, f"E {number}", hosts=hosts, **when(now + timedelta(days=number + 1)))
        shown(programme)
        with CaptureQueriesContext(connection) as captured:
            shown(programme)
        counts.append(len(captured))

    assert counts == [counts[0]] * 3


def test_chooser_offers_programmes_alone(programme):
    block = ProgrammeChooserBlock()

    assert block.target_models == [EventIndexPage]
    assert block.widget.target_models == [EventIndexPage]
    assert block.clean(block.to_python(programme.pk)).pk == programme.pk


def test_chooser_refuses_a_page_that_lists_no_events(programme, home):
    block = EventListBlock()

    for page in (home, make_event(programme)):
        with pytest.raises(ValidationError) as refused:
            block.clean(block.to_python({"programme": page.pk, "what": "upcoming", "count": 3}))

        assert refused.value.block_errors["programme"].messages == [
            "Choose a programme: this page lists no conversations."
        ]


@pytest.mark.parametrize("count", [0, 13])
def test_block_refuses_a_number_that_makes_no_sense(count, programme):
    block = EventListBlock()

    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({"programme": programme.pk, "count": count}))

    assert list(refused.value.block_errors) == ["count"]


def test_api_tells_which_programme_and_what_of_it(programme):
    block = EventListBlock()
    value = block.to_python({"title": "Next", "programme": programme.pk, "what": "past"})

    assert block.get_api_representation(value) == {
        "title": "Next",
        "programme": programme.pk,
        "what": "past",
        "count": 3,
        "items": [],
    }


def test_search_finds_the_title_alone(programme):
    block = EventListBlock()
    value = block.to_python({"title": "Next", "programme": programme.pk})

    assert block.get_searchable_content(value) == ["Next"]


def test_preview_shows_a_programme_of_the_site(programme, now):
    value = EventListBlock().get_preview_value()

    assert (value["title"], value["programme"].pk) == ("Coming up", programme.pk)
