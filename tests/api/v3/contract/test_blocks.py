"""Schemas of blocks of a site's own."""

import pytest
from wagtail.blocks import (
    Block,
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    FieldBlock,
    IntegerBlock,
    ListBlock,
    MultipleChoiceBlock,
    StreamBlock,
    StructBlock,
    TimeBlock,
)

from wagtail_lift.api.v3.contract.blocks import Form, Telling, schema_of, stream_schema
from wagtail_lift.api.v3.contract.components import Components
from wagtail_lift.blocks import LiftStructBlock

COLOURS = [("warm", [("red", "Red"), ("gold", "Gold")]), ("blue", "Blue")]


class ColourBlock(FieldBlock):
    """A kind of block that the package does not know."""


class TintedBlock(ColourBlock):
    """A kind of block that a site tells of."""


class VenueBlock(LiftStructBlock):
    """A struct that adds to its API representation."""

    name = CharBlock(max_length=9)
    api_types = {"distance": int | None}


def told(block: Block, form: Form = Form.READ, schemas=None):
    return schema_of(block, Telling(Components({} if schemas is None else schemas), form, "Own"))


@pytest.mark.parametrize(
    ("block", "schema"),
    [
        (ColourBlock(), {}),
        (BooleanBlock(), {"type": "boolean"}),
        (IntegerBlock(min_value=1), {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        (
            TimeBlock(),
            {"anyOf": [{"type": "string", "format": "time-local"}, {"type": "null"}]},
        ),
        (
            ChoiceBlock(choices=COLOURS, default="blue"),
            {"type": "string", "enum": ["red", "gold", "blue"]},
        ),
        (
            MultipleChoiceBlock(choices=COLOURS),
            {"type": "array", "items": {"type": "string", "enum": ["red", "gold", "blue"]}},
        ),
        (ListBlock(CharBlock()), {"type": "array", "items": {"type": "string"}}),
        (
            VenueBlock(),
            {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "distance": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
                },
                "required": ["name", "distance"],
            },
        ),
    ],
)
def test_a_block_is_told_as_it_is_read(block, schema):
    assert told(block) == schema


def test_a_struct_is_written_without_what_is_only_read():
    assert told(VenueBlock(), Form.WRITTEN) == {
        "type": "object",
        "properties": {"name": {"type": "string", "maxLength": 9}},
    }


def test_a_site_tells_of_its_own_kind_of_block():
    schema_of.register(TintedBlock, lambda block, telling: {"type": "string", "format": "color"})

    assert told(TintedBlock()) == {"type": "string", "format": "color"}


def test_streams_of_one_name_stay_apart():
    schemas = {}
    first = StreamBlock([("line", CharBlock())])
    second = StreamBlock([("line", StructBlock([("text", CharBlock())]))])

    refs = [
        stream_schema(block, Components(schemas), Form.READ, "Page")["items"]["$ref"]
        for block in (first, second, first)
    ]

    assert [ref.rpartition("/")[2] for ref in refs] == ["PageBlock", "PageBlock2", "PageBlock"]
    assert sorted(schemas) == ["PageBlock", "PageBlock2", "PageLineBlock", "PageLineBlock2"]
