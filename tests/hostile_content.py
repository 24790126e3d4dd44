"""A site with a recognisable value in each private place, and the addresses that it answers.

Every private value holds the word HOSTILE. Those in ``NEVER`` are for nobody but the editors who
open the form or the private route; the others are not for anybody while their page is not public.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group
from django.urls import URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from wagtail.models import Page, PageViewRestriction, get_page_models

from tests.factories import (
    make_event,
    make_host,
    make_pack,
    make_programme,
    make_venue,
    meeting_of,
    when,
)
from tests.testapp.models import Gathering
from wagtail_lift.actions import cancel_meeting
from wagtail_lift.enums import JoinLinkRule
from wagtail_lift.models import LiftPageMixin

HOSTILE = "hostile"
JOIN_URL = "https://hostile-join.example.org/room"
NOTE = "HOSTILE-NOTE for facilitators"
EMAIL = "hostile-email@example.org"
CONSENT = "HOSTILE-CONSENT given by"
NEVER = ("hostile-join", "hostile-note", "hostile-email", "hostile-consent")
TITLE = "HOSTILE"


def _stream(*blocks: tuple[str, Any]) -> str:
    return json.dumps([{"type": t, "id": f"b{n}", "value": v} for n, (t, v) in enumerate(blocks)])


def _conversation() -> str:
    return _stream(
        ("question", {"question": "What is kind?", "why": ""}),
        ("question", {"question": "What is not?", "why": ""}),
    )


def _running_order() -> str:
    """Hold the note in each value of each kind of block."""
    part = dict.fromkeys(("title", "purpose", "materials", "who"), NOTE)
    return _stream(
        ("part", {**part, "minutes": 5, "what_to_say": f"<p>{NOTE}</p>"}),
        ("break", {"title": NOTE, "minutes": 5}),
        ("question_note", {"question": "b0", "minutes": 5, "who": NOTE, "note": NOTE}),
        ("question_note", {"question": NOTE, "minutes": None, "who": NOTE, "note": NOTE}),
    )


def build(home: Page, user: Any, now: datetime) -> None:
    """Fill the site: what is public links to whatever is not."""
    programme, hidden = make_programme(home), make_programme(home, f"{TITLE} restricted")
    _restrict(hidden)
    unpublished = make_programme(home, f"{TITLE} unpublished", live=False)
    ada = make_host("Ada Bell", email=EMAIL, consent_given_by=CONSENT)
    sam = make_host(f"{TITLE} Sam", email=EMAIL, is_listed=False)
    hal = make_host(f"{TITLE} Hal", email=EMAIL, live=False)
    secret_pack = make_pack(hidden, f"{TITLE} pack", opens_early=True)
    links = [
        ("call_to_action", {"label": "Go", "page": page.pk, "url": ""})
        for page in (hidden, unpublished)
    ]
    event_fields = {
        "hosts": [ada, sam, hal],
        "topics": ["care"],
        "conversation": _conversation(),
        "agenda": _stream(
            ("session", {"title": "Talk", "minutes": 5, "speakers": [ada.pk, sam.pk, hal.pk]}),
            ("parallel", {"sessions": [{"title": "A", "minutes": 5, "speakers": [hal.pk]}]}),
        ),
        "running_order": _running_order(),
        "join_url": JOIN_URL,
        "attendance_mode": "both",
        "venue": make_venue(f"{TITLE} hall", address=TITLE, travel=TITLE, live=False),
        "body": _stream(*links),
        "reading": _stream(
            *(("reading", {"title": "Read", "page": p.pk}) for p in (hidden, unpublished))
        ),
        "contact_page": hidden,
        "inspired_by": secret_pack,
        "conduct_page": hidden,
    }
    kettle = make_venue("The Kettle", address="1 High Street")
    coming = make_event(programme, "Coming", **{**event_fields, "venue": kettle})
    everyone = {**event_fields, "join_link_rule": JoinLinkRule.EVERYONE}
    past = make_event(programme, "Past", **everyone, **when(now.replace(year=2025)))
    off = make_event(programme, "Off", **everyone)
    cancel_meeting(meeting_of(off), user=user, public_note="The room is gone.")
    for parent, title in ((programme, f"{TITLE} draft"), (hidden, f"{TITLE} event")):
        make_event(parent, title, live=parent is hidden, **event_fields)
    private = {"running_order": _running_order(), "join_url": JOIN_URL}
    programme.add_child(instance=Gathering(title="Bread", conversation=_conversation(), **private))
    closed = _stream(("finding", {"title": TITLE, "text": f"<p>{TITLE}</p>", "questions": []}))
    guide = _stream(("purpose", f"<p>{TITLE} guide</p>"))
    said = {"title": TITLE, "text": f"<p>{TITLE}</p>"}
    make_pack(
        coming,
        "Closed",
        introduction=TITLE,
        insights=closed,
        guide=guide,
        materials=_stream(("transcript", said)),
    )
    resources = _stream(
        *(("resource", {"title": "R", "page": p.pk}) for p in (hidden, unpublished))
    )
    opened = _stream(("finding", {"title": "Open", "text": "<p>Open</p>", "questions": ["b0"]}))
    guide = _stream(("round", {"title": "Round", "minutes": 9, "prompts": []}))
    make_pack(
        past, "Open", insights=opened, resources=resources, guide=guide, contact_page=unpublished
    )
    coming.create_alias(parent=make_programme(home, "Elsewhere"), update_slug="alias")
    _leave_drafts([coming, past, programme], [ada, kettle], user)


def _restrict(page: Page) -> None:
    """Keep a page for a group to which nobody belongs."""
    group = Group.objects.create(name="Nobody")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(group)


def _leave_drafts(pages: list[Page], profiles: list[Any], user: Any) -> None:
    for page in pages:
        draft = type(page).objects.get(pk=page.pk)
        draft.title, draft.summary = f"{TITLE} new title", f"{TITLE} new summary"
        if hasattr(draft, "updates"):
            draft.updates = _stream(("update", {"text": f"<p>{TITLE}</p>"}))
        draft.save_revision(user=user, log_action=True)
    for profile in profiles:
        draft = type(profile).objects.get(pk=profile.pk)
        draft.name = f"{TITLE} new name"
        draft.save_revision(user=user, log_action=True)


def patterns(resolver: Any = None, above: str = "") -> Iterator[tuple[str, bool]]:
    """Yield each URL pattern of the site, and whether it can be filled in by its converters."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = f"{above}{entry.pattern}".replace("^", "" if above else "^")
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        else:
            yield route, isinstance(entry.pattern, RoutePattern)


def filled(route: str, value: str = "1") -> str:
    """Return a route with ``value`` for each of its parameters."""
    return "/" + re.sub(r"<[^<>]+>", value, route)


def sub_routes() -> set[str]:
    """Return the name of every sub-route of every page type made from the package's mixins."""
    return {
        pattern.name
        for model in get_page_models()
        if issubclass(model, LiftPageMixin) and hasattr(model, "get_subpage_urls")
        for pattern in model.get_subpage_urls()
    }


def addresses(arguments: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    """Yield the address of every page and sub-route; ``arguments`` are those of each sub-route."""
    for page in Page.objects.filter(depth__gt=1).specific():
        url = "/" + page.url_path.partition("/test-home/")[2]
        yield url
        names = [p.name for p in getattr(page, "get_subpage_urls", list)()]
        for name in names:
            yield from (
                f"{url}{page.reverse_subpage(name, kwargs=kwargs)}" for kwargs in arguments[name]
            )


def leaks(text: str, path: str = "", words: tuple[str, ...] = (HOSTILE,)) -> list[str]:
    """Return the private values in a text, apart from what the visitor asked for."""
    searched = str(text).replace(path, "").lower()
    return [word for word in words if word in searched]


def visited(
    client: Any, paths: Iterable[str], words: tuple[str, ...] = (HOSTILE,)
) -> dict[str, Any]:
    """Return the leaks by path; a fault of the server is one."""
    found = {}
    for path in paths:
        response = client.get(path)
        text = f"{response.headers}{response.getvalue().decode(errors='replace')}"
        wrong = leaks(text, path.partition("?")[0], words)
        if wrong or response.status_code >= 500:
            found[path] = (response.status_code, wrong)
    return found
