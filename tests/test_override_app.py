"""The names of template blocks are an interface: what a site puts into them is shown."""

import copy
import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings as suite_settings
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.models import HostProfile

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = (ROOT / "docs" / "reference" / "templates.md").read_text()
QUESTION = {
    "type": "question",
    "id": "question-a",
    "value": {"question": "What is kindness?"},
}
PAGES = {
    "event": "lasting/",
    "programme": "",
    "month": "calendar/",
    "host": "hosts/ada-bell/",
    "list of packs": "insights/",
    "pack": "lasting/learnt/",
    "pack that is not open": "coming/closed/",
    "guide": "lasting/learnt/guide/",
}
"""Every kind of page that the reference speaks of, and where it is below the programme."""


@pytest.fixture
def overriding(settings):
    """Return a function that puts a folder of templates before those of the package."""

    def put_first(folder):
        templates = copy.deepcopy(suite_settings.TEMPLATES)
        templates[0]["DIRS"] = [ROOT / "tests" / "override_app" / folder]
        settings.TEMPLATES = templates

    return put_first


@pytest.fixture
def programme(home, now):
    """A programme whose pages have something in each of their blocks."""
    with time_machine.travel(now, tick=False):
        page = make_programme(home, "Conversations", contact_name="Ada", body=paragraph())
        make_programme(page, "Evenings")
        make_pack(_coming(page, now), "Closed", slug="closed")
        _lasting(page, now, make_pack(_past(page, now), "Before", opens_early=True))
        yield page


def paragraph():
    return [{"type": "paragraph", "value": "<p>Come as you are.</p>"}]


def _coming(programme, now):
    return make_event(programme, "Coming", **when(now + timedelta(days=7)))


def _past(programme, now):
    return make_event(programme, "Long ago", **when(now - timedelta(days=30)))


def _lasting(programme, now, inspired_by):
    """An event with everything, and its open pack with everything."""
    event = make_event(
        programme,
        "Lasting",
        hosts=[make_host("Ada Bell")],
        topics=["kindness"],
        lead_image=get_image_model().objects.create(title="Faces", file=get_test_image_file()),
        inspired_by=inspired_by,
        body=paragraph(),
        conversation=[QUESTION],
        reading=[{"type": "reading", "value": {"title": "A book", "url": "https://example.org"}}],
        **when(now - timedelta(days=7)),
    )
    closing = {"type": "closing", "value": {"title": "Home", "minutes": 5, "what_to_say": ""}}
    resource = {"type": "resource", "value": {"title": "A film", "url": "https://example.org"}}
    learnt = make_pack(
        event,
        "Learnt",
        slug="learnt",
        people_count=12,
        insights=paragraph(),
        guide=[closing],
        resources=[resource],
    )
    make_event(programme, "Once more", inspired_by=learnt, **when(now + timedelta(days=9)))


def documented_blocks(page):
    """Return the blocks that the reference promises for a kind of page."""
    base, inside = (
        REFERENCE.split("\n## Blocks\n")[1].split("\n## ")[0].split("Within `lift_content`")
    )
    promised = set(re.findall(r"^\| `(\w+)` \|", base, flags=re.MULTILINE))
    for name, pages in re.findall(r"^\| `(\w+)` \| ([^|]+) \|", inside, flags=re.MULTILINE):
        kinds = [part.strip() for part in pages.replace(", where there is one", "").split(",")]
        if page in kinds or "every page" in kinds:
            promised.add(name)
    return promised


def shown_blocks(response):
    """Return the blocks into which the site put something that is shown."""
    assert response.status_code == 200
    return set(re.findall(r"<!-- ours: (\w+) -->", response.text))


@pytest.mark.parametrize("page", PAGES)
def test_every_documented_block_can_be_overridden(client, overriding, programme, page):
    overriding("blocks")

    response = client.get(f"{programme.url}{PAGES[page]}")

    assert documented_blocks(page) - shown_blocks(response) == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_goes_into_the_base_template_of_a_site(client, overriding, programme, page):
    address = f"{programme.url}{PAGES[page]}"
    heading = re.search(r"<h1.*?</h1>", client.get(address).text, flags=re.DOTALL)[0]
    overriding("base")

    shown = client.get(address).text

    main = shown[shown.index("<main>") : shown.index("</main>")]
    assert heading in main
    assert shown.count("<main") == 1
    assert "The site's own menu" in shown
    assert "/static/wagtail_lift/css/lift.css" in shown


def test_one_part_of_a_page_is_changed(client, overriding, programme):
    overriding("part")

    shown = client.get(f"{programme.url}lasting/").text

    assert shown.index("Come for the company.") < shown.index("Your hosts")
    assert HostProfile.objects.get().name in shown
