"""Rows of a stream that a form offers, and that may stay empty."""

from collections.abc import Iterable
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.blocks.base import BlockWidget

from ..blocks.base import LiftStreamBlock


class RowsWidget(BlockWidget):
    """The widget of a stream that leaves out what was added and not written in."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> StreamValue:
        """Return the stream as it was sent, without empty rows."""
        return self.block_def.without_unwritten(super().value_from_datadict(data, files, name))


def empty_rows(block: LiftStreamBlock, kinds: Iterable[str]) -> StreamValue:
    """Return a stream with an empty row of each kind."""
    return StreamValue(block, [(kind, block.child_blocks[kind].get_default()) for kind in kinds])
