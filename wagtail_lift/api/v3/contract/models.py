"""Schemas of our page types and hosts, more exact than those that Wagtail makes of them.

They say what an answer always has, what can be null, and which words a choice has. Wagtail's own
check neither requests nor answers any differently for that.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, TimeField
from wagtail.api import APIField
from wagtail.api.v3.registry import registry
from wagtail.fields import StreamField

from ....models import Venue, get_host_model
from ....models.kinds import page_types
from ....page_types.page_type import LiftPageMixin
from ...fields import Computed
from .blocks import Form, stream_schema, words_of
from .components import NULL, Components, Schema, alternatives, never_null, or_null

META = "meta"
ONLY_SOMETIMES = ("warnings",)
"""Keys of an answer that are left out when there is nothing to say."""


def tell_of_our_models(components: Components) -> dict[type[Model], Schema]:
    """Rewrite the schemas of each of our page types, of hosts, and of the rows in them.

    Return the schema in which each of them is read.
    """
    read: dict[type[Model], Schema] = {}
    for model, schema, form in _ours(components):
        _rewrite(model, schema, components, form)
        if form is Form.READ:
            read[model] = schema
    return read


def forget_streams(components: Components) -> None:
    """Empty the streams of our models, of which Wagtail 8.1 has schemas under names of ours."""
    for model, schema, _form in _ours(components):
        for name in schema["properties"]:
            if isinstance(_field(model, name), StreamField):
                schema["properties"][name] = {}


def _ours(components: Components) -> Iterator[tuple[type[Model], Schema, Form]]:
    """Yield each of our models with the schemas of it, and the form that a schema tells."""
    for model in (*page_types(LiftPageMixin), get_host_model(), Venue):
        known = registry.get(model._meta.label)
        if known is None:
            continue
        for schema_class, form in (
            (known.read_schema, Form.READ),
            (known.create_schema, Form.WRITTEN),
            (known.patch_schema, Form.WRITTEN),
        ):
            title = getattr(schema_class, "__name__", None)
            for schema in _schemas_of(model, title, components):
                yield model, schema, form


def _schemas_of(model: type[Model], title: str | None, components: Components) -> Iterator[Schema]:
    """Yield the schemas of a title that are this model's: the names of classes may be taken."""
    for schema in [*components.schemas.values()]:
        if schema.get("title") == title and META in schema.get("properties", {}):
            kind = components.behind(schema["properties"][META])["properties"]["type"]
            if alternatives(kind)[0].get("const") == model._meta.label:
                yield schema


def _rewrite(model: type[Model], schema: Schema, components: Components, form: Form) -> None:
    properties = schema["properties"]
    for name in [*properties]:
        properties[name] = _property(model, name, properties[name], components, form)
    if form is Form.READ:
        properties["id"] = never_null(properties["id"])
        schema["required"] = [*properties]
        _rewrite_meta(model, components.behind(properties[META]))


def _rewrite_meta(model: type[Model], schema: Schema) -> None:
    properties = schema["properties"]
    for name, found in properties.items():
        field = _field(model, name)
        if field is not None and not field.is_relation and not field.null:
            properties[name] = never_null(found)
    schema["required"] = [name for name in properties if name not in ONLY_SOMETIMES]


def _property(
    model: type[Model], name: str, found: Schema, components: Components, form: Form
) -> Schema:
    """Return the schema of a property; ``found`` is Wagtail's."""
    field = _field(model, name)
    returned = _returned(model, name) if form is Form.READ else None
    if isinstance(field, StreamField):
        stream = stream_schema(field.stream_block, components, form, f"{model.__name__}{name}")
        is_held_back = returned is not None and _may_be_none(returned)
        return or_null(stream) if is_held_back else stream
    if returned is not None:
        return components.of_type(returned) if returned is not Any else found
    if field is None:
        return found
    if field.one_to_many:
        _rewrite_rows(field.related_model, found, components, form)
        return found
    return _column(field, found)


def _column(field: Any, found: Schema) -> Schema:
    """Return the schema of a column: null where it is stored so, and the words of a choice."""
    if isinstance(field, TimeField):
        found = _on_the_clock(found)
    if field.is_relation or field.null or field.primary_key:
        return found
    schema = never_null(found)
    if field.choices and schema.get("type") == "string":
        words = [str(word) for word in words_of(field.choices) if word is not None]
        empty = [""] if field.blank and "" not in words else []
        schema = {**schema, "enum": [*empty, *words]}
        schema.pop("maxLength", None)
    return schema


def _on_the_clock(found: Schema) -> Schema:
    """Return the schema of a time that is in no zone: ``time`` has one."""
    times = [{**time, "format": "time-local"} for time in alternatives(found)]
    return {**found, "anyOf": [*times, NULL]} if "anyOf" in found else times[0]


def _rewrite_rows(model: type[Model], found: Schema, components: Components, form: Form) -> None:
    schema = components.behind(found["items"])
    properties = schema["properties"]
    for name in properties:
        field = _field(model, name)
        if field is not None:
            properties[name] = _column(field, properties[name])
    if form is Form.READ:
        schema["required"] = [*properties]


def _field(model: type[Model], name: str) -> Any | None:
    """Return a field of a model by its name, or by that of its column."""
    columns = {field.attname: field for field in model._meta.concrete_fields}
    try:
        return columns.get(name) or model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _returned(model: type[Model], name: str) -> Any | None:
    """Return the type that a computed field is annotated with, ``None`` for any other field."""
    entry = {entry.name: entry for entry in APIField.get_fields_for_model(model)}.get(name)
    return (
        entry.serializer.returns
        if isinstance(getattr(entry, "serializer", None), Computed)
        else None
    )


def _may_be_none(annotation: Any) -> bool:
    return annotation is Any or type(None) in getattr(annotation, "__args__", ())
