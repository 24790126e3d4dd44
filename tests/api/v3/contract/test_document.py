"""The document is valid, and says of our own types all that there is to say."""

import json
from collections import Counter

import pytest
from ninja import Schema
from openapi_spec_validator import OpenAPIV31SpecValidator
from typing_extensions import is_typeddict

from tests.contract.shapes import behind, untyped
from wagtail_lift.api import shapes
from wagtail_lift.enums import HostRole, Status

OURS = [
    f"{name}{use}Schema"
    for name in ("EventPage", "EventIndexPage", "InsightsPack", "HostProfile")
    for use in ("", "Create", "Patch")
]
V3 = "/api/v3/"


def nullable(schema):
    return {
        name
        for name, child in schema["properties"].items()
        if {"type": "null"} in child.get("anyOf", ())
    }


def test_document_is_valid(document):
    assert [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_document_says_when_no_token_is_needed(document):
    assert document["components"]["securitySchemes"] == {
        "BearerTokenAuth": {"type": "http", "scheme": "bearer"}
    }
    assert document["paths"][f"{V3}pages/"]["get"]["security"] == [{"BearerTokenAuth": []}, {}]


@pytest.mark.parametrize("name", OURS)
def test_nothing_of_our_types_is_untyped(document, name):
    reference = {"$ref": f"#/components/schemas/{name}"}

    assert untyped(document, reference, set()) == []


OF_TESTS = "NoticeboardSchema"
"""A page type of the tests, whose fields nobody has typed."""


def test_every_operation_of_ours_is_typed(document):
    ours = {
        (path, method): operation
        for path, operations in document["paths"].items()
        if path.startswith(f"{V3}lift/")
        for method, operation in operations.items()
    }
    places = {
        (path, method, status): untyped(document, content["schema"], set())
        for (path, method), operation in ours.items()
        for status, response in operation["responses"].items()
        for content in response.get("content", {}).values()
    }
    answered = {(path, method) for path, method, status in places if status.startswith("2")}
    without_body = {where for where, told in ours.items() if "204" in told["responses"]}

    of_ours = {
        where: [place for place in found if OF_TESTS not in place]
        for where, found in places.items()
    }
    assert {where: found for where, found in of_ours.items() if found} == {}
    assert answered | without_body == {*ours}
    assert len(ours) >= 4


def test_an_answer_has_every_field(schemas):
    event = schemas["EventPageSchema"]
    meta = schemas["EventPageMetaSchema"]

    assert event["required"] == [*event["properties"]]
    assert {*meta["properties"]} - {*meta["required"]} == {"warnings"}


def test_only_what_can_be_null_is_nullable(schemas):
    days = {"start", "end", "booking_opens", "booking_closes"}

    assert nullable(schemas["EventPageSchema"]) == {
        *(f"{name}_date" for name in days),
        *(f"{name}_time" for name in days),
        "booking_opens_before",
        "booking_closes_before",
        "conduct_page",
        "contact",
        "contact_page",
        "cost_amount",
        "cost_up_to",
        "ends_at",
        "inspired_by",
        "lead_image",
        "pack",
        "safeguarding",
        "starts_at",
        "status_until",
        "venue",
    }
    assert nullable(schemas["EventIndexPageSchema"]) == {
        "conduct_page",
        "contact",
        "contact_page",
        "event_template",
        "safeguarding",
    }
    assert nullable(schemas["HostProfileSchema"]) == {"photo", "slug"}
    assert nullable(schemas["VenueSchema"]) == {"latitude", "longitude"}


def test_every_choice_is_an_enumeration(schemas):
    event, row = schemas["EventPageSchema"]["properties"], schemas["EventHostRow"]["properties"]

    assert event["status"]["enum"] == Status.values
    assert event["recording"]["enum"] == ["", "yes", "no"]
    assert row["role"]["enum"] == HostRole.values
    assert schemas["EventHostCreateSchema"]["properties"]["role"]["enum"] == HostRole.values


def test_a_stream_is_a_union_that_its_type_tells_apart(document, schemas):
    reading = schemas["EventPageSchema"]["properties"]["conversation"]
    writing = schemas["EventPageCreateSchema"]["properties"]["conversation"]

    for stream, suffix in ((reading, ""), (writing, "Input")):
        union = behind(document, stream["items"])
        names = {
            "opening": f"#/components/schemas/ConversationOpeningBlock{suffix}",
            "question": f"#/components/schemas/ConversationQuestionBlock{suffix}",
            "activity": f"#/components/schemas/ConversationActivityBlock{suffix}",
        }
        assert union == {
            "oneOf": [{"$ref": name} for name in names.values()],
            "discriminator": {"propertyName": "type", "mapping": names},
        }
    assert schemas["ConversationQuestionBlock"]["properties"] == {
        "type": {"type": "string", "const": "question"},
        "id": {"type": "string"},
        "value": {
            "type": "object",
            "required": ["question", "why", "minutes", "asked_by"],
            "properties": {
                "question": {"type": "string"},
                "why": {"type": "string"},
                "minutes": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
                "asked_by": {"type": "string"},
            },
        },
    }


def test_lists_tell_of_their_parameters(document):
    pages = document["paths"][f"{V3}pages/"]["get"]["parameters"]
    told = {parameter["name"]: parameter for parameter in pages}

    assert [name for name, parameter in told.items() if not parameter.get("description")] == []
    assert told["attendance_mode"]["schema"]["enum"] == ["in_person", "online", "both"]
    assert told["topics"]["schema"] == {
        "type": "array",
        "items": {"type": "string"},
        "maxItems": 10,
    }
    assert not {"people_count", "body", "lead_image", "running_order", "join_url"} & told.keys()


def test_refusals_are_problem_details(document):
    told = document["paths"][f"{V3}pages/"]["post"]["responses"]

    assert sorted(told) == ["201", "400", "401", "403", "404", "413", "422"]
    assert told["422"] == {"$ref": "#/components/responses/NotAccepted"}
    for response in document["components"]["responses"].values():
        ((media_type, content),) = response["content"].items()
        assert media_type == "application/problem+json"
        assert content["schema"] == {"$ref": "#/components/schemas/Problem"}


def test_document_is_served(client, db, document, settings):
    answer = client.get("/api/v3/lift/openapi.json")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == json.loads(json.dumps(document))

    settings.WAGTAILAPI_DOCS_ENABLED = False
    assert client.get("/api/v3/lift/openapi.json").status_code == 404


def test_no_two_schemas_of_ours_have_one_name():
    """Django Ninja would let one stand for both."""
    ours = [cls for cls in descendants(Schema) if cls.__module__.startswith("wagtail_lift.")]
    shapes_of_ours = [cls for cls in vars(shapes).values() if is_typeddict(cls)]
    counted = Counter(cls.__name__ for cls in [*ours, *shapes_of_ours])

    assert [name for name, count in counted.items() if count > 1] == []
    assert len(counted) > 20


def descendants(cls):
    below = cls.__subclasses__()
    return {*below}.union(*(descendants(each) for each in below))
