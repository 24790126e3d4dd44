"""The named schemas of the document."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

Schema = dict[str, Any]

PREFIX = "#/components/schemas/"
NULL = {"type": "null"}


class Components:
    """Adds to the schemas that a document names; two of one name stay apart."""

    def __init__(self, schemas: dict[str, Schema]) -> None:
        self.schemas = schemas

    def add(self, name: str, schema: Schema) -> Schema:
        """Name a schema and return a reference to it; a second one of a name gets a number."""
        candidates = (f"{name}{n or ''}" for n in (0, *range(2, len(self.schemas) + 3)))
        free = next(c for c in candidates if self.schemas.get(c, schema) == schema)
        self.schemas[free] = schema
        return {"$ref": f"{PREFIX}{free}"}

    def of_type(self, annotation: Any) -> Schema:
        """Return the schema of a type; the objects in it get a name."""
        schema = TypeAdapter(annotation).json_schema(
            mode="serialization", ref_template=f"{PREFIX}{{model}}"
        )
        self._adopt(schema, without_titles(schema.pop("$defs", {})))
        if schema.get("type") == "object" and "title" in schema:  # a typed dict by itself
            return self.add(schema["title"], without_titles(schema))
        return without_titles(schema)

    def _adopt(self, schema: Schema, named: dict[str, Schema]) -> None:
        """Name the schemas that a schema refers to, inner ones first, under names that are free."""
        for part in [*parts_of(schema)]:
            name = part.get("$ref", "").removeprefix(PREFIX)
            if name in named:
                inner = named[name]
                others = {key: value for key, value in named.items() if key != name}
                self._adopt(inner, others)
                part["$ref"] = self.add(name, inner)["$ref"]

    def behind(self, schema: Schema) -> Schema:
        """Return a schema, or the one that it refers to; ``None`` beside it does not count."""
        (found,) = alternatives(schema)
        return self.schemas[found["$ref"].removeprefix(PREFIX)] if "$ref" in found else found


def alternatives(schema: Schema) -> list[Schema]:
    """Return what a schema is when it is not null."""
    return [option for option in schema.get("anyOf", [schema]) if option != NULL]


def never_null(schema: Schema) -> Schema:
    """Return a schema that does not allow null."""
    if NULL not in schema.get("anyOf", ()):
        return schema
    about = {name: value for name, value in schema.items() if name != "anyOf"}
    if about.get("default", "") is None:
        del about["default"]
    options = alternatives(schema)
    return {**about, **options[0]} if len(options) == 1 else {**about, "anyOf": options}


def or_null(schema: Schema) -> Schema:
    """Return a schema that also allows null."""
    return {"anyOf": [*alternatives(schema), NULL]}


def parts_of(value: Any) -> Iterator[dict[str, Any]]:
    """Yield each object in a part of the document, the outer ones first."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value:
        if isinstance(child, dict | list):
            yield from parts_of(child)


def without_titles(value: Any) -> Any:
    """Return a part of the document without titles that only repeat a name.

    What is called ``title`` and is no text is a property of that name.
    """
    if isinstance(value, list):
        return [without_titles(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: without_titles(child)
        for name, child in value.items()
        if not (name == "title" and isinstance(child, str))
    }


def only_used(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document without the schemas that nothing in it refers to."""
    schemas = document["components"]["schemas"]
    responses = document["components"].get("responses", {})
    places = [*parts_of(document["paths"]), *parts_of(responses)]
    waiting = [part["$ref"] for part in places if "$ref" in part]
    used: set[str] = set()
    while waiting:
        name = waiting.pop().removeprefix(PREFIX)
        if name in schemas and name not in used:
            used.add(name)
            waiting += [part["$ref"] for part in parts_of(schemas[name]) if "$ref" in part]
    kept = {name: schemas[name] for name in schemas if name in used}
    return {**document, "components": {**document["components"], "schemas": kept}}


def as_json(document: Any, encoder: type[json.JSONEncoder]) -> Any:
    """Return a copy of a document with nothing in it but JSON."""
    return json.loads(json.dumps(document, cls=encoder))
