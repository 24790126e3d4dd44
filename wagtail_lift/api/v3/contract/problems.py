"""Refusals: problem details (RFC 9457), each status where it can occur."""

from collections.abc import Iterator
from typing import Any

from .components import Components, Schema
from .operations import Operation, operations_of
from .versions import takes_a_version

PROBLEM_JSON = "application/problem+json"

FAULT: Schema = {
    "description": "One thing that is wrong, and where.",
    "type": "object",
    "properties": {
        "type": {"description": "A code that does not change with the words.", "type": "string"},
        "loc": {
            "description": "The place in the body, or the name of the parameter.",
            "type": "array",
            "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        },
        "msg": {"description": "What is wrong, in words.", "type": "string"},
        "ctx": {
            "description": "What the words are made from, for example the largest number.",
            "type": "object",
            "additionalProperties": True,
        },
        "url": {"description": "Where the code is explained.", "type": "string"},
    },
    "required": ["msg"],
}

PROBLEM: Schema = {
    "description": "Why a request was refused (RFC 9457).",
    "type": "object",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/ProblemFault"}},
    },
    "required": ["type", "title", "status", "detail"],
}

WHY = {
    "400": "The request makes no sense: a parameter that the list does not take, a value that no "
    "database holds, or a body that is no JSON object.",
    "401": "Nobody is known by this token, or there is none.",
    "403": "This account may not do this.",
    "404": "There is no such thing, or not for this reader.",
    "410": "Changes since this cursor are no longer kept: start anew without one.",
    "412": "There is a newer version than that of `If-Match`; nothing was written.",
    "413": "The body is too large.",
    "422": "A value is not accepted; each fault says where.",
}

NAMES = {
    "400": "MakesNoSense",
    "401": "NeedsToken",
    "403": "MayNot",
    "404": "NotThere",
    "410": "NoLongerKept",
    "412": "HasChanged",
    "413": "TooLarge",
    "422": "NotAccepted",
}
"""The names of the refusals in the document."""

EXAMPLES: dict[str, Any] = {
    "400": {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "Validation failed",
        "errors": [
            {
                "type": "filter",
                "loc": ["colour"],
                "msg": "Neither a field to filter by nor anything else that this list takes.",
            }
        ],
    },
    "401": {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Unauthorized",
    },
    "404": {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "Not found"},
    "422": {
        "type": "about:blank",
        "title": "Unprocessable Content",
        "status": 422,
        "detail": "Validation failed",
        "errors": [
            {
                "type": "max_value",
                "loc": ["conversation", 1, "value", "minutes"],
                "msg": "Ensure this value is less than or equal to 600.",
            }
        ],
    },
}


def tell_of_refusals(document: dict[str, Any], components: Components) -> None:
    """Add each refusal that an operation does not tell of itself."""
    components.add("ProblemFault", FAULT)
    problem = components.add("Problem", PROBLEM)
    document["components"]["responses"] = {
        NAMES[status]: _response(status, problem) for status in NAMES
    }
    for operation in operations_of(document):
        for status in _refusals_of(operation):
            operation.responses.setdefault(status, _reference(status))
        for status, told in operation.responses.items():
            if status in NAMES and _is_wagtails(told):
                operation.responses[status] = _reference(status)


def _reference(status: str) -> Schema:
    return {"$ref": f"#/components/responses/{NAMES[status]}"}


def _is_wagtails(response: Schema) -> bool:
    """Return whether a refusal is told as Wagtail's class, which says less than we know."""
    return any(
        content["schema"].get("$ref", "").endswith("/ProblemDetail")
        for content in response.get("content", {}).values()
    )


def _response(status: str, problem: Schema) -> Schema:
    example = {"example": EXAMPLES[status]} if status in EXAMPLES else {}
    return {"description": WHY[status], "content": {PROBLEM_JSON: {"schema": problem, **example}}}


def _refusals_of(operation: Operation) -> Iterator[str]:
    yield "400"
    if operation.needs_token:
        yield from ("401", "403")
    yield "404"  # also a locale or a site that there is not
    if takes_a_version(operation):
        yield "412"
    if operation.has_body:
        yield "413"
    yield "422"
