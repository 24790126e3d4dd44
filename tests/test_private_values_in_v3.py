"""Nothing private is in any answer of version 3; ``tests/wrong_person`` tries each operation."""

import json
from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail import VERSION
from wagtail.models import Locale, Page

from tests.conftest import built_once
from tests.factories import make_workflow
from tests.hostile_content import NEVER, addresses, build, leaks, visited
from tests.indexing import indexing
from tests.site import make_home
from tests.test_private_values import SUB_ROUTES
from wagtail_lift.models import HostProfile
from wagtail_lift.pages.models import EventIndexPage, EventPage

pytest.importorskip("wagtail.api.v3", reason="Wagtail 8 brought version 3 of the API")

ACTIONS = {
    "publish": {},
    "unpublish": {},
    "copy": {"slug": "copied", "recursive": True},
    "move": {"destination_id": "elsewhere", "position": "last-child"},
    "revert": {"revision_id": "latest"},
    "convert_alias": {},
    "create_alias": {"slug": "another"},
    "copy_for_translation": {"locale": "fr", "copy_parents": True},
    "delete": {},
}
"""The body with which each action on a page is tried."""

WORKFLOW_ACTIONS = {
    "workflow/submit": (),
    "workflow/approve": ("workflow/submit",),
    "workflow/reject": ("workflow/submit",),
    "workflow/resume": ("workflow/submit", "workflow/reject"),
    "workflow/cancel": ("workflow/submit",),
}
"""What each action on a workflow follows; Wagtail 8.1 brought them."""

WORKFLOW_ROUTES = ("workflow", "workflow/history")


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


def v3_operations():
    """Return every operation of version 3 with each way to fill in its path."""
    from wagtail.api.v3.urls import api

    revisions = [page.latest_revision_id for page in Page.objects.exclude(latest_revision=None)]
    fill = {
        "page_id": list(Page.objects.values_list("pk", flat=True)),
        "revision_id": [*revisions, HostProfile.objects.get(slug="ada-bell").latest_revision_id],
        "type_name": ["wagtail_lift_pages.EventPage", "wagtail_lift.HostProfile"],
        "type": ["wagtail_lift.HostProfile"],
        "pk": list(HostProfile.objects.values_list("pk", flat=True)),
        "key": ["2027-06-01T12:30", "undated"],
        "host_id": list(HostProfile.objects.values_list("pk", flat=True)),
        "event_id": list(Page.objects.values_list("pk", flat=True)),
        "slug": ["ada-bell", "hostile-sam", "hostile-hal"],
        "year": [2026],
        "month": [10, 11, 12],
        **{f"{name}_id": [1] for name in ("site", "redirect", "document", "image", "locale")},
    }
    for path, methods in api.get_openapi_schema()["paths"].items():
        paths = [path]
        for name, values in fill.items():
            mark = f"{{{name}}}"
            paths = (
                [p.replace(mark, str(v)) for p in paths for v in values] if mark in path else paths
            )
        assert not any("{" in p for p in paths), f"no visit for {path}"
        if path.endswith("/lift/find/"):
            # A calendar is of any slug: its answer only repeats the question.
            asked = [url for url in addresses(SUB_ROUTES) if "/ics/host/hostile" not in url]
            paths = [f"{path}?include=head&url={url}" for url in asked]
        yield from ((method, path, paths) for method in methods)


def token_client(user):
    from wagtail.models import APIToken

    _, token = APIToken.create_token(user=user, name="test")
    return Client(headers={"Authorization": f"Bearer {token}"})


LISTS = ("events/", "events/facets/", "hosts/", "packs/", "events/months/", "search/")
FILTERS = ("", "tag=care", "q=sam", "locale=en", "limit=100", "status=cancelled")


@pytest.mark.parametrize("who", ["anybody", "visitor"])
def test_lists_of_version_3_keep_what_is_private_however_they_are_narrowed(content, visitor, who):
    client = Client() if who == "anybody" else token_client(visitor)
    programmes = EventIndexPage.objects.values_list("pk", flat=True)
    events = EventPage.objects.values_list("pk", flat=True)
    paths = [f"/api/v3/lift/{name}?{query}" for name in LISTS for query in FILTERS]
    paths += [f"/api/v3/lift/{name}?programme={key}" for name in LISTS for key in programmes]
    paths += [f"/api/v3/lift/packs/?event={key}" for key in events]
    paths += [f"/api/v3/lift/events/{key}/dates/?when=past" for key in events]
    paths += [f"/api/v3/lift/events/?when={when}&each=date" for when in ("upcoming", "past")]

    answers = {client.get(path).status_code for path in paths}

    assert visited(client, paths) == {}
    assert answers == {200, 400, 404}


@pytest.mark.parametrize("query", ["", "?version=draft", "?rich_text_format=html"])
def test_version_3_gives_editors_private_values_on_the_private_routes_alone(
    content, superuser, query
):
    client = token_client(superuser)
    paths = [p for m, path, paths in v3_operations() for p in paths if m == "get"]

    private = [path for path in paths if "/private/" in path]
    public = [f"{path}{query}" for path in paths if "/private/" not in path and "?" not in path]
    public += [path for path in paths if "?" in path]

    assert visited(client, public, NEVER) == {}
    answers = json.dumps([client.get(path).json() for path in private])
    assert leaks(answers, words=NEVER) == list(NEVER)


@pytest.mark.parametrize("action", ACTIONS)
def test_actions_of_version_3_keep_what_is_private(content, superuser, action):
    Locale.objects.get_or_create(language_code="fr")
    event = EventPage.objects.get(slug="coming", alias_of=None)
    values = {
        "elsewhere": Page.objects.get(slug="elsewhere").pk,
        "latest": event.latest_revision_id,
    }
    page = event.aliases.get() if action == "convert_alias" else event
    send = getattr(token_client(superuser), "delete" if action == "delete" else "post")

    response = send(
        f"/api/v3/pages/{page.pk}/actions/{action}/",
        {name: values.get(value, value) for name, value in ACTIONS[action].items()},
        content_type="application/json",
    )

    assert response.status_code in (200, 201, 204)
    assert leaks(response.content.decode(), words=NEVER) == []


@pytest.mark.skipif(VERSION < (8, 1), reason="Wagtail 8.1 brought workflows to version 3")
# Wagtail's own notifications use what Django 6.1 calls deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
@pytest.mark.parametrize("action", WORKFLOW_ACTIONS)
def test_workflows_of_version_3_keep_what_is_private(content, superuser, action):
    event = EventPage.objects.get(slug="coming", alias_of=None)
    make_workflow(event.get_parent())
    client = token_client(superuser)

    answers = [
        client.post(f"/api/v3/pages/{event.pk}/actions/{step}/", {}, "application/json")
        for step in (*WORKFLOW_ACTIONS[action], action)
    ]
    answers += [client.get(f"/api/v3/pages/{event.pk}/{p}/") for p in WORKFLOW_ROUTES]

    assert {answer.status_code for answer in answers} == {200}
    assert [leaks(answer.content.decode(), words=NEVER) for answer in answers] == [[]] * len(
        answers
    )


def test_every_action_of_version_3_has_a_visit(content):
    paths = [path for _, path, _ in v3_operations()]
    known = {*ACTIONS, *(WORKFLOW_ACTIONS if VERSION >= (8, 1) else ())}

    assert {p.split("/actions/")[1].strip("/") for p in paths if "/actions/" in p} == known


@pytest.mark.parametrize(
    "query", ["offset=99999999999999999999", "offset=9999999999", "search=%00", "slug=%00"]
)
def test_version_3_answers_what_makes_no_sense_with_a_problem(home, client, query):
    response = client.get(f"/api/v3/pages/?type=wagtail_lift_pages.EventPage&{query}")

    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
