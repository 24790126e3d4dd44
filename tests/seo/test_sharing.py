"""What link previews show of a page, and which address is its own."""

import re

import pytest
import time_machine
from django.template import Context, Template, TemplateSyntaxError
from wagtail.models import Locale

from tests.factories import (
    make_host,
    make_image,
    make_pack,
    make_programme,
)
from tests.seo.heads import make_full_event, shared
from wagtail_lift.pages.models import EventIndexPage
from wagtail_lift.seo.sharing import HEAD_PARTS, canonical_url, preview_image

pytestmark = pytest.mark.django_db
GUIDE = [("round", {"title": "Talk", "minutes": 5})]


@pytest.fixture(autouse=True)
def at_noon(now):
    with time_machine.travel(now, tick=False):
        yield now


@pytest.fixture
def programme(home):
    return make_programme(home)


def test_link_to_an_event_shows_its_summary_and_picture(programme, client, at_noon):
    event = make_full_event(programme, at_noon, summary='A "kind" <conversation>')

    found = shared(client, f"{event.url}?date=2026-11-30&utm_source=x")

    image = found.pop("og:image")
    assert image.startswith("http://testserver/media/")
    assert {
        name: value for name, value in found.items() if name not in ("viewport", "color-scheme")
    } == {
        "description": 'A "kind" <conversation>',
        "canonical": "http://testserver/conversations/kindness-at-work/",
        "og:url": "http://testserver/conversations/kindness-at-work/",
        "og:type": "article",
        "og:title": "Kindness at work",
        "og:description": 'A "kind" <conversation>',
        "og:site_name": "Conversations",
        "og:locale": "en",
        "og:image:width": "64",
        "og:image:height": "48",
        "og:image:alt": "A room",
        "twitter:card": "summary_large_image",
    }


@pytest.mark.parametrize(
    ("below", "kind", "title"),
    [
        ("", "website", "Conversations"),
        ("?when=past&tag=x", "website", "Conversations"),
        ("hosts/ada-bell/", "profile", "Ada Bell · Conversations"),
        ("insights/", "website", "Insights packs · Conversations"),
        ("pack/", "article", "Learnt"),
        ("pack/guide/", "article", "DIY event guide · Learnt"),
    ],
)
def test_each_address_is_its_own_canonical_one(below, kind, title, programme, client):
    make_host("Ada Bell")
    make_pack(programme, "Learnt", slug="pack", opens_early=True, guide=GUIDE)

    found = shared(client, f"{programme.url}{below}")

    assert found["canonical"] == f"http://testserver/conversations/{below.partition('?')[0]}"
    assert (found["og:type"], found["og:title"]) == (kind, title)
    assert found["twitter:card"] == "summary"


@pytest.mark.parametrize(
    ("below", "description"),
    [
        ("insights/", "What was learnt in our conversations, open to all"),
        ("pack/guide/", "How to hold this conversation with your own team, step by step."),
    ],
)
def test_list_of_packs_and_guide_are_described(below, description, programme, client):
    make_pack(programme, "Learnt", slug="pack", opens_early=True, guide=GUIDE)

    assert shared(client, f"{programme.url}{below}")["og:description"].startswith(description)


def test_closed_pack_is_shared_by_its_title_alone(programme, client):
    pack = make_pack(programme, introduction="<p>Nobody knows yet</p>", search_description="Nobody")

    found = shared(client, pack.url)

    assert "og:description" not in found
    assert "Nobody" not in str(found)


def test_page_that_no_site_serves_has_no_canonical_address(rf, root_page):
    page = root_page.add_child(instance=EventIndexPage(title="Nowhere"))

    assert canonical_url(page, rf.get("/")) == ""


def test_image_whose_file_is_gone_is_left_out():
    image = make_image()
    image.file.storage.delete(image.file.name)

    assert preview_image(image, "", "width-10", "") is None


def translate(page):
    """Publish a page in French and return it."""
    french = Locale.objects.get_or_create(language_code="fr")[0]
    copy = page.copy_for_translation(french, copy_parents=True)
    copy.slug = f"{page.slug}-fr"
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


NAMED = re.compile(r'<(?:meta|link) (?:name|property|rel)="([^"]+)"')


def head_parts(page, rf, *parts):
    """Return what the tag prints of these parts, by the names of the elements."""
    request = rf.get(page.url)
    names = " ".join(f'"{part}"' for part in parts)
    tag = Template(f"{{% load wagtail_lift_tags %}}{{% lift_sharing {names} %}}")
    return NAMED.findall(tag.render(Context(page.get_context(request))))


@pytest.mark.parametrize(
    ("part", "printed"),
    [
        ("description", ["description"]),
        ("canonical", ["canonical"]),
        ("cards", ["og:url", "og:type", "og:title", "og:description", "og:site_name", "og:locale"]),
        ("languages", ["alternate", "alternate"]),
        ("feeds", ["alternate", "alternate", "alternate"]),
    ],
)
def test_site_takes_one_part_of_the_head(part, printed, programme, rf):
    translate(programme)
    programme.search_description = "Come as you are."
    printed = [*printed, "twitter:card"] if part == "cards" else printed

    assert head_parts(programme, rf, part) == printed


def test_parts_of_the_head_are_all_of_it(programme, rf):
    programme.search_description = "Come as you are."

    everything = head_parts(programme, rf)

    assert everything == head_parts(programme, rf, *reversed(HEAD_PARTS))
    assert len(everything) == 12


def test_part_that_does_not_exist_is_named_with_those_that_do(programme, rf):
    with pytest.raises(
        TemplateSyntaxError, match=r"no part “robots”.*description, canonical, languages, cards"
    ):
        head_parts(programme, rf, "cards", "robots")


def test_page_of_another_kind_has_no_head_of_ours(home, rf):
    assert head_parts(home, rf) == []
