"""Schemas of blocks: a stream is a union that ``type`` tells apart.

Nothing is validated against them. A stored block of a type that its stream no longer has is left
out of an answer, as ever.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import singledispatch
from typing import Any, get_args

from wagtail import blocks
from wagtail.api.rich_text import RichTextInputFormat
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageBlock

from ....blocks import AnsweredQuestionsBlock, EventListBlock, NotedQuestionBlock
from ....blocks.unread import UnreadMixin
from ...schema_words import key_schema
from .components import PREFIX, Components, Schema, or_null

TEXT: Schema = {"type": "string"}


class Form(Enum):
    """In which form a stream is told: as it is read, written, or read as it is stored."""

    READ = auto()
    WRITTEN = auto()
    STORED = auto()


@dataclass(frozen=True, slots=True)
class Telling:
    """What the schema of a block depends on; ``name`` begins the names of its parts."""

    components: Components
    form: Form
    name: str

    @property
    def is_written(self) -> bool:
        """Return whether the schema is that of a request."""
        return self.form is Form.WRITTEN

    @property
    def suffix(self) -> str:
        """Return how the names of this form end."""
        return {Form.READ: "", Form.WRITTEN: "Input", Form.STORED: "Stored"}[self.form]


def stream_schema(
    block: blocks.BaseStreamBlock, components: Components, form: Form, otherwise: str
) -> Schema:
    """Return the schema of a stream, named after its class; ``otherwise`` names a plain one."""
    own = type(block).__name__.removesuffix("StreamBlock")
    return schema_of(block, Telling(components, form, own or otherwise))


@singledispatch
def schema_of(block: blocks.Block, telling: Telling) -> Schema:
    """Return the schema of a block's value; anything, for a block that nothing is known of.

    A site registers its own kinds of block: ``schema_of.register(MyBlock, function)``.
    """
    return {}


@schema_of.register
def _stream(block: blocks.BaseStreamBlock, telling: Telling) -> Schema:
    members = {
        name: _member(name, child, telling)["$ref"] for name, child in block.child_blocks.items()
    }
    union = {
        "oneOf": [{"$ref": ref} for ref in members.values()],
        "discriminator": {"propertyName": "type", "mapping": members},
    }
    items = telling.components.add(f"{telling.name}Block{telling.suffix}", union)
    return {"type": "array", "items": items} if members else {"type": "array", "maxItems": 0}


def _member(name: str, child: blocks.Block, telling: Telling) -> Schema:
    within = replace(telling, name=f"{telling.name}{_in_capitals(name)}")
    properties = {
        "type": {"type": "string", "const": name},
        "value": schema_of(child, within),
        "id": {"type": "string"},
    }
    required = ["type", "value"] if telling.is_written else ["type", "value", "id"]
    described = str(child.meta.description) if getattr(child.meta, "description", "") else ""
    about = {"description": described} if described else {}
    schema = {**about, "type": "object", "properties": properties, "required": required}
    return telling.components.add(f"{within.name}Block{telling.suffix}", schema)


def _in_capitals(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


@schema_of.register
def _list(block: blocks.ListBlock, telling: Telling) -> Schema:
    return {"type": "array", "items": schema_of(block.child_block, telling)}


@schema_of.register
def _struct(block: blocks.BaseStructBlock, telling: Telling) -> Schema:
    properties = {
        name: schema_of(child, replace(telling, name=f"{telling.name}{_in_capitals(name)}"))
        for name, child in block.child_blocks.items()
    }
    if telling.form is Form.READ:
        added = getattr(block, "api_types", {})
        properties |= {name: telling.components.of_type(kind) for name, kind in added.items()}
    schema = {"type": "object", "properties": properties}
    # What is stored may lack a field that the block got later.
    return {**schema, "required": [*properties]} if telling.form is Form.READ else schema


@schema_of.register
def _list_of_events(block: EventListBlock, telling: Telling) -> Schema:
    schema = _struct(block, telling)
    if telling.form is Form.READ:
        cards = {"type": "array", "items": {"$ref": f"{PREFIX}EventCard"}}
        schema["properties"]["items"] = cards
        schema["required"].append("items")
    return schema


@schema_of.register
def _picture(block: ImageBlock, telling: Telling) -> Schema:
    """Return a picture with its words; all is null once the image is gone."""
    return {
        "type": "object",
        "properties": {
            "image": schema_of(block.child_blocks["image"], telling),
            "alt_text": or_null(TEXT),
            "decorative": or_null({"type": "boolean"}),
        },
        "required": ["image"] if telling.is_written else ["image", "alt_text", "decorative"],
    }


@schema_of.register(blocks.CharBlock)
@schema_of.register(blocks.TextBlock)
@schema_of.register(blocks.EmailBlock)
@schema_of.register(blocks.RegexBlock)
@schema_of.register(blocks.URLBlock)
@schema_of.register(blocks.RawHTMLBlock)
@schema_of.register(EmbedBlock)
@schema_of.register(NotedQuestionBlock)
def _text(block: blocks.FieldBlock, telling: Telling) -> Schema:
    length = getattr(block.field, "max_length", None)
    return {**TEXT, "maxLength": length} if length and telling.is_written else TEXT


@schema_of.register
def _rich_text(block: blocks.RichTextBlock, telling: Telling) -> Schema:
    if not telling.is_written:
        return TEXT
    return {"anyOf": [TEXT, telling.components.add("RichTextBody", RICH_TEXT)]}


RICH_TEXT: Schema = {
    "description": "Rich text as it is stored, or as Markdown.",
    "type": "object",
    "properties": {
        "format": {"enum": [*get_args(RichTextInputFormat)], "type": "string"},
        "content": TEXT,
    },
    "required": ["content"],
}


@schema_of.register
def _whole_number(block: blocks.IntegerBlock, telling: Telling) -> Schema:
    field = block.field
    bounds = {"minimum": field.min_value, "maximum": field.max_value} if telling.is_written else {}
    given = {name: value for name, value in bounds.items() if value is not None}
    return _or_none_yet(block, telling, {"type": "integer", **given})


@schema_of.register
def _date(block: blocks.DateBlock, telling: Telling) -> Schema:
    return _or_none_yet(block, telling, {**TEXT, "format": "date"})


@schema_of.register
def _time(block: blocks.TimeBlock, telling: Telling) -> Schema:
    return _or_none_yet(block, telling, {**TEXT, "format": "time-local"})


@schema_of.register
def _instant(block: blocks.DateTimeBlock, telling: Telling) -> Schema:
    return _or_none_yet(block, telling, {**TEXT, "format": "date-time"})


def _or_none_yet(block: blocks.Block, telling: Telling, schema: Schema) -> Schema:
    """Return the schema of what a draft may lack; one that keeps what was typed stores it too."""
    is_typed = telling.form is Form.STORED and isinstance(block, UnreadMixin)
    return or_null({"anyOf": [schema, TEXT]} if is_typed else schema)


@schema_of.register(blocks.FloatBlock)
def _number(block: blocks.FloatBlock, telling: Telling) -> Schema:
    return or_null({"type": "number"})


@schema_of.register(blocks.BooleanBlock)
def _yes_or_no(block: blocks.BooleanBlock, telling: Telling) -> Schema:
    return {"type": "boolean"}


@schema_of.register
def _choice(block: BaseChoiceBlock, telling: Telling) -> Schema:
    words = list(words_of(block.field.choices))
    one = {"enum": words, "type": "string"} if all(isinstance(w, str) for w in words) else {}
    return {"type": "array", "items": one} if _is_multiple(block) else one


def _is_multiple(block: BaseChoiceBlock) -> bool:
    return isinstance(block, blocks.MultipleChoiceBlock)


def words_of(choices: Any) -> list[Any]:
    """Return the values of choices, those in groups too."""
    found = []
    for value, label in choices:
        found += words_of(label) if isinstance(label, list | tuple) else [value]
    return found


@schema_of.register
def _chosen(block: blocks.ChooserBlock, telling: Telling) -> Schema:
    return or_null(key_schema(block.model_class._meta.pk))


@schema_of.register
def _nothing(block: blocks.StaticBlock, telling: Telling) -> Schema:
    return {"type": "null"}


@schema_of.register
def _answered(block: AnsweredQuestionsBlock, telling: Telling) -> Schema:
    return {"type": "array", "items": TEXT}
