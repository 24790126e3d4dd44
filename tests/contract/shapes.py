"""Asks of a document what a value must look like, and whether an answer does."""

from typing import Any

from jsonschema import Draft202012Validator

PREFIX = "#/components/schemas/"


def behind(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema, or the one that it refers to."""
    if "$ref" not in schema:
        return schema
    return document["components"]["schemas"][schema["$ref"].removeprefix(PREFIX)]


def closed(value: Any) -> Any:
    """Return a part of a document in which objects have the keys that it names and no others."""
    if isinstance(value, list):
        return [closed(item) for item in value]
    if not isinstance(value, dict):
        return value
    copy = {name: closed(child) for name, child in value.items()}
    if isinstance(copy.get("properties"), dict) and "additionalProperties" not in copy:
        copy["additionalProperties"] = False
    return copy


def faults(document: dict[str, Any], schema: dict[str, Any], value: Any) -> list[str]:
    """Return what is wrong with a value, keys that the document does not name included."""
    whole = {**closed({"components": document["components"]}), **closed(schema)}
    found = Draft202012Validator(whole).iter_errors(value)
    return [f"{error.json_path}: {error.message[:300]}" for error in found]


def answer_schema(document: dict[str, Any], path: str, method: str, status: int) -> dict[str, Any]:
    """Return the schema of an answer, whatever its media type."""
    (content,) = document["paths"][path][method]["responses"][str(status)]["content"].values()
    return content["schema"]


def untyped(document: dict[str, Any], schema: dict[str, Any], seen: set[str]) -> list[str]:
    """Return the places within a schema that say nothing of a value's type."""
    if "$ref" in schema:
        if schema["$ref"] in seen:
            return []
        seen.add(schema["$ref"])
        name = schema["$ref"].removeprefix(PREFIX)
        return [f"{name}{place}" for place in untyped(document, behind(document, schema), seen)]
    if "const" in schema or "enum" in schema:
        return []
    options = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())]
    if options:
        return [place for option in options for place in untyped(document, option, seen)]
    kind = schema.get("type")
    if kind == "array":
        return [f"[]{place}" for place in untyped(document, schema.get("items", {}), seen)]
    if kind == "object":
        if "properties" in schema:
            return [
                f".{name}{place}"
                for name, child in schema["properties"].items()
                for place in untyped(document, child, seen)
            ]
        more = schema.get("additionalProperties")
        return untyped(document, more, seen) if isinstance(more, dict) else [" (any object)"]
    return [] if kind else [" (anything)"]
