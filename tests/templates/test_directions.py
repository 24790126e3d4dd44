"""Names in a script of another direction stand in an element of their own, wherever they stand.

Otherwise the words and signs beside them change places (https://www.w3.org/TR/html-bidi/).
"""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup, NavigableString
from wagtail.models import Site

from tests.factories import make_event, make_host, make_pack, make_programme, when
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.models import Meeting
from wagtail_lift.pages.models import EventHost

NAMES = {
    "programme": "شفق",
    "event": "مقهى",
    "host": "דוד",
    "position": "אחות",
    "organisation": "בית",
    "topic": "לחם",
    "venue": "حديقة",
    "platform": "زووم",
    "contact": "ליאת",
    "question": "למה",
    "asked_by": "نور",
    "pack": "כתב",
    "finding": "شكر",
    "reading": "ספר",
    "authors": "غادة",
    "line": "שלום",
    "note": "مريض",
}
NOT_SHOWN = ("title", "script", "meta", "link", "style")
PATHS = (
    "talks/",
    "talks/?tag=bread&host=david&q=دار",
    "talks/calendar/",
    "talks/hosts/david/",
    "talks/insights/",
    "talks/cafe/",
    "talks/later/",
    "talks/cafe/pack/",
    "talks/cafe/pack/guide/",
)


@pytest.fixture
def paths(home, now):
    with time_machine.travel(now, tick=False):
        n = NAMES
        programme = make_programme(home, n["programme"], slug="talks", introduction="<p>Hello</p>")
        make_programme(programme, n["programme"], slug="below")
        host = make_host(n["host"], slug="david", **{k: n[k] for k in ("position", "organisation")})
        fields = {
            "attendance_mode": "both",
            "venue_name": n["venue"],
            "venue_address": n["venue"],
            "platform_name": n["platform"],
            "contact_name": n["contact"],
            "hosts": [host],
            "topics": [n["topic"]],
            "conversation": [
                ("question", {"question": n["question"], "asked_by": n["asked_by"], "minutes": 5})
            ],
            "reading": [
                (
                    "reading",
                    {
                        "title": n["reading"],
                        "authors": n["authors"],
                        "publisher": n["host"],
                        "url": "https://example.org/book",
                    },
                )
            ],
        }
        event = make_event(
            programme, n["event"], slug="cafe", **fields, **when(now - timedelta(days=2))
        )
        EventHost.objects.update(line=n["line"])
        later = make_event(
            programme, n["event"], slug="later", **fields, **when(now + timedelta(days=2))
        )
        online = {**fields, "attendance_mode": "online"}
        make_event(programme, n["event"], slug="online", **online, **when(now + timedelta(days=2)))
        make_pack(
            event,
            n["pack"],
            slug="pack",
            event=event,
            contact_name=n["contact"],
            insights=[
                ("finding", {"title": n["finding"], "text": "<p>Thanks</p>", "questions": []})
            ],
            guide=[("round", {"title": n["finding"], "minutes": 5})],
        )
        cancel_meeting(
            Meeting.objects.get(event__page_links__page=later.pk), user=None, public_note=n["note"]
        )
        Site.clear_site_root_paths_cache()
        yield [f"/{path}" for path in PATHS]


def naked(html: str) -> list[str]:
    """Return the names that stand beside other text without an element of their own."""
    soup = BeautifulSoup(html, "html.parser")
    return [
        f"{text.parent.name}.{'.'.join(text.parent.get('class', []))}: {text.strip()}"
        for text in soup.find_all(string=True)
        if type(text) is NavigableString
        and SIGNS & set(text)
        and not text.find_parent(NOT_SHOWN)
        and not is_isolated(text)
        and not is_alone(text)
    ]


def is_isolated(text: NavigableString) -> bool:
    return any(
        parent.name == "bdi" or parent.get("dir") == "auto" or parent.get("aria-hidden") == "true"
        for parent in text.parents
    )


def is_alone(text: NavigableString) -> bool:
    """Return whether a heading or link of an editor's block holds nothing else."""
    block = text.find_parent(["h2", "h3", "li", "figcaption"])
    return block is not None and block.get_text(strip=True) == text.strip()


SIGNS = {sign for name in NAMES.values() for sign in name if sign.strip()}


def test_every_name_on_a_page_keeps_its_own_direction(paths, client):
    answers = {path: client.get(path) for path in paths}

    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(
        paths, 200
    )
    assert {path: found for path, answer in answers.items() if (found := naked(answer.text))} == {}
    shown = "".join(answer.text for answer in answers.values())
    assert [name for name, word in NAMES.items() if word not in shown] == []
