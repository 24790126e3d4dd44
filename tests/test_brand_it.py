"""The guides' own lines put our pages into base templates of different make."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
import wagtail
from bs4 import BeautifulSoup
from django.template import Context, Template
from wagtail.models import Locale

from tests.factories import make_event, make_host, make_pack, make_programme, when
from tests.fenced import marked_blocks
from wagtail_lift.checks import check_base_template, check_head_tags

GUIDES = Path(__file__).parents[1] / "docs" / "how-to"
BRAND_IT = (GUIDES / "brand-it.md").read_text()
SHARING = (GUIDES / "search-engines-and-sharing.md").read_text()
OURS = dict(marked_blocks(BRAND_IT, "snippet"))["tests/override_app/base/wagtail_lift/base.html"]
LINES = {**dict(marked_blocks(BRAND_IT, "test")), **dict(marked_blocks(SHARING, "test"))}
START = "project_template/project_name/templates/base.html"
WHOLE = (Path(__file__).parent / "override_app" / "base" / "base.html").read_text()
SLOTS = "{% block lift_content %}\n    {% endblock lift_content %}"
META = re.compile(r"{% block lift_meta %}.*?{% endblock lift_meta %}", re.DOTALL)
TITLE = re.compile(r"<title>.*?</title>")
OWN_DESCRIPTION = '<meta name="description" content="Ours">'
OWN_ADDRESS = '<link rel="canonical" href="https://example.org/ours/">'
OWN_CARDS = '<meta property="og:title" content="Ours"><meta name="twitter:card" content="summary">'
OWN_TITLE = "<title>Ours</title>"
GUIDE = [("round", {"title": "Talk", "minutes": 5})]
PAGES = {
    "programme": "",
    "month": "calendar/",
    "host": "hosts/ada-bell/",
    "list of packs": "insights/",
    "event": "kindness-at-work/",
    "pack": "learnt/",
    "guide": "learnt/guide/",
}
ONE_OF_EACH = {
    "title": 1,
    'meta[name="description"]': 1,
    'link[rel="canonical"]': 1,
    'meta[property="og:title"]': 1,
    'meta[name="twitter:card"]': 1,
    "main": 1,
    "main h1": 1,
    "h1": 1,
    'link[href$="lift.css"]': 1,
    'script[src$="lift.js"]': 1,
}
"""How often each element is on a page, whatever base template it is in."""


def head(*tags: str, base: str = WHOLE) -> str:
    """Return a base template that prints these in its head, outside of any block."""
    return base.replace("<head>", f"<head>{''.join(tags)}")


def replaced(pattern: str, line: str, text: str) -> str:
    """Return a text with a line of the guide in the one place of what is there now."""
    changed, count = re.subn(pattern, lambda _: line, text)
    assert count == 1, pattern
    return changed


def all_blocks() -> dict[str, str]:
    return {"base": WHOLE, "ours": OURS}


def other_name() -> dict[str, str]:
    frame = "<!DOCTYPE html><html>{% block page %}{% endblock %}</html>"
    inner = re.search(r"<head>.*</body>", WHOLE, re.DOTALL)[0]
    page = f"{{% extends 'base.html' %}}{{% block page %}}{inner}{{% endblock %}}"
    ours = replaced(re.escape('{% extends "base.html" %}\n'), LINES["extends"], OURS)
    return {"base": frame, "base_page": page, "ours": ours}


def no_blocks_for_styles_and_scripts() -> dict[str, str]:
    base = re.sub(r"{% block extra_\w+ %}(.*?){% endblock %}", r"\1", WHOLE)
    for place in ("</head>", "</body>"):
        base = replaced(place, LINES[f"before {place}"] + place, base)
    return {"base": base, "ours": OURS}


def no_main() -> dict[str, str]:
    base = re.sub("</?main>", "", WHOLE)
    return {"base": base, "ours": replaced(re.escape(SLOTS), LINES["main"], OURS)}


def made_by_wagtail_start() -> dict[str, str]:
    """Have no <main>, and print a description where the editor wrote one for search engines."""
    made = (Path(wagtail.__file__).parent / START).read_text()
    base = Template(made).render(Context({"project_name": "mysite"}))
    printed = re.search(r"{% if page.search_description %}.*?{% endif %}", base, re.DOTALL)[0]
    ours = replaced(re.escape(SLOTS), LINES["main"], OURS)
    return {
        "base": base.replace(printed, f"{{% block about %}}{printed}{{% endblock %}}"),
        "ours": META.sub("", ours) + LINES["about"],
    }


def title_without_a_block() -> dict[str, str]:
    without = TITLE.sub("<title>{% firstof page.seo_title page.title %}</title>", WHOLE)
    return {"base": replaced(TITLE.pattern, LINES["title"], without), "ours": OURS}


def own_description_that_stays() -> dict[str, str]:
    ours = OURS.replace("{% lift_sharing %}", LINES["parts"])
    return {"base": head(OWN_DESCRIPTION), "ours": ours}


def all_of_it_in_a_block() -> dict[str, str]:
    tags = (OWN_TITLE, OWN_DESCRIPTION, OWN_ADDRESS, OWN_CARDS)
    theirs = re.sub("{% include .*? %}", "".join(tags), LINES["yours in a block"])
    ours = re.sub(r"{% block title %}.*?\n", LINES["ours in that block"], META.sub("", OURS))
    return {"base": head(theirs, base=TITLE.sub("", WHOLE)), "ours": ours}


BASES = {
    make.__name__: make
    for make in (
        all_blocks,
        other_name,
        no_blocks_for_styles_and_scripts,
        no_main,
        made_by_wagtail_start,
        title_without_a_block,
        own_description_that_stays,
        all_of_it_in_a_block,
    )
}


@pytest.fixture
def put_into(settings, tmp_path):
    """Return a function that gives the site base templates, changed as the guide says."""

    def follow(name: str) -> None:
        templates = BASES[name]()
        (tmp_path / "wagtail_lift").mkdir()
        (tmp_path / "wagtail_lift" / "base.html").write_text(templates.pop("ours"))
        for template, text in templates.items():
            (tmp_path / f"{template}.html").write_text(text)
        settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]

    return follow


@pytest.fixture
def programme(home, now):
    """A programme with one of each kind of page, all of which have a description."""
    with time_machine.travel(now, tick=False):
        described = {"search_description": "Come as you are."}
        page = make_programme(home, **described)
        ada = make_host("Ada Bell", biography="<p>Listens.</p>")
        make_event(page, hosts=[ada], seo_title="Be kind", **when(now + timedelta(days=7)))
        make_pack(page, "Learnt", slug="learnt", opens_early=True, guide=GUIDE, **described)
        yield page


def soup_of(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html5lib")


@pytest.mark.slow
@pytest.mark.parametrize("base", BASES)
def test_page_is_whole_and_says_each_thing_once(base, put_into, client, programme):
    put_into(base)

    found = {
        page: {e: len(soup_of(client, f"{programme.url}{below}").select(e)) for e in ONE_OF_EACH}
        for page, below in PAGES.items()
    }

    assert found == dict.fromkeys(PAGES, ONE_OF_EACH)


@pytest.mark.parametrize("base", BASES)
def test_checks_find_no_fault(base, put_into):
    put_into(base)

    assert check_base_template(None) + check_head_tags(None) == []


@pytest.mark.parametrize("base", BASES)
def test_title_is_that_of_what_is_shown(base, put_into, client, programme):
    put_into(base)

    titles = [
        soup_of(client, f"{programme.url}{PAGES[page]}").title.text.strip().split("\n")[0]
        for page in ("event", "guide")
    ]

    assert titles == ["Be kind", "DIY event guide · Learnt"]


@pytest.mark.parametrize("base", BASES)
def test_page_has_its_own_language_whatever_that_of_the_base_is(base, put_into, client, home):
    put_into(base)
    home.locale = Locale.objects.get_or_create(language_code="fr")[0]
    home.save()
    programme = make_programme(home, "Causeries", locale=home.locale)

    heading = soup_of(client, programme.url).h1

    assert heading.find_parent(lang=True)["lang"] == "fr"
