"""Names what a new document takes away from the clients of an old one.

More is no break: a client expects that answers gain fields, words, types of block and addresses,
and that requests may hold more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Schema = dict[str, Any]
Document = dict[str, Any]

METHODS = ("get", "put", "post", "patch", "delete")


def breaks(old: Document, new: Document) -> list[str]:
    """Return each change that a client of ``old`` does not bear, in the order of ``old``."""
    return [*_Comparison(old, new).of_operations()]


@dataclass(frozen=True)
class _Comparison:
    old: Document
    new: Document
    seen: set[tuple[str, str, str]] = field(default_factory=set)

    def of_operations(self) -> Iterator[str]:
        for path, methods in self.old["paths"].items():
            for method in (name for name in METHODS if name in methods):
                name = f"{method.upper()} {path}"
                found = self.new["paths"].get(path, {}).get(method)
                if found is None:
                    yield f"{name} is gone"
                else:
                    yield from self._of_operation(name, methods[method], found)

    def _of_operation(self, name: str, old: Schema, new: Schema) -> Iterator[str]:
        if old["operationId"] != new["operationId"]:
            yield f"{name} is now called {new['operationId']}"
        if {} in old.get("security", ()) and {} not in new.get("security", ()):
            yield f"{name} now needs a token"
        yield from self._of_parameters(name, old, new)
        for media_type, told in _contents(old.get("requestBody", {})):
            taken = dict(_contents(new.get("requestBody", {})))
            if media_type in taken:
                yield from self._of_request(f"{name} body", told, taken[media_type])
            else:
                yield f"{name} no longer takes {media_type}"
        for status, answer in old["responses"].items():
            if status.startswith("2") and status not in new["responses"]:
                yield f"{name} no longer answers {status}"
            elif status.startswith("2"):
                given = dict(_contents(new["responses"][status]))
                for media_type, told in _contents(answer):
                    if media_type in given:
                        yield from self._of_answer(f"{name} {status}", told, given[media_type])
                    else:
                        yield f"{name} {status} is no longer {media_type}"

    def _of_parameters(self, name: str, old: Schema, new: Schema) -> Iterator[str]:
        before = {(p["in"], p["name"]): p for p in old.get("parameters", ())}
        after = {(p["in"], p["name"]): p for p in new.get("parameters", ())}
        for key, told in before.items():
            if key not in after:
                yield f"{name} no longer takes the parameter {key[1]}"
            else:
                place = f"{name} parameter {key[1]}"
                yield from self._of_request(place, told["schema"], after[key]["schema"])
        for key, told in after.items():
            was_required = before.get(key, {}).get("required", False)
            if told.get("required") and not was_required:
                yield f"{name} now requires the parameter {key[1]}"

    def _of_request(self, place: str, old: Schema, new: Schema) -> Iterator[str]:
        before, after = self._options(self.old, old), self._options(self.new, new)
        for kind, told in before.items():
            if kind not in after:
                words = [word for option in after.values() for word in option.get("enum", ())]
                if told.get("const") not in words:  # one of several words by now
                    yield f"{place} no longer takes {kind}"
            elif self._is_new("request", kind, told, after[kind]):
                yield from self._within(place, told, after[kind], is_answer=False)

    def _of_answer(self, place: str, old: Schema, new: Schema) -> Iterator[str]:
        before, after = self._options(self.old, old), self._options(self.new, new)
        for kind, told in before.items():
            if kind in after:
                if self._is_new("answer", kind, told, after[kind]):
                    yield from self._within(place, told, after[kind], is_answer=True)
            elif kind != "null":
                yield f"{place} is no longer {kind}"
        for kind in after.keys() - before.keys():
            if not kind.startswith(("the type ", "the kind ")):
                yield f"{place} can now be {kind}"

    def _within(self, place: str, old: Schema, new: Schema, *, is_answer: bool) -> Iterator[str]:
        compare = self._of_answer if is_answer else self._of_request
        gone = [word for word in old.get("enum", ()) if word not in new.get("enum", [word])]
        if not is_answer and "enum" in new and "enum" not in old:
            yield f"{place} takes only certain words now"
        yield from (f"{place} has lost the word “{word}”" for word in gone)
        if "items" in old and "items" in new:
            yield from compare(f"{place}[]", old["items"], new["items"])
        before, after = old.get("properties", {}), new.get("properties", {})
        for name, told in before.items():
            if name not in after:
                yield f"{place}.{name} is gone"
            else:
                yield from compare(f"{place}.{name}", told, after[name])
        needed, still = set(old.get("required", ())), set(new.get("required", ()))
        if is_answer:
            lost = sorted((needed - still) & after.keys())
            yield from (f"{place}.{name} is no longer always there" for name in lost)
        else:
            yield from (f"{place}.{name} is now required" for name in sorted(still - needed))

    def _options(self, document: Document, schema: Schema) -> dict[str, Schema]:
        """Return what a schema may be, by a name that both documents have for it."""
        found = _behind(document, schema)
        inner = [*found.get("anyOf", ()), *found.get("oneOf", ()), *found.get("allOf", ())]
        if not inner:
            return {self._kind(document, found): found}
        return {
            kind: option for part in inner for kind, option in self._options(document, part).items()
        }

    def _kind(self, document: Document, schema: Schema) -> str:
        """Return a word for a schema: the block or page type that it is for, or else its type."""
        properties = schema.get("properties", {})
        meta = _behind(document, _without_null(properties.get("meta", {})))
        for part in (properties, meta.get("properties", {})):
            for name in ("type", "kind"):
                if "const" in _without_null(part.get(name, {})):
                    return f"the {name} {_without_null(part[name])['const']}"
        if "const" in schema:
            return f"“{schema['const']}”"
        kind = schema.get("type", "anything")
        return f"{kind} ({schema['format']})" if schema.get("format") else str(kind)

    def _is_new(self, use: str, kind: str, old: Schema, new: Schema) -> bool:
        """Return whether two schemas are compared for the first time."""
        key = (use, kind, f"{id(old)}-{id(new)}")
        if key in self.seen:
            return False
        self.seen.add(key)
        return True


def _contents(message: Schema) -> Iterator[tuple[str, Schema]]:
    for media_type, content in message.get("content", {}).items():
        yield media_type, content["schema"]


def _behind(document: Document, schema: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    found: Any = document
    for step in schema["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return _behind(document, found)


def _without_null(schema: Schema) -> Schema:
    options = [option for option in schema.get("anyOf", ()) if option.get("type") != "null"]
    return options[0] if len(options) == 1 else schema
