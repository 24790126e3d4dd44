"""What editors write is text in a PDF, and no address in it is ever opened."""

import socket
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories import make_event, make_pack, make_programme, when
from tests.pdf.needed import NEEDED, pypdf

pytestmark = [NEEDED]

BASE = "https://site.example.org/talks/pack/"
REFUSED = [
    "http://169.254.169.254/latest/meta-data/",
    "https://elsewhere.example.org/media/images/wall.png",
    "https://site.example.org.evil.example/media/images/wall.png",
    "https://site.example.org/admin/",
    "https://site.example.org/media/documents/minutes.pdf",
    "https://site.example.org/media/../settings/secret.png",
    "https://site.example.org/media/%2e%2e/%2e%2e/etc/secret.png",
    "https://site.example.org/media//etc/secret.png",
    "https://site.example.org/media/images/gone.png",
    "https://site.example.org/static/../secret.css",
    "https://site.example.org/static/wagtail_lift/js/lift.js",
    "file:///etc/passwd",
    "file:///etc/secret.png",
    "ftp://site.example.org/media/images/wall.png",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg/>",
    "javascript:alert(1)",
    "wall.png",
    "",
]


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Fail where anything is asked for by network."""

    def refuse(*args, **kwargs):
        raise AssertionError("A document asked the network.")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def fetcher(settings):
    from wagtail_lift.pdf.fetching import SiteFetcher

    return SiteFetcher(BASE)


@pytest.mark.parametrize("url", REFUSED)
def test_a_document_reads_nothing_but_pictures_and_styles_of_the_site(fetcher, url):
    with pytest.raises(ValueError, match="Not "):
        fetcher.fetch(url)


def test_a_document_reads_pictures_and_styles_of_the_site(fetcher):
    name = default_storage.save("images/on paper.png", ContentFile(b"PNG"))
    try:
        url = f"https://site.example.org{default_storage.url(name)}"
        assert fetcher.fetch(url).read() == b"PNG"
    finally:
        default_storage.delete(name)
    style = fetcher.fetch("https://site.example.org/static/wagtail_lift/css/pdf.css")
    assert b"@page" in style.read()


HOSTILE = """
<html lang="en"><head><title>T</title>
<link rel="stylesheet" href="http://169.254.169.254/x.css">
<link rel="attachment" href="file:///etc/passwd">
<style>@import url(file:///etc/hosts); p { background: url(http://10.0.0.1/x.png) }</style></head>
<body><p>Words <img alt="Gone" src="http://10.0.0.1/x.png"> <a href="javascript:alert(1)">here</a>
<a rel="attachment" href="file:///etc/passwd">there</a></p>
<object data="file:///etc/passwd"></object><embed src="file:///etc/passwd"></body></html>
"""


def test_addresses_in_a_document_are_not_opened():
    from wagtail_lift.pdf.making import make_pdf

    document = pypdf.PdfReader(BytesIO(make_pdf(HOSTILE, BASE)))

    text = document.pages[0].extract_text()
    assert "Words" in text
    assert "root:" not in text
    assert document.attachments == {}
    links = [note.get_object().get("/A", {}) for note in document.pages[0].get("/Annots", [])]
    assert links == []


def test_hostile_words_are_text(home, client, now):
    title = '</title><script>alert("x")</script>'
    guide = [
        ("agreements", ["<img src=x onerror=alert(1)>", "שלום עולם", "x" * 300, "a\x0b\x01b"]),
        ("round", {"title": "{{ page.pk }}", "minutes": 5, "prompts": ["<b>Who?</b>", "W" * 300]}),
    ]
    with time_machine.travel(now, tick=False):
        event = make_event(make_programme(home), **when(now - timedelta(days=9)))
        pack = make_pack(event, title, slug="learnt", guide=guide)
        answers = [client.get(f"{pack.url}{below}") for below in ("pdf/", "cards/pdf/")]
        html = client.get(f"{pack.url}cards/").content.decode()

    documents = [pypdf.PdfReader(BytesIO(answer.content)) for answer in answers]
    assert documents[0].metadata.title == title
    text = " ".join(page.extract_text() for page in documents[0].pages)
    assert "<img src=x onerror=alert(1)>" in text
    assert "{{ page.pk }}" in text
    assert "<b>Who?</b>" not in html
