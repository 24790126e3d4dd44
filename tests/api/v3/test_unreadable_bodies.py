"""A body that Wagtail would read in its own way, or never to its end, is refused at the door."""

import json

import pytest

from wagtail_lift.pages.models import EventPage

ODD = '{"title": "a\\ud800b"}'
REFUSED = (400, "Send a JSON object.")
PATHS = ("pages/{}/", "lift/events/{}/private/")


def told(response):
    return response.status_code, response.json()["detail"]


def sent(client, method, path, body, kind="application/json"):
    return told(client.http.generic(method, f"/api/v3/{path}", body, kind, headers=client.headers))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x"])
@pytest.mark.parametrize(
    "body",
    [
        b'{"title": "a\xed\xa0\x80b"}',
        b'{"running_order": [{"type": "part", "value": {"title": "a\xed\xa0\x80b"}}]}',
        b'{"title": "caf\xe9"}',
        *(ODD.encode(name) for name in ("utf-8-sig", "utf-16", "utf-32")),
        *(ODD.encode(f"utf-{name}") for name in ("16-le", "16-be", "32-le", "32-be")),
    ],
)
def test_body_that_is_not_strict_utf_8_is_refused(event, editor, path, kind, body):
    assert sent(editor, "PATCH", path.format(event.pk), body, kind) == REFUSED
    assert EventPage.objects.get().latest_revision is None


def test_new_page_in_another_encoding_is_refused(new_event, editor):
    body = json.dumps({**new_event, "title": "a\ud800b"}).encode("utf-16-le")

    assert sent(editor, "POST", "pages/", body) == REFUSED
    assert not EventPage.objects.exists()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("depth", [101, 500, 1000, 2000, 20_000])
@pytest.mark.parametrize("text", ["a", "a\\u0000"])
def test_body_that_is_nested_without_end_is_refused(event, editor, path, depth, text):
    body = f'{{"body": {"[" * depth}"{text}"{"]" * depth}}}'

    assert sent(editor, "PATCH", path.format(event.pk), body) == REFUSED


@pytest.mark.parametrize("depth", [500, 2000, 20_000])
def test_deep_body_of_anybody_is_never_an_error(anybody, editor, new_event, depth):
    deep = f'{"[" * depth}"\\u0000"{"]" * depth}'
    meta = json.dumps(new_event["meta"])
    bodies = [f'{{"body": {deep}}}', f'{{"meta": {meta}, "body": {deep}}}']

    by_anybody = {sent(anybody, "POST", "pages/", body)[0] for body in bodies}
    by_editor = {sent(editor, "POST", "pages/", body)[0] for body in bodies}

    assert by_anybody <= {400, 401}
    assert by_editor <= {400, 422}


def test_malformed_body_is_refused(event, editor):
    assert sent(editor, "PATCH", f"pages/{event.pk}/", '{"title": ') == REFUSED
