"""One document in which each kind of public page stands, inside a base template of a site's own."""

import re
from datetime import datetime

import time_machine
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.test import Client, override_settings
from wagtail.documents import get_document_model
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.models import PageViewRestriction

from tests.example_site.demo.looking import event
from tests.factories import make_image
from wagtail_lift.actions import share_draft
from wagtail_lift.blocks import BodyStreamBlock

ADDRESSES = {
    "list": "/conversations/?each=date&topic=compassion",
    "month": "/conversations/calendar/",
    "event": "/conversations/topic-led/making-room-for-grief/",
    "event with activities": "/conversations/topic-led/caring-in-more-than-one-language/",
    "event with many dates": "/conversations/open-events/the-open-kitchen-table/",
    "event with insights": "/conversations/open-events/sharing-the-load/",
    "pack": (
        "/conversations/open-events/compassion-and-compassionate-leadership/compassion-practised/"
    ),
    "guide": "/conversations/open-events/sharing-the-load/what-we-carry/guide/?starts=12:30",
    "host": "/conversations/hosts/carers-circle/",
    "no insights": "/conversations/insights/?tag=nothing",
    "password": "/conversations/topic-led/the-first-ten-minutes/",
}
"""Pages of the demo: by name, where they are."""

CONTEXT = {"timezone_id": "America/New_York"}
"""Who reads them: somebody whose clocks show another time, which the script adds."""

DOCUMENT = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A site</title></head>
<body>
<header class="navbar"><a href="/">A site</a></header>
{pages}
<footer class="footer"><p>Made with care</p></footer>
<script src="/lift.js"></script>
</body>
</html>
"""
# Where a site's own column is and how wide, is its own affair: here it is as wide as the window.
COLUMN = """<div class="site-content container" data-page="{name}" style="display: block !important;
  position: relative !important; width: 100vw !important; max-width: none !important;
  margin: 0 !important; padding: 0 !important">{page}</div>"""
PROSE = """{% load wagtailcore_tags %}<div class="lift-page"><main class="lift-main">
  <div class="lift-prose lift-section">{% for block in body %}{% include_block block %}{% endfor %}
</div></main></div>"""
TEXT = (
    "<p>Come <b>as you <i>are</i></b>, and read <a href='https://example.org/'>how</a>.</p>"
    "<ul><li>A chair</li><li>Tea<ul><li>Mint</li></ul></li></ul>"
    "<ol><li>Arrive</li><li>Listen</li></ol>"
)
FILM = "https://example.org/film"
PLAYER = (
    '<iframe src="https://example.org/player" width="640" height="360" title="A film"></iframe>'
)


def document(at: datetime) -> str:
    """Return the document, made of the demo that has been loaded at an instant."""
    PageViewRestriction.objects.create(
        page=event("first-ten-minutes"), restriction_type="password", password="sesame"
    )
    with time_machine.travel(at, tick=False), override_settings(WAGTAIL_LIFT_PAGE_SIZE=3):
        client = Client()
        pages = {name: _inner(client.get(url)) for name, url in ADDRESSES.items()}
        pages["prose"] = _prose()
        pages["draft"] = _draft(at)
    columns = [COLUMN.format(name=name, page=page) for name, page in pages.items()]
    shown = "\n".join(columns).replace("<details ", "<details open ").replace('loading="lazy"', "")
    return DOCUMENT.format(pages=shown)


def _inner(response) -> str:
    """Return the element that a base template of a site's own has around our blocks."""
    html = response.content.decode()
    assert response.status_code == 200, html
    found = re.search(r'<div class="lift-page">.*</main>\s*</div>', html, re.DOTALL)
    assert found, html
    return found.group()


def _draft(at: datetime) -> str:
    """Return an event as the link to its draft shows it."""
    user = get_user_model().objects.create_superuser("sharing", "sharing@example.org", "pass")
    token = share_draft(event("grief-at-work"), user=user, now=at)
    return _inner(Client().get(f"/lift/share/{token}/"))


def _prose() -> str:
    """Return running text with each block of which the demo makes no use."""
    Embed.objects.create(
        url=FILM, hash=get_embed_hash(FILM, 1200), html=PLAYER, type="video", max_width=1200
    )
    file = ContentFile(b"Tea, milk, cups", "list.txt")
    leaflet = get_document_model().objects.create(title="A list to take with you", file=file)
    picture = {"image": make_image().pk, "alt_text": "Chairs", "decorative": False}
    body = [
        ("heading", {"text": "What to expect", "level": "2"}),
        ("paragraph", TEXT),
        ("heading", {"text": "What to bring", "level": "3"}),
        ("image", {"image": picture, "caption": "By Maya"}),
        ("quote", {"text": "I felt heard.", "attribution": "A participant"}),
        ("embed", {"embed": FILM, "caption": "A film"}),
        ("call_to_action", {"label": "Read how it began", "url": "https://example.org/"}),
        ("documents", {"title": "Take these with you", "documents": [leaflet.pk]}),
        ("details", {"summary": "What if I cannot stay?", "text": TEXT}),
    ]
    stored = [{"type": kind, "value": value, "id": str(n)} for n, (kind, value) in enumerate(body)]
    return Template(PROSE).render(Context({"body": BodyStreamBlock().to_python(stored)}))
