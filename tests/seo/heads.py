"""What the head of a page tells search engines and link previews, read back from its HTML."""

import json
from datetime import timedelta

from bs4 import BeautifulSoup

from tests.factories import (
    make_event,
    make_host,
    make_image,
    when,
)


def head_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def told(client, url):
    """Return what a page tells search engines, by type."""
    scripts = head_of(client, url).find_all("script", type="application/ld+json")
    found = [json.loads(script.string) for script in scripts]
    items = [item for each in found for item in each.pop("@graph", [each])]
    return {item["@type"]: item for item in items}


def shared(client, url):
    """Return the sharing data and the canonical address of a page."""
    soup = head_of(client, url)
    tags = {
        tag.get("property") or tag["name"]: tag["content"]
        for tag in soup.find_all("meta", content=True)
    }
    return {**tags, "canonical": soup.find("link", rel="canonical")["href"]}


def make_full_event(programme, at_noon, **fields):
    speaker = make_host("Ben Cole")
    event = make_event(
        programme,
        hosts=[make_host("Ada Bell"), speaker, make_host("Sam Secret", is_listed=False)],
        lead_image=make_image(),
        lead_image_alt_text="A room",
        venue_name="The Kettle",
        venue_address="1 High Street\nLeeds",
        **{**when(at_noon + timedelta(days=7)), **fields},
    )
    event.event_hosts.filter(host=speaker).update(role="speaker")
    return event
