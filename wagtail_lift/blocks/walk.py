"""Finding blocks inside the value of a stream, with an address for each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import (
    BaseStreamBlock,
    BaseStructBlock,
    Block,
    ListBlock,
    StreamValue,
    StructValue,
)
from wagtail.blocks.list_block import ListValue

Wanted = Callable[[Block], bool]

UNSAVED = "?"
"""The start of every address within a block that was never saved and has no id."""


@dataclass(frozen=True, slots=True)
class Found:
    """A block in a stream with its value and address.

    The address is the id of the stream's block or the list's item that holds it, and within that
    the names of the blocks between, joined by dots.
    """

    address: str
    block: Block
    value: Any


def walk_stream(stream_value: StreamValue | None, wanted: Wanted) -> Iterator[Found]:
    """Yield the wanted blocks of a stream, outer ones first.

    Blocks that hold none are not even loaded. Addresses are read as the walk goes on, so that
    whoever takes a list may give its items other ids before the walk enters them.
    """
    if not stream_value:
        return
    for name, block in stream_value.stream_block.child_blocks.items():
        if _holds(block, wanted):
            for child in stream_value.blocks_by_name(name):
                yield from _walk(child.block, child.value, child.id or UNSAVED, wanted)


def _walk(block: Block, value: Any, address: str, wanted: Wanted) -> Iterator[Found]:
    if wanted(block):
        yield Found(address, block, value)
    if isinstance(block, BaseStreamBlock):
        yield from walk_stream(value, wanted)
    elif isinstance(value, ListValue):
        for item in value.bound_blocks:
            yield from _walk(item.block, item.value, item.id, wanted)
    elif isinstance(block, BaseStructBlock) and isinstance(value, StructValue):
        for name, child_block in block.child_blocks.items():
            if _holds(child_block, wanted):
                yield from _walk(child_block, value.get(name), f"{address}.{name}", wanted)


def _holds(block: Block, wanted: Wanted) -> bool:
    if wanted(block):
        return True
    if isinstance(block, ListBlock):
        return _holds(block.child_block, wanted)
    return any(_holds(child, wanted) for child in getattr(block, "child_blocks", {}).values())
