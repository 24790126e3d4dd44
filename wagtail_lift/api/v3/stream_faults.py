"""What is wrong with the JSON of a stream, each fault at its place: Wagtail would answer with 500.

Whether the values are allowed is not asked here; the blocks say so when the form is cleaned.
"""

from collections.abc import Iterator
from types import NoneType
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    BaseStreamBlock,
    BaseStructBlock,
    Block,
    FieldBlock,
    ListBlock,
    RichTextBlock,
)

PRIVATE = "private"
SHAPE = "shape"

Place = tuple[str | int, ...]
Fault = tuple[Place, str]


def faults_in(block: Block, value: Any, place: Place) -> Iterator[Fault]:
    """Yield the place of each private key and of each value that is not in the shape of its block.

    The code beside it is ``private`` or ``shape``. A block of an unknown type is left to Wagtail.
    """
    if isinstance(block, BaseStreamBlock):
        yield from _in_stream(block, value, place)
    elif isinstance(block, ListBlock):
        yield from _in_list(block, value, place)
    elif isinstance(block, BaseStructBlock):
        yield from _in_struct(block, value, place)
    elif isinstance(block, FieldBlock) and not isinstance(block, RichTextBlock):
        try:
            block.value_for_form(block.to_python(value))
        except (AttributeError, TypeError, ValueError, ValidationError):
            yield place, SHAPE


def _in_stream(block: BaseStreamBlock, value: Any, place: Place) -> Iterator[Fault]:
    if not isinstance(value, list | NoneType):
        yield place, SHAPE
        return
    for n, item in enumerate(value or ()):
        if not isinstance(item, dict) or not {"type", "value"} <= item.keys():
            yield (*place, n), SHAPE
        elif item["type"] in block.child_blocks:
            yield from faults_in(
                block.child_blocks[item["type"]], item["value"], (*place, n, "value")
            )


def _in_list(block: ListBlock, value: Any, place: Place) -> Iterator[Fault]:
    if not isinstance(value, list | NoneType):
        yield place, SHAPE
        return
    for n, item in enumerate(value or ()):
        yield from faults_in(block.child_block, item, (*place, n))


def _in_struct(block: BaseStructBlock, value: Any, place: Place) -> Iterator[Fault]:
    if not isinstance(value, dict | NoneType):
        yield place, SHAPE
        return
    private = getattr(block, "private_fields", ())
    for name, child in (value or {}).items():
        if name in private:
            yield (*place, name), PRIVATE
        elif name in block.child_blocks:
            yield from faults_in(block.child_blocks[name], child, (*place, name))
