"""Finds keys in a stream's JSON that no block has; malformed JSON is reported elsewhere."""

from collections.abc import Iterator
from typing import Any

from wagtail import VERSION
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, RichTextBlock

Place = tuple[str | int, ...]
Names = tuple[str, ...]

BLOCK = ("type", "value", "id")
RICH_TEXT = ("format", "content")


def unknown_in_block(block: Block, value: Any, place: Place) -> Iterator[tuple[Place, Names]]:
    """Yield the place of each unknown key, and the keys that are known there."""
    if isinstance(block, BaseStructBlock) and isinstance(value, dict):
        yield from _unknown(value, (*block.child_blocks,), place)
        for name in value.keys() & block.child_blocks.keys():
            yield from unknown_in_block(block.child_blocks[name], value[name], (*place, name))
    elif isinstance(block, BaseStreamBlock | ListBlock) and isinstance(value, list):
        for n, item in enumerate(value):
            yield from _unknown_in_item(block, item, (*place, n))
    elif isinstance(block, RichTextBlock) and isinstance(value, dict):
        yield from _unknown(value, RICH_TEXT, place)


def _unknown_in_item(
    block: BaseStreamBlock | ListBlock, item: Any, place: Place
) -> Iterator[tuple[Place, Names]]:
    if isinstance(block, ListBlock):
        if not _has_an_id(item):
            yield from unknown_in_block(block.child_block, item, place)
            return
        child = block.child_block
    elif isinstance(item, dict) and item.get("type") in [*block.child_blocks]:
        child = block.child_blocks[item["type"]]
    else:
        return
    yield from _unknown(item, BLOCK, place)
    yield from unknown_in_block(child, item.get("value"), (*place, "value"))


def _has_an_id(item: Any) -> bool:
    """Return whether a list item is sent as a block, which Wagtail 8.1 also accepts."""
    is_block = isinstance(item, dict) and item.keys() == {*BLOCK} and item["type"] == "item"
    return is_block and VERSION >= (8, 1)


def _unknown(value: dict[str, Any], names: Names, place: Place) -> Iterator[tuple[Place, Names]]:
    yield from (((*place, name), names) for name in value if name not in names)
