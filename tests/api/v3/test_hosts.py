"""Host profiles in version 3: snippets for whoever may edit them, without what is private."""

import json

import pytest

from tests.factories import make_host
from wagtail_lift.models import HostProfile

ROUTE = "snippets/wagtail_lift.HostProfile/"
PRIVATE = ("email", "declines_recording", "is_listed", "consent_given_by", "consent_given_on")


@pytest.fixture
def ada(db):
    links = [{"type": "link", "id": "l", "value": {"label": "Blog", "url": "https://b.example"}}]
    host = make_host(
        "Ada Bell",
        honorific="Dr",
        position="Nurse",
        biography='<p data-block-key="abcde">Ada <b>listens</b>.</p>',
        links=json.dumps(links),
        email="ada@example.org",
        declines_recording=True,
    )
    host.tags.add("care")
    host.save()
    return host


def content_of(host):
    content = host.serializable_data()
    left_out = ("latest_revision", "live_revision", "has_unpublished_changes", "tagged_host_items")
    dates = ("first_published_at", "last_published_at")
    return {k: v for k, v in content.items() if k not in left_out + dates} | {
        "links": json.loads(content["links"]),
        "tags": [tag.name for tag in host.tags.all()],
    }


@pytest.mark.parametrize("action", [None, "publish"])
def test_patch_of_what_a_get_answered_changes_nothing(ada, editor, action):
    before = content_of(HostProfile.objects.get())
    _, body = editor("get", f"{ROUTE}{ada.pk}/")
    body["meta"] = {"action": action}

    status, answer = editor("patch", f"{ROUTE}{ada.pk}/", body)

    after = HostProfile.objects.get()
    assert (status, answer.get("errors")) == (200, None)
    assert content_of(after) == before
    assert content_of(after.get_latest_revision_as_object()) == before


def test_answer_holds_nothing_private(ada, editor):
    _, answer = editor("get", f"{ROUTE}{ada.pk}/")

    assert not set(answer) & set(PRIVATE)
    assert "ada@example.org" not in json.dumps(answer)


@pytest.mark.parametrize("name", PRIVATE)
def test_private_key_names_the_private_route(ada, editor, name):
    created, at_create = editor("post", ROUTE, {"name": "Bo", "meta": {}, name: "x"})
    changed, at_change = editor("patch", f"{ROUTE}{ada.pk}/", {name: "x"})

    message = "This is private. Read and write it at /api/v3/lift/hosts/{}/private/."
    assert (created, changed) == (422, 422)
    assert [(e["loc"], e["msg"]) for a in (at_create, at_change) for e in a["errors"]] == [
        ([name], message.format("{id}")),
        ([name], message.format(ada.pk)),
    ]
    assert HostProfile.objects.count() == 1


def test_host_is_created_and_then_listed(db, editor):
    body = {"name": "Bo Carr", "kind": "person", "links": [], "meta": {"action": "publish"}}
    consent = {
        "is_listed": True,
        "consent_given_by": "Bo",
        "consent_given_on": "2026-11-01",
        "meta": {"action": "publish"},
    }

    status, created = editor("post", ROUTE, body)
    before = list(HostProfile.objects.public())
    editor("patch", f"lift/hosts/{created['id']}/private/", consent)

    assert (status, created["slug"], before) == (201, "bo-carr", [])
    assert [host.name for host in HostProfile.objects.public()] == ["Bo Carr"]


def test_hosts_are_not_for_whoever_edits_pages_alone(ada, programme, make_editor, client_of):
    author = client_of(make_editor("author", programme, "add", "change", "publish"))

    answers = [author("get", ROUTE), author("get", f"{ROUTE}{ada.pk}/?version=draft")]

    assert [status for status, _ in answers] == [403, 403]


def test_answer_to_who_publishes_a_host_is_what_a_get_answers(db, editor):
    body = {"meta": {"action": "publish"}, "kind": "person", "name": "Cy", "slug": "cy"}

    _, created = editor("post", "snippets/wagtail_lift.HostProfile/", body)
    _, seen = editor("get", f"snippets/wagtail_lift.HostProfile/{created['id']}/")

    assert created == seen
