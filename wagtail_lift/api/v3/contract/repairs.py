"""Faults of the document that Wagtail makes, repaired in ours.

Each could go once Wagtail has repaired it; none changes what a request or an answer may be.
"""

from typing import Any

from .components import parts_of
from .operations import Operation, operations_of

ANYBODY = "AllowAnonymous"


def repair(document: dict[str, Any]) -> None:
    """Repair a document in place."""
    _let_anybody_in(document)
    if not document.get("servers"):
        document.pop("servers", None)
    _leave_defaults_out(document["components"]["schemas"])
    for operation in operations_of(document):
        _take_any_type(operation)
        _say_where_it_leads(operation)


def _let_anybody_in(document: dict[str, Any]) -> None:
    """Say as OpenAPI does that no token is needed: Wagtail names a scheme without a ``scheme``."""
    document["components"].get("securitySchemes", {}).pop(ANYBODY, None)
    for operation in operations_of(document):
        for place, scheme in enumerate(operation.told.get("security", [])):
            if ANYBODY in scheme:
                operation.told["security"][place] = {}


def _leave_defaults_out(schemas: dict[str, Any]) -> None:
    """Leave out what a value is by default: a change does not set what it leaves out.

    Some generators also make a client send each value that has a default.
    """
    for part in parts_of(schemas):
        properties = part.get("properties")
        for schema in properties.values() if isinstance(properties, dict) else ():
            schema.pop("default", None)


def _take_any_type(operation: Operation) -> None:
    """Let a change fit several types: it need not name its own, and the address does."""
    for content in operation.told.get("requestBody", {}).get("content", {}).values():
        if operation.method == "patch" and "oneOf" in content["schema"]:
            content["schema"]["anyOf"] = content["schema"].pop("oneOf")


def _say_where_it_leads(operation: Operation) -> None:
    """Tell of the redirect of the two routes that find things; it has no body."""
    if operation.id in ("pages_find", "redirects_find"):
        header = {"schema": {"type": "string", "format": "uri-reference"}}
        found = {"description": "Where it is.", "headers": {"Location": header}}
        operation.responses["302"] = found
