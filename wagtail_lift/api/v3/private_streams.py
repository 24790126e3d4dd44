"""Rich text in private streams, converted and cleaned as in public ones."""

from typing import Any

from wagtail.api.rich_text import APIRichText
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock, RichTextBlock


def with_safe_rich_text(block: Block, value: Any) -> Any:
    """Return a block's JSON with rich text in its stored form, without unknown keys of structs.

    The value has passed ``faults_in``. As in public streams, ``None`` is an empty block.
    """
    if value is None:
        return {} if isinstance(block, BaseStructBlock) else None
    if isinstance(block, RichTextBlock):
        return APIRichText.convert_input(value, features=block.features)[0]
    if isinstance(block, BaseStreamBlock):
        children = block.child_blocks
        return [
            {**item, "value": with_safe_rich_text(children[item["type"]], item["value"])}
            for item in value
        ]
    if isinstance(block, ListBlock):
        return [with_safe_rich_text(block.child_block, item) for item in value]
    if isinstance(block, BaseStructBlock):
        return {
            name: with_safe_rich_text(block.child_blocks[name], child)
            for name, child in value.items()
            if name in block.child_blocks
        }
    return value
