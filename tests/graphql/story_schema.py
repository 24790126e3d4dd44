"""The whole schema: what it names, where it leads, and that no field tells what is private."""

import json

import pytest
from django.apps import apps
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests import test_readers as readers
from tests.factories import make_event
from tests.hostile_content import build, leaks
from wagtail_lift.models import HostProfile
from wagtail_lift.models.kinds import page_types
from wagtail_lift.page_types.page_type import LiftPageMixin

PRIVATE = (
    "joinurl",
    "runningorder",
    "email",
    "declines",
    "consent",
    "islisted",
    "facilitatornote",
    "revision",
    "password",
    "token",
    "owner",
    "lockedby",
    "meeting",
    "occurrence",
    "sequence",
)
"""What no name of a field of ours contains; a contact's e-mail address is public."""


def fields_of_ours():
    from grapple.schema import schema

    types = schema.introspect()["__schema"]["types"]
    by_name = {kind["name"]: kind for kind in types}
    pages = {f"Lift{model.__name__}" for model in page_types(LiftPageMixin)}
    ours = {n: kind for n, kind in by_name.items() if n.startswith("Lift") and n not in pages}
    root = [f for f in by_name["Query"]["fields"] if f["name"].startswith("lift")]
    return {**ours, "Query": {"name": "Query", "kind": "OBJECT", "fields": root}}, by_name


def named(kind):
    while kind.get("ofType"):
        kind = kind["ofType"]
    return kind["name"]


TOLD_TO_ALL = {("LiftContact", "email"), ("LiftSafeguarding", "email")}
"""The addresses that editors give to be written to."""


def test_schema_names_nothing_private_and_leads_nowhere_else():
    ours, _ = fields_of_ours()
    names, targets = set(), set()
    for kind in ours.values():
        for field in kind.get("fields") or ():
            names.add((kind["name"], field["name"]))
            targets.add(named(field["type"]))

    scalars = {"ID", "String", "Int", "Float", "Boolean", "GenericScalar"}
    wrong = {
        (kind, name)
        for kind, name in names
        if any(word in name.lower() for word in PRIVATE) and (kind, name) not in TOLD_TO_ALL
    }
    assert wrong == set()
    assert {name for name in targets if not name.startswith("Lift")} <= scalars


def test_models_of_ours_are_no_types_of_their_own():
    _, every = fields_of_ours()

    models = {model.__name__ for model in apps.get_models() if "wagtail_lift" in model.__module__}
    assert models & every.keys() == set()


def test_page_types_of_ours_have_the_fields_of_all_pages_alone():
    _, every = fields_of_ours()
    common = {field["name"] for field in every["PageInterface"]["fields"]}

    for model in page_types(LiftPageMixin):
        assert {field["name"] for field in every[f"Lift{model.__name__}"]["fields"]} == common


def selection(kind, ours, above=()):
    """Return a selection of every field of a type, however deep."""
    parts = []
    for field in ours[kind]["fields"]:
        target = named(field["type"])
        is_object = target in ours and ours[target]["kind"] == "OBJECT"
        assert target not in above, "types of ours lead back to each other"
        parts.append(
            f"{field['name']} {{ {selection(target, ours, (*above, kind))} }}"
            if is_object
            else field["name"]
        )
    return " ".join(parts)


def everything(ours):
    """Return a query for each field of the root, with every field below it."""
    for field in ours["Query"]["fields"]:
        arguments = ""
        needed = [a["name"] for a in field["args"] if a["type"]["kind"] == "NON_NULL"]
        keys = {"id": "$key", "slug": "$slug"}
        if needed:
            arguments = f"({', '.join(f'{name}: {keys[name]}' for name in needed)})"
        given = {"id": "($key: ID!)", "slug": "($slug: String!)"}
        head = given[needed[0]] if needed else ""
        target = selection(named(field["type"]), ours)
        yield needed, f"query {head} {{ {field['name']}{arguments} {{ {target} }} }}"
        if "when" in {a["name"] for a in field["args"]}:
            yield [], f"{{ {field['name']}(when: PAST, eachDate: true) {{ {target} }} }}"


def test_every_field_of_every_page_and_host_tells_nothing_private(home, ask, now, superuser):
    build(home, superuser, now)
    ours, _ = fields_of_ours()
    asked = {
        "id": [{"key": str(key)} for key in Page.objects.values_list("pk", flat=True)],
        "slug": [{"slug": slug} for slug in HostProfile.objects.values_list("slug", flat=True)],
    }
    answers = [
        json.dumps(ask(query, **variables))
        for needed, query in everything(ours)
        for variables in (asked[needed[0]] if needed else [{}])
    ]

    assert [leaks(answer) for answer in answers if leaks(answer)] == []
    assert sum("Coming" in answer for answer in answers) > 1


PAGE = "id title url slug searchDescription"
FAMILY = ("children", "siblings", "nextSiblings", "previousSiblings", "descendants", "ancestors")


@pytest.mark.parametrize("closed", ["event", "programme"])
def test_pages_of_grapple_tell_nothing_of_a_restricted_event(home, ask, now, closed):
    readers.build(home, now, closed)
    family = " ".join(f"{name} {{ {PAGE} }}" for name in (*FAMILY, "parent"))
    query = f"query ($id: ID!) {{ page(id: $id) {{ {PAGE} {family} }} }}"

    answers = [ask(f"{{ pages(limit: 100) {{ {PAGE} }} }}")]
    answers += [ask(query, id=key) for key in Page.objects.values_list("pk", flat=True)]

    assert "hostile" not in json.dumps(answers).lower()
    assert "For all" in json.dumps(answers)


def test_redirect_tells_nothing_of_a_restricted_event(home, ask, now):
    site = readers.build(home, now, "event")
    for page in site.stand_ins.values():
        Redirect.add_redirect("/old/", page)

    answer = ask("{ redirects { page { title slug } } }")

    assert "hostile" not in json.dumps(answer).lower()


def test_drafts_are_no_pages_of_grapple(programme, ask):
    draft = make_event(programme, "Draft", live=False)
    query = f"query ($id: ID!) {{ page(id: $id) {{ {PAGE} }} pages {{ title }} }}"

    answer = ask(query, id=draft.pk)

    assert answer["page"] is None
    assert {"title": "Draft"} not in answer["pages"]


def test_page_of_ours_is_a_page_of_grapple(programme, ask):
    query = "query ($id: ID!) { page(id: $id) { __typename title } }"

    answer = ask(query, id=programme.pk)

    assert answer["page"] == {"__typename": "LiftEventIndexPage", "title": "Conversations"}
