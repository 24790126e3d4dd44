"""What of a site stands on the package, each named in words."""

from pathlib import Path

import pytest
from wagtail.models import Site

from tests.factories import make_event, make_programme
from tests.testapp.models import Noticeboard
from wagtail_lift.blocks import HeadingBlock
from wagtail_lift.removal import obstacles
from wagtail_lift.removal.obstacles import SHOWN

ROOT = Path(__file__).parents[2]
PAGE_TYPE = (
    "testapp.{} is a page type of your own, made from EventPageMixin, with 0 pages: delete them "
    "and take the model out of your app."
)
HOST = (
    "testapp.WorkshopHost is a model of your own, made from EventHostMixin: take it out of your "
    "app."
)
STORY = "testapp.Story.question points at wagtail_lift.Question: take the field out of your model."
MIGRATION = (
    "The migration 0001_initial of your app testapp depends on ours, and its tables would go "
    "along: migrate that app back to zero, or take the dependency out of its migrations."
)
TEMPLATE = "The template {} uses tags or templates of ours: take them out."
OF_THE_SUITE = [
    *(PAGE_TYPE.format(name) for name in ("Gathering", "Workshop")),
    HOST,
    STORY,
    TEMPLATE.format(ROOT / "example_site/demo/templates/demo/home_page.html"),
    TEMPLATE.format(ROOT / "tests/testapp/templates/testapp/workshop.html"),
    MIGRATION,
]
"""What stands on the package in the suite's own site, whatever its pages."""


@pytest.fixture
def programme(home):
    """A programme with a published event."""
    programme = make_programme(home)
    make_event(programme)
    return programme


def test_models_references_and_migrations_of_the_site_are_named(programme):
    assert obstacles() == OF_THE_SUITE


@pytest.mark.django_db
def test_blocks_of_ours_in_a_field_of_the_site_are_named(monkeypatch):
    block = Noticeboard._meta.get_field("signs").stream_block
    inner = block.child_blocks["sign"].child_blocks
    monkeypatch.setitem(inner, "words", HeadingBlock())

    assert (
        "testapp.Noticeboard.signs offers HeadingBlock: take these blocks out of the field."
    ) in obstacles()


@pytest.mark.django_db
def test_templates_that_load_include_or_extend_ours_are_named(settings, tmp_path):
    texts = {
        "home.html": "{% load static wagtail_lift_tags %}{% lift_events programme %}",
        "part.html": '{% include "wagtail_lift/components/contact.html" only %}',
        "talk.html": "{% extends 'wagtail_lift/event_page.html' %}",
        "plain.html": "{% load static %}<p>We were at wagtail_lift/ and liked it.</p>",
        "wagtail_lift/base.html": "{% load wagtail_lift_tags %}",
    }
    (tmp_path / "wagtail_lift").mkdir()
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]

    found = obstacles()

    named = [TEMPLATE.format(tmp_path / name) for name in ("home.html", "part.html", "talk.html")]
    assert [line for line in found if str(tmp_path) in line] == named


def test_pages_of_other_types_below_ours_are_named_and_the_rest_is_counted(programme):
    boards = [
        programme.add_child(instance=Noticeboard(title=f"Board {n:02}"))
        for n in range(1, SHOWN + 3)
    ]

    found = obstacles()

    lines = [
        f"“{board.title}” (id {board.pk}) is below a page that goes: move or delete it."
        for board in boards[:SHOWN]
    ]
    assert [line for line in found if line not in OF_THE_SUITE] == [*lines, "… and 2 more pages."]


def test_site_that_begins_at_a_page_of_ours_is_named(programme):
    Site.objects.create(hostname="talks.example.org", root_page=programme)

    assert (
        "The site talks.example.org begins at “Conversations”: give it another root page."
    ) in obstacles()
