"""The news of a programme as a JSON Feed: the same entries as the Atom feed has."""

import json
from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_pack, make_programme, meeting_of, when
from wagtail_lift.actions import cancel_meeting

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def frozen(now):
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home, now):
    programme = make_programme(home, "Talks & more", slug="talks")
    past = make_event(programme, "Past", **when(now - timedelta(days=9)))
    make_pack(past, "Learnt", introduction="<p>What <b>we</b> learnt &amp; did</p>")
    off = make_event(programme, "Off \x07<b>", summary="Bring\x0b a needle", **when(now))
    cancel_meeting(meeting_of(off), user=None, public_note="The <room> is gone.")
    return programme


def read(client, programme, **headers):
    return client.get(f"{programme.url}feed/json/", **headers)


def test_json_feed_describes_itself(programme, client):
    response = read(client, programme)

    feed = json.loads(response.content)
    assert {name: feed[name] for name in feed if name != "items"} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Talks & more",
        "home_page_url": "http://testserver/talks/",
        "feed_url": "http://testserver/talks/feed/json/",
        "language": "en",
        "authors": [{"name": "Talks & more"}],
    }
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"


def test_json_feed_has_the_entries_of_the_atom_feed(programme, client):
    atom = ElementTree.fromstring(client.get(f"{programme.url}feed/").content)  # noqa: S314 -- our own feed

    items = json.loads(read(client, programme).content)["items"]

    assert [
        (
            item["id"],
            item["title"],
            item["url"],
            item["content_html"],
            datetime.fromisoformat(item["date_published"]),
            datetime.fromisoformat(item["date_modified"]),
        )
        for item in items
    ] == [
        (
            entry.findtext("a:id", namespaces=ATOM),
            entry.findtext("a:title", namespaces=ATOM),
            entry.find("a:link", ATOM).get("href"),
            entry.findtext("a:summary", namespaces=ATOM),
            datetime.fromisoformat(entry.findtext("a:published", namespaces=ATOM)),
            datetime.fromisoformat(entry.findtext("a:updated", namespaces=ATOM)),
        )
        for entry in atom.findall("a:entry", ATOM)
    ]
    assert len(items) == 3
    assert items[0]["date_published"].endswith("Z")


def test_pack_without_words_has_its_title_for_content(programme, client, now):
    event = make_event(programme, "Quiet", **when(now - timedelta(days=3)))
    make_pack(event, "Nothing said")

    items = json.loads(read(client, programme).content)["items"]

    (item,) = [item for item in items if item["title"] == "Nothing said"]
    assert (item["content_text"], "content_html" in item) == ("Nothing said", False)


def test_json_feed_is_cached_as_the_atom_feed(programme, client):
    atom, response = client.get(f"{programme.url}feed/"), read(client, programme)

    assert response["Cache-Control"] == atom["Cache-Control"]
    assert response["Vary"] == atom["Vary"]
    again = read(client, programme, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert "/feed/json/" in programme.get_cached_paths()


def test_json_feed_tells_nothing_private(programme, client, now):
    hidden = make_programme(programme, "Hidden")
    make_event(hidden, "Secret", **when(now))
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")

    assert "Secret" not in read(client, programme).text
