"""The site's own search finds the text of a pack while it is open, and its title always."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction
from wagtail.search.backends import get_search_backend

from tests.conftest import searches_at_once
from tests.factories import make_event, make_pack, make_programme, when
from wagtail_lift.pages.models import InsightsPack

pytestmark = [pytest.mark.usefixtures("indexed"), searches_at_once]

TEXTS = ("hidden introduction", "hidden finding", "hidden resource", "hidden guide")


@pytest.fixture
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def pack(home, at_noon):
    """A pack that opens in two hours, with a word of its own in each text."""
    event = make_event(make_programme(home), **when(at_noon, hours=2))
    return make_pack(event, "Learnt", **texts())


def texts():
    finding = {"title": "hidden finding", "text": "<p>Text</p>", "questions": []}
    resource = {"title": "hidden resource", "url": "https://example.org/"}
    return {
        "introduction": "<p>hidden introduction</p>",
        "insights": json.dumps([{"type": "finding", "id": "f", "value": finding}]),
        "resources": json.dumps([{"type": "resource", "id": "r", "value": resource}]),
        "guide": json.dumps([{"type": "purpose", "id": "p", "value": "<p>hidden guide</p>"}]),
    }


def found():
    """Return the texts by which the pack is found as a site searches its pages."""
    engine = get_search_backend()
    return [
        words
        for words in TEXTS
        for model in (Page, InsightsPack)
        if list(engine.search(words, model.objects.live()))
    ]


EVERY = [words for words in TEXTS for _ in range(2)]


def test_closed_pack_is_found_by_its_title_alone(pack):
    assert found() == []
    assert list(get_search_backend().search("learnt", Page.objects.live()))


def test_index_that_is_built_anew_holds_no_closed_text(pack):
    call_command("update_index", verbosity=0)

    assert found() == []


def test_tick_lets_a_pack_be_found_once_the_clock_has_opened_it(pack, at_noon):
    call_command("lift_tick", verbosity=0)
    before = found()

    with time_machine.travel(at_noon + timedelta(hours=2), tick=False):
        call_command("lift_tick", verbosity=0)

        assert (before, found()) == ([], EVERY)


def test_tick_finds_a_pack_that_opened_while_none_was_run(pack, at_noon):
    call_command("lift_tick", verbosity=0)

    with time_machine.travel(at_noon + timedelta(days=30), tick=False):
        call_command("lift_tick", verbosity=0)

        assert found() == EVERY


def test_tick_lets_a_pack_be_found_whose_event_is_not_published(pack, at_noon):
    pack.event.specific.unpublish()
    call_command("lift_tick", verbosity=0)

    with time_machine.travel(at_noon + timedelta(hours=3), tick=False):
        call_command("lift_tick", verbosity=0)

        assert found() == EVERY


def test_pack_that_is_published_open_is_found_at_once(pack):
    pack.opens_early = True

    pack.save_revision().publish()

    assert found() == EVERY


def test_text_leaves_the_index_when_the_editor_closes_the_pack(pack):
    pack.opens_early = True
    pack.save_revision().publish()
    pack.opens_early = False

    pack.save_revision().publish()

    assert found() == []


def test_text_leaves_the_index_when_the_pack_or_a_page_above_it_is_restricted(pack, home):
    pack.opens_early = True
    pack.save_revision().publish()

    restriction = PageViewRestriction.objects.create(page=home, restriction_type="login")
    restricted = found()
    restriction.delete()

    assert (restricted, found()) == ([], EVERY)


def test_alias_is_indexed_as_its_pack_is(pack, home):
    pack.create_alias(parent=make_programme(home, "Library"), update_slug="alias")

    assert found() == []
