"""What people type is data in every answer: it is read back as it was typed, and never runs."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils.html import escape
from standardwebhooks import Webhook
from wagtail.models import Site

from tests.factories import make_event, make_host, make_pack, make_programme, when
from tests.inline import inline_parts
from tests.webhooks.receivers import receiving
from tests.wrong_person.asking import HAS_V3
from wagtail_lift.webhooks.actions import give_first_secret
from wagtail_lift.webhooks.delivery.tasks import deliver_for_a_while
from wagtail_lift.webhooks.log import settle_all, touch_what_was_missed
from wagtail_lift.webhooks.models import Endpoint

SCRIPT = "<script>alert(1)</script>"
TYPED = {
    "a script": SCRIPT,
    "the end of a script": "</script><img src=x onerror=alert(1)>",
    "quotes": "\"'`\\ {{ 7*7 }} ${7*7} %s",
    "marks of direction": "\u202egnirts\u2066",
    "the address of a script": "javascript:alert(1)",
    "markup of Markdown": "[x](javascript:alert(1)) ![y](z) # `w`",
    "a long text": "long " * 40,
}


@pytest.fixture(params=TYPED.values(), ids=TYPED)
def typed(request):
    return request.param.strip()


@pytest.fixture
def event(home, now, typed):
    """An event with an open pack, all of whose texts are hostile."""
    with time_machine.travel(now, tick=False):
        programme = make_programme(home, typed, slug="talks")
        host = make_host(typed[:100], slug="host", organisation=typed[:100])
        event = make_event(
            programme,
            typed,
            slug="event",
            summary=typed,
            hosts=[host],
            topics=[typed[:60]],
            audiences=[typed[:60]],
            venue_name=typed,
            body=[("paragraph", f"<p>{escape(typed)}</p>")],
            **when(now - timedelta(days=2)),
        )
        make_pack(event, typed, slug="pack", introduction=f"<p>{escape(typed)}</p>")
        Site.clear_site_root_paths_cache()
        yield event


def json_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    assert "json" in response["Content-Type"]
    return response.json()


def runs(html):
    """Return what in a piece of HTML would run."""
    soup = BeautifulSoup(html, "html5lib")
    return [*inline_parts(html), *soup.find_all(["script", "iframe", "object", "embed"])]


def texts_in(value):
    """Yield every text in JSON, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, str):
        yield value


def test_json_feed_has_the_title_as_typed_and_html_that_runs_nothing(event, client, typed):
    feed = json_of(client, "/talks/feed/json/")

    assert feed["title"] == typed
    assert {item["title"] for item in feed["items"]} >= {typed}
    assert [runs(item.get("content_html", "")) for item in feed["items"]] == [[]] * len(
        feed["items"]
    )


@pytest.mark.parametrize("path", ["event/markdown/", "event/pack/markdown/"])
def test_markdown_has_no_markup_that_was_typed(event, client, typed, path):
    response = client.get(f"/talks/{path}")

    assert response["Content-Type"].startswith("text/markdown")
    assert re.findall(r"(?<!\\)(?:<script|<img|\]\(javascript:|!\[y\])", response.text) == []


def test_both_versions_answer_texts_as_typed(event, client, typed):
    paths = [f"/api/v2/events/{event.pk}/?fields=*", f"/api/v2/pages/{event.pk}/?fields=*"]
    if HAS_V3:
        paths.append(f"/api/v3/pages/{event.pk}/")

    answers = [json_of(client, path) for path in paths]

    found = [(a["title"], a["summary"], a["venue_name"]) for a in answers]
    assert found == [(typed, typed, typed)] * len(paths)


@pytest.mark.skipif(not HAS_V3, reason="Wagtail 8 brought version 3 of the API")
@pytest.mark.parametrize(
    "path",
    ["events/?when=past", "packs/", "hosts/", "search/?q=conversation", "find/?url=/talks/event/"],
)
def test_no_html_in_a_list_of_version_3_runs(event, client, typed, path):
    answer = json_of(client, f"/api/v3/lift/{path}")

    is_html = [text for text in texts_in(answer) if text.startswith("<") and text != typed]
    assert [text for text in is_html if runs(text)] == []


@pytest.mark.skipif(not HAS_V3, reason="Wagtail 8 brought version 3 of the API")
def test_head_is_data_that_no_page_runs(event, client, typed):
    answer = json_of(client, f"/api/v3/lift/pages/{event.pk}/head/")

    assert typed in set(texts_in(answer))


def test_message_and_log_hold_no_text_that_was_typed(event, client, typed, now, settings):
    settings.WAGTAIL_LIFT_WEBHOOKS_TO_PRIVATE_ADDRESSES = True
    with receiving() as receiver:
        endpoint = Endpoint.objects.create(name=typed[:100], url=receiver.url)
        give_first_secret(endpoint)
        touch_what_was_missed()
        settle_all(now)
        deliver_for_a_while(now)

    bodies = [body for _path, _headers, body in receiver.received]
    webhook = Webhook(endpoint.secrets.get().secret)
    messages = [webhook.verify(body, headers) for _path, headers, body in receiver.received]
    entries = json_of(client, "/api/v2/changes/")["items"]

    assert len(bodies) == len(entries) == 4
    assert [text for text in texts_in([messages, entries]) if typed in text] == []
    assert [json.loads(body) for body in bodies] == messages
