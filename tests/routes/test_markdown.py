"""Pages as Markdown: the facts of the HTML, and nothing else."""

import re
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from wagtail import VERSION
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, when
from tests.seo.heads import make_full_event

by_accept = pytest.mark.skipif(VERSION < (8, 1), reason="Wagtail 8.1 asks pages for their types.")


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def event(home, now):
    programme = make_programme(home, slug="talks")
    event = make_full_event(
        programme,
        now,
        slug="kindness",
        title="*Kindness* [at] <work>",
        summary="1. Come & <b>talk</b>_now_.",
        recurrence_rule="FREQ=WEEKLY;COUNT=3",
        booking_mode="elsewhere",
        booking_url="https://book.example/",
        step_free=True,
        topics=["Care"],
        contact_name="Ann",
        contact_email="ann@example.org",
        conversation=[("question", {"question": "What is kind?", "why": "<p>Because.</p>"})],
        body=[
            ("heading", {"text": "Come", "level": "2"}),
            ("paragraph", "<p>As you <b>are</b></p>"),
        ],
    )
    make_pack(
        event,
        "Learnt",
        slug="pack",
        opens_early=True,
        introduction="<p>Short</p>",
        insights=[("finding", {"title": "F", "text": "<p>Found</p>", "questions": []})],
        guide=[("round", {"title": "Talk", "minutes": 5, "prompts": ["Why?"], "host_tip": "Wait"})],
    )
    return event


def words(text):
    """Return the words of a text, without what only marks a list or a table."""
    return re.findall(r"\w+", text)


PATHS = {
    "/talks/kindness/": "markdown/",
    "/talks/kindness/pack/": "markdown/",
    "/talks/kindness/pack/guide/": "markdown/",
}


@pytest.mark.parametrize("path", PATHS)
def test_markdown_says_what_the_page_says_in_the_same_order(event, client, path):
    soup = BeautifulSoup(client.get(path).content, "html.parser").select_one("main article")
    for_the_eye = soup.select('[aria-hidden="true"], [hidden], button, form, a[href^="#"]')
    for tag in for_the_eye:
        tag.decompose()

    response = client.get(f"{path}{PATHS[path]}")

    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    shown = BeautifulSoup(
        MarkdownIt("commonmark").enable("table").render(response.text), "html.parser"
    )
    assert words(shown.get_text(" ")) == words(soup.get_text(" "))


def test_markdown_has_full_addresses_and_shows_titles_as_they_are(event, client):
    text = client.get("/talks/kindness/markdown/").text

    shown = MarkdownIt("commonmark").render(text)
    assert "<h1>*Kindness* [at] &lt;work&gt;</h1>" in shown
    assert "- [Book a place](https://book.example/)\n" in text
    assert "(http://testserver/talks/kindness/pack/)" in text
    assert "![A room](http://testserver/media/images/" in text
    assert re.findall(r"\]\((?!https?:|webcal:|mailto:)", text) == []
    assert "None" not in text


def test_files_are_at_the_cms(event, client, settings):
    settings.WAGTAILAPI_BASE_URL = "https://cms.example"

    text = client.get("/talks/kindness/markdown/").text

    assert "![A room](https://cms.example/media/images/" in text
    assert "(http://testserver/talks/kindness/pack/)" in text


def test_one_date_is_written_by_its_query(event, client):
    text = client.get("/talks/kindness/markdown/?date=2026-12-07").text

    assert "Monday 7 December 2026" in text.partition("## All dates")[0]


@pytest.mark.parametrize("path", PATHS)
def test_markdown_is_cached_as_the_page(event, client, path):
    html, written = client.get(path), client.get(f"{path}{PATHS[path]}")

    assert written["Cache-Control"] == html["Cache-Control"]
    assert "public" in written["Cache-Control"]
    assert written["Link"] == f'<http://testserver{path.removesuffix("guide/")}>; rel="canonical"'


def test_markdown_is_purged_and_redirected_with_the_page(event):
    pack = event.get_children().get().specific

    assert "/markdown/" in event.get_cached_paths()
    assert "/markdown/" in event.get_route_paths()
    assert {"/markdown/", "/guide/markdown/"} <= {*pack.get_cached_paths(), *pack.get_route_paths()}


def test_closed_pack_writes_nothing(home, client, now):
    event = make_event(
        make_programme(home, slug="talks"), slug="it", **when(now + timedelta(days=1))
    )
    make_pack(event, slug="pack", introduction="<p>SECRET</p>", guide=[("preparation", ["SECRET"])])

    answers = [client.get(f"/talks/it/pack/{path}") for path in ("markdown/", "guide/markdown/")]

    assert [answer.status_code for answer in answers] == [200, 404]
    assert "SECRET" not in answers[0].text


def test_restricted_page_is_not_written(event, client, visitor):
    PageViewRestriction.objects.create(page=event, restriction_type="login")

    assert client.get("/talks/kindness/markdown/").status_code == 302
    client.force_login(visitor)
    response = client.get("/talks/kindness/markdown/")
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private, no-store")


@by_accept
@pytest.mark.parametrize("path", PATHS)
def test_page_is_written_at_its_own_address_for_who_asks(event, client, path):
    written = client.get(path, headers={"Accept": "text/markdown"})

    assert written.text == client.get(f"{path}{PATHS[path]}").text
    assert written["Content-Type"] == "text/markdown; charset=utf-8"
    assert "Accept" in written["Vary"].split(", ")


@by_accept
@pytest.mark.parametrize("accept", ["", "*/*", "text/html, text/markdown;q=0.9", "image/png"])
def test_page_is_html_for_everybody_else(event, client, accept):
    response = client.get("/talks/kindness/", headers={"Accept": accept} if accept else {})

    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "Accept" in response["Vary"].split(", ")


@by_accept
def test_calendar_stays_a_calendar(event, client):
    response = client.get("/talks/kindness/ics/", headers={"Accept": "text/markdown"})

    assert response["Content-Type"] == "text/calendar; charset=utf-8"


def test_preview_is_html(event, admin_client):
    response = event.make_preview_request(None, event.default_preview_mode)

    assert response["Content-Type"] == "text/html; charset=utf-8"
