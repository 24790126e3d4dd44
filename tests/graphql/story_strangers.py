"""Strangers learn nothing through GraphQL; and hostile values are refused or stay text."""

import json

import pytest
from wagtail.models import Page

from tests.factories import make_event, make_host
from tests.graphql.story_schema import everything, fields_of_ours
from tests.hostile_content import build, leaks
from tests.wrong_person.people import PEOPLE
from wagtail_lift.models import HostProfile

SCRIPT = "<script>alert(1)</script>"
HOSTILE = (SCRIPT, "\"'`\\", "a\0b", "\ud800", "\u202egnirts\u2066", "x" * 5000)
HOSTILE += ("javascript:alert(1)", "\x0b\x1f")
NOTHING = {"key": "99999999", "slug": "nobody-at-all"}


@pytest.mark.parametrize("person", PEOPLE)
def test_stranger_is_told_of_what_is_hidden_as_of_nothing(home, now, superuser, person):
    build(home, superuser, now)
    client, (ours, _) = PEOPLE[person](), fields_of_ours()
    pages = Page.objects.filter(slug__startswith="hostile").values_list("pk", flat=True)
    hosts = HostProfile.objects.filter(slug__startswith="hostile").values_list("slug", flat=True)
    asked = {
        "id": [{"key": str(key)} for key in pages],
        "slug": [{"slug": slug} for slug in hosts],
    }

    def answer(query, variables):
        body = {"query": query, "variables": variables}
        return client.post("/graphql/", body, content_type="application/json").json()

    for needed, query in everything(ours):
        if not needed:
            assert leaks(json.dumps(answer(query, {}))) == []
            continue
        (name,) = needed
        nothing = {"key" if name == "id" else "slug": NOTHING["key" if name == "id" else "slug"]}
        for variables in asked[name]:
            assert answer(query, variables) == answer(query, nothing)


def texts_taken():
    """Return each field of the root with the arguments that take a text."""
    ours, _ = fields_of_ours()
    for field in ours["Query"]["fields"]:
        for argument in field["args"]:
            kind = argument["type"]
            while kind.get("ofType"):
                kind = kind["ofType"]
            if kind["name"] in ("String", "ID"):
                yield field, argument


@pytest.mark.parametrize("value", HOSTILE)
def test_argument_takes_or_refuses_any_text(client, programme, value):
    make_event(programme)
    for field, argument in texts_taken():
        kind = "[String!]" if "LIST" in json.dumps(argument["type"]) else "ID!"
        kind = kind if argument["type"].get("name") != "String" else "String"
        if argument["name"] == "slug":
            kind = "String!"
        asked = f"{field['name']}({argument['name']}: $value) {{ __typename }}"
        query = f"query ($value: {kind}) {{ {asked} }}"
        variables = {"value": [value] if kind.startswith("[") else value}

        response = client.post(
            "/graphql/", {"query": query, "variables": variables}, content_type="application/json"
        )

        assert response.status_code in (200, 400), (field["name"], argument["name"])
        assert "json" in response["Content-Type"]
        for error in response.json().get("errors", ()):
            assert "not allowed" in error["message"]


@pytest.mark.parametrize("text", [SCRIPT, "\"'`\\", "\u202egnirts\u2066", "javascript:alert(1)"])
def test_text_is_answered_as_it_was_typed(programme, ask, text):
    event = make_event(programme, text, slug="odd", summary=text, hosts=[make_host(text)])
    query = "query ($id: ID!) { liftEvent(id: $id) { title summary hosts { name } } }"

    answer = ask(query, id=event.pk)["liftEvent"]

    assert answer == {"title": text, "summary": text, "hosts": [{"name": text}]}
