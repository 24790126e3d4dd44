"""A change that breaks a client of the last release is named before the next one."""

import json
from copy import deepcopy

import pytest

from tests.contract.breaking import breaks
from tests.contract.write import PUBLISHED, RELEASED

DETAIL = "/api/v3/pages/{page_id}/"


@pytest.fixture(scope="module")
def published():
    return json.loads(PUBLISHED.read_text())


def test_no_client_of_the_last_release_is_broken(published):
    assert breaks(json.loads(RELEASED.read_text()), published) == []


def gone(document):
    del document["paths"][DETAIL]["delete"]


def renamed(document):
    document["paths"][DETAIL]["get"]["operationId"] = "read_page"


def closed(document):
    document["paths"][DETAIL]["get"]["security"] = [{"BearerTokenAuth": []}]


def without_field(document):
    schema = document["components"]["schemas"]["Occurrence"]
    del schema["properties"]["place"]
    schema["required"].remove("place")


def only_sometimes(document):
    document["components"]["schemas"]["Occurrence"]["required"].remove("place")


def now_null(document):
    place = document["components"]["schemas"]["Occurrence"]["properties"]
    place["place"] = {"anyOf": [{"type": "string"}, {"type": "null"}]}


def another_type(document):
    document["components"]["schemas"]["Occurrence"]["properties"]["place"] = {"type": "integer"}


def without_word(document):
    properties = document["components"]["schemas"]["EventPageSchema"]["properties"]
    properties["attendance_mode"]["enum"].remove("both")


def without_block(document):
    block = document["components"]["schemas"]["ConversationBlock"]
    block["oneOf"] = [o for o in block["oneOf"] if not o["$ref"].endswith("ActivityBlock")]


def newly_required(document):
    document["components"]["schemas"]["EventPageCreateSchema"]["required"].append("summary")


def without_language(document):
    schema = document["components"]["schemas"]["FoundPage"]
    del schema["properties"]["locale"]
    schema["required"].remove("locale")


def without_parameter(document):
    operation = document["paths"]["/api/v3/pages/"]["get"]
    operation["parameters"] = [p for p in operation["parameters"] if p["name"] != "topics"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (gone, "DELETE /api/v3/pages/{page_id}/ is gone"),
        (renamed, "GET /api/v3/pages/{page_id}/ is now called read_page"),
        (closed, "GET /api/v3/pages/{page_id}/ now needs a token"),
        (without_field, "GET /api/v3/lift/find/ 200.detail.occurrences[].place is gone"),
        (
            only_sometimes,
            "GET /api/v3/lift/find/ 200.detail.occurrences[].place is no longer always there",
        ),
        (now_null, "GET /api/v3/lift/find/ 200.detail.occurrences[].place can now be null"),
        (another_type, "GET /api/v3/lift/find/ 200.detail.occurrences[].place is no longer string"),
        (
            without_word,
            "GET /api/v3/lift/find/ 200.detail.attendance_mode has lost the word “both”",
        ),
        (
            without_block,
            "GET /api/v3/lift/find/ 200.detail.conversation[] is no longer the type activity",
        ),
        (without_language, "GET /api/v3/lift/find/ 200.locale is gone"),
        (newly_required, "POST /api/v3/pages/ body.summary is now required"),
        (without_parameter, "GET /api/v3/pages/ no longer takes the parameter topics"),
    ],
)
def test_a_break_is_named(published, change, named):
    changed = deepcopy(published)
    change(changed)

    assert named in breaks(published, changed)


def test_more_is_no_break(published):
    changed = deepcopy(published)
    schemas = changed["components"]["schemas"]
    schemas["Occurrence"]["properties"]["weather"] = {"type": "string"}
    schemas["EventPageSchema"]["properties"]["status"]["enum"].append("sold_out")
    schemas["EventPageCreateSchema"]["properties"]["colour"] = {"type": "string"}
    preview = changed["paths"]["/api/v3/lift/preview/"]["get"]
    preview["parameters"].append({"in": "query", "name": "size", "schema": {"const": "small"}})
    published = deepcopy(changed)
    preview["parameters"][-1]["schema"] = {"enum": ["small", "large"], "type": "string"}
    changed["paths"]["/api/v3/weather/"] = {}

    assert breaks(published, changed) == []
