"""Rich text in cards, previews and structured data: as it reads, without HTML."""

from datetime import timedelta

import pytest
import time_machine

from tests.factories import make_event, make_host, make_pack, make_programme, when
from tests.seo.heads import head_of, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home):
    return make_programme(home)


RICH = "<p>Tea &amp; talk,</p><p>2 &lt; 3</p>"


def test_rich_text_is_told_as_it_reads_not_as_it_is_written(programme, client, at_noon):
    host = make_host("Ada Bell", biography=RICH)
    event = make_event(programme, hosts=[host], **when(at_noon - timedelta(days=2)))
    pack = make_pack(event, introduction=RICH)
    programme.introduction = RICH
    programme.save_revision().publish()

    described = {
        url: head_of(client, url).find("meta", attrs={"name": "description"})["content"]
        for url in (programme.url, pack.url, f"{programme.url}hosts/{host.slug}/")
    }

    assert set(described.values()) == {"Tea & talk, 2 < 3"}, described
    assert told(client, pack.url)["CreativeWork"]["description"] == "Tea & talk, 2 < 3"


def test_rich_text_in_cards_is_told_as_it_reads(programme, client, at_noon):
    make_programme(programme, "Inner", introduction=RICH)
    event = make_event(programme, **when(at_noon - timedelta(days=2)))
    make_pack(event, introduction=RICH)

    said = [
        head_of(client, url).select_one(f".lift-card--{kind} .lift-card__summary").text
        for url, kind in ((programme.url, "programme"), (f"{programme.url}insights/", "pack"))
    ]

    assert said == ["Tea & talk, 2 < 3"] * 2
