"""Whatever an address or a header holds, it gets what it asks for or a clear refusal.

Each address has a row in ``tests/wrong_person/rows.py``, so a new one is tried here as well.
"""

import json
from itertools import cycle
from urllib.parse import parse_qsl

import pytest
from django.test import Client

from tests.http.odd import HALF, LONG, NUL, encoded
from tests.wrong_person.asking import HAS_V3, ROWS, below
from tests.wrong_person.places import names_in

SCRIPT = "<script>alert(1)</script>"
HOSTILE = {
    "a script": SCRIPT,
    "quotes": "\"'`\\;--",
    "a NUL": f"a{NUL}b",
    "half a pair": HALF,
    "marks of direction": "\u202egnirts\u2066",
    "a long text": LONG,
    "the address of a script": "javascript:alert(1)",
    "control characters": "\x0b\x1f\uffff",
}
COMMON = (
    *("search", "q", "order", "fields", "locale", "site", "slug", "limit", "offset", "cursor"),
    *("since", "date", "when", "mode", "token", "share", "content_type", "url", "html_path"),
    *("version", "rich_text_format", "include", "type", "programme", "host", "event", "tag"),
)
"""Parameters that some address takes; each address is asked with some of them."""

HEADERS = ("Lift-Share", "X-Page-Password", "If-Match", "If-None-Match", "Accept")
HEADERS += ("Accept-Language", "Authorization")

CLEAR = {200, 301, 302, 304, 400, 401, 403, 404, 405, 406, 410, 412, 422}


@pytest.fixture(params=["nobody", "the superuser"])
def reader(request, site, superuser):
    """A client of nobody, or of who may do everything, by session and by token."""
    client = Client(raise_request_exception=False)
    if request.param == "the superuser":
        client.force_login(superuser)
        if HAS_V3:
            from wagtail.models import APIToken

            _, token = APIToken.create_token(user=superuser, name="test")
            client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


def asked(prefix, value):
    """Yield addresses below a prefix with a value in each place, and in each parameter."""
    common = cycle(COMMON)
    for row in ROWS[prefix].values():
        places = dict.fromkeys((name for each in row for name in names_in(each)), encoded(value))
        path = below(prefix, row[0].format(**places))
        yield path
        own = {name for each in row for name, _ in parse_qsl(each.partition("?")[2])}
        for name in sorted({*own, *(next(common) for _ in range(4))}):
            shown = row[0].format(**dict.fromkeys(places, "1"))
            yield f"{below(prefix, shown)}?{name}={encoded(value)}"


def wrong_with(response):
    """Return what is wrong with an answer, empty if it is clear and nothing in it runs."""
    text = response.getvalue().decode(errors="replace")
    kind = response.get("Content-Type", "")
    if response.status_code not in CLEAR:
        return f"answered with {response.status_code}"
    if "html" in kind and SCRIPT in text:
        return "has the script"
    if response.get("Location", "").lower().startswith("javascript:"):
        return "leads to a script"
    if "json" in kind and text:
        json.loads(text)
    return ""


@pytest.mark.slow
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("prefix", ROWS)
def test_address_takes_or_refuses_any_value(reader, prefix, value):
    found = {url: wrong_with(reader.get(url)) for url in asked(prefix, value)}

    assert {url: wrong for url, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("header", HEADERS)
def test_header_takes_or_refuses_any_value(site, client, header, value):
    client.raise_request_exception = False
    as_sent = value.encode("utf-8", "surrogatepass").decode("latin-1")
    paths = ["/talks/", "/talks/kindness/", "/api/v2/events/", f"/api/v2/pages/{site.pk}/"]
    paths += ["/api/v2/page_preview/", "/api/v2/changes/", "/talks/feed/json/"]
    if HAS_V3:
        ours = ("events/", "preview/", "changes/", f"pages/{site.pk}/head/", "find/?url=/talks/")
        paths += [f"/api/v3/lift/{path}" for path in ours]
        paths += [f"/api/v3/pages/{site.pk}/"]

    found = {path: wrong_with(client.get(path, headers={header: as_sent})) for path in paths}

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
