"""Nothing private is in any answer: every address that the site knows is visited.

What is visited comes from the registries: sub-routes of page types, endpoints of the API, views of
the admin, search fields, the log. Whatever is added there is visited, or fails here until it has a
visit; ``tests/wrong_person`` has a row for each route.
"""

import json
from datetime import UTC, datetime

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.log_actions import registry as logs
from wagtail.models import Page
from wagtail.search import index

from tests.conftest import built_once
from tests.hostile_content import (
    NEVER,
    addresses,
    build,
    filled,
    leaks,
    patterns,
    sub_routes,
    visited,
)
from tests.indexing import indexing
from tests.site import make_home
from tests.urls import api_router
from wagtail_lift.access.share_links import can_be_shared
from wagtail_lift.actions import share_draft
from wagtail_lift.pages.models import EventPage

HAS_V3 = apps.is_installed("wagtail.api.v3")

SUB_ROUTES = {
    "index_route": [{}],
    "host": [{"slug": "ada-bell"}, {"slug": "hostile-sam"}, {"slug": "hostile-hal"}],
    "calendar": [{}],
    "month": [{"year": "2026", "month": "10"}, {"year": "2026", "month": "12"}],
    "insights": [{}],
    "feed": [{}],
    "json_feed": [{}],
    "ics": [{}],
    "ics_of_tag": [{"slug": "care"}],
    "ics_of_host": [{"slug": "ada-bell"}, {"slug": "hostile-sam"}, {"slug": "hostile-hal"}],
    "guide": [{}],
    "markdown": [{}],
    "guide_markdown": [{}],
    "pdf": [{}],
    "cards": [{}],
    "cards_pdf": [{}],
}
"""The arguments with which each sub-route is visited."""

QUERIES = ("", "?when=past", "?when=upcoming", "?starts=10:00")

ADMIN_BY_HAND = {"admin/.*/$": "/admin/anything/"}


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """A site full of what is private, made once, in every index."""
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    with built_once(django_db_blocker), indexing():
        with time_machine.travel(now, tick=False):
            build(make_home(), get_user_model().objects.create_superuser("owner"), now)
        yield


@pytest.fixture
def content(built, db, now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture(params=["anybody", "visitor"])
def client_without_rights(request, content, visitor):
    client = Client()
    if request.param == "visitor":
        client.force_login(visitor)
    return client


def test_every_sub_route_has_a_visit():
    assert sub_routes() == set(SUB_ROUTES)


def test_pages_and_their_sub_routes_keep_what_is_private(client_without_rights):
    urls = [f"{url}{query}" for url in addresses(SUB_ROUTES) for query in QUERIES]

    assert len(urls) > 100
    assert visited(client_without_rights, urls) == {}


def test_admin_keeps_what_is_private(client_without_rights):
    routes = [(route, simple) for route, simple in patterns() if route.startswith("admin/")]
    paths = [
        ADMIN_BY_HAND.get(route) or filled(route)
        for route, simple in routes
        if simple or route in ADMIN_BY_HAND
    ]
    by_regex = [route for route, simple in routes if not simple and route not in ADMIN_BY_HAND]
    keys = [filled(route.replace("$", "").replace(r"\.", ".")) for route in by_regex]

    assert visited(client_without_rights, paths) == {}
    assert visited(client_without_rights, [_by_regex(path) for path in keys]) == {}


def _by_regex(path):
    """Fill in the groups of a pattern that is a regular expression."""
    for group in ("live|earliest|\\d+", "live|latest|\\d+", "[0-9]{1,18}", ".+", "\\d+"):
        path = path.replace(f"(?P1{group})", "1")
    return path


MALFORMED = (
    "offset=99999999999999999999",
    "search=%00",
    "search=a&search_operator=zz",
    "locale=%00",
    "order=event_hosts",
)
"""Queries that make no sense to any endpoint of version 2."""

REVEALING = (
    "events/?event_hosts=1",
    "events/?inspired_by=1",
    "events/?contact_page=1",
    "events/?lead_image=1",
    "events/?alias_of=1",
    "events/?conversation=x",
    "events/?order=conversation",
    "events/?order=topics",
    "events/?order=-event_hosts",
    "hosts/?order=tags",
    "hosts/?links=x",
    "insights/?order=meeting",
    "pages/?type=wagtail_lift_pages.EventPage&event_hosts=1",
    "pages/?type=wagtail_lift_pages.EventPage&order=conversation",
    "pages/?type=testapp.Gathering&inspired_by=1",
    "pages/?type=wagtail_lift_pages.InsightsPack&people_count=12",
    "pages/?type=wagtail_lift_pages.InsightsPack&order=introduction",
)
"""Filters and orders that would tell what a field holds which is not for everybody."""


def test_version_2_answers_what_makes_no_sense_or_reveals_with_a_message(home, client):
    paths = [f"{name}/?{query}" for name in api_router._endpoints for query in MALFORMED]

    answers = {path: client.get(f"/api/v2/{path}") for path in (*paths, *REVEALING)}

    told = {path: (a.status_code, list(a.json())) for path, a in answers.items()}
    assert told == dict.fromkeys(told, (400, ["message"]))


def v2_paths():
    for name, endpoint in api_router._endpoints.items():
        base = f"/api/v2/{name}/"
        keys = endpoint.model._default_manager.values_list("pk", flat=True)
        yield from (base, f"{base}?fields=*", f"{base}?search=hostile", f"{base}?limit=1&offset=1")
        yield from (f"{base}{key}/" for key in keys)
        yield from (f"{base}{key}/?fields=*" for key in keys)
        yield from (f"{base}find/?id={key}" for key in keys)
    for key in EventPage.objects.values_list("pk", flat=True):
        yield from (f"/api/v2/events/{key}/dates/?when={when}" for when in ("upcoming", "past"))
    yield "/api/v2/events/?fields=card&each=date&limit=20"
    for model in ("EventPage", "InsightsPack", "EventIndexPage"):
        yield f"/api/v2/pages/?type=wagtail_lift_pages.{model}&fields=*"
    yield "/api/v2/pages/?type=testapp.Gathering,wagtail_lift_pages.EventPage&fields=*"


def test_version_2_keeps_what_is_private(client_without_rights):
    paths = list(v2_paths())

    assert visited(client_without_rights, paths) == {}


def test_search_index_holds_nothing_private(content):
    found = {}
    for model in index.get_indexed_models():
        for instance in model._default_manager.all():
            for field in model.get_search_fields():
                if isinstance(field, index.SearchField | index.AutocompleteField):
                    words = leaks(field.get_value(instance), words=NEVER)
                    if words:
                        found[f"{model.__name__}.{field.field_name}"] = words

    assert found == {}


def test_log_holds_nothing_private(content):
    entries = [
        f"{entry.label} {json.dumps(entry.data, default=str)} {entry.message}"
        for model in set(logs.get_log_entry_models())
        for entry in model.objects.all()
    ]

    assert len(entries) > 10
    assert [entry for entry in entries if leaks(entry, words=NEVER)] == []


def test_names_of_objects_hold_nothing_private(content):
    names = [
        str(instance)
        for model in apps.get_models()
        if model._meta.app_label in ("wagtail_lift", "wagtail_lift_pages", "testapp")
        for instance in model._default_manager.all()
    ]

    assert len(names) > 20
    assert [name for name in names if leaks(name, words=NEVER)] == []


def test_join_link_that_everyone_sees_is_on_the_page_alone(content, now):
    event = EventPage.objects.get(slug="off")
    event.lift_event.meetings.update(state="scheduled")
    event.save()
    paths = [f"/api/v2/events/{event.pk}/", "/api/v2/events/?fields=*"]
    if HAS_V3:
        paths.append(f"/api/v3/pages/{event.pk}/")

    with time_machine.travel(event.occurrences[0].starts_at):
        page = Client().get("/conversations/off/")
        found = visited(Client(), paths)

    assert leaks(page.content.decode(), words=NEVER) == ["hostile-join"]
    assert found == {}


def test_link_to_a_draft_keeps_what_is_private(client_without_rights, superuser, now):
    pages = [page for page in Page.objects.specific() if can_be_shared(page)]
    tokens = [share_draft(page, user=superuser, now=now) for page in pages]
    doors = ["/lift/share/{}/", "/api/v2/page_preview/?share={}"]
    doors += ["/api/v2/page_preview/?include=head&share={}"]
    if HAS_V3:
        preview = "/api/v3/lift/preview/"
        doors += [f"{preview}?share={{}}", f"{preview}?include=head,detail&share={{}}"]
    paths = [door.format(token) for token in tokens for door in doors]
    guides = [t for p, t in zip(pages, tokens, strict=True) if getattr(p, "guide", None)]
    paths += [f"/lift/share/{token}/guide/" for token in guides]

    assert guides
    assert len(pages) > 5
    assert visited(client_without_rights, paths, NEVER) == {}
    assert {client_without_rights.get(path).status_code for path in paths} == {200}


def test_visitor_is_somebody_without_rights(visitor):
    assert not get_user_model().objects.get(pk=visitor.pk).get_all_permissions()
