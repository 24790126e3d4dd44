"""What a draft keeps of a stream in which something was half typed or not understood."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.blocks import (
    Block,
    FieldBlock,
    IntegerBlock,
    ListBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)
from wagtail.blocks.list_block import ListValue
from wagtail.embeds.blocks import EmbedBlock


class UnreadText(str):
    """What was typed where a number, a date or a time was expected; false, as if it were empty."""

    __slots__ = ()

    def __bool__(self) -> bool:
        """Return ``False``: there is no value to work with."""
        return False


class UnreadMixin:
    """Put it before a block of a number, date or time: text that cannot be read is kept in drafts.

    Publishing refuses it. The API has ``None`` for it.
    """

    def to_python(self, value: Any) -> Any:
        """Return the value, or an ``UnreadText``."""
        try:
            read = super().to_python(value)
        except ValueError:
            read = None
        is_read = read is not None and not isinstance(read, str)
        return UnreadText(value) if isinstance(value, str) and value and not is_read else read

    def value_for_form(self, value: Any) -> Any:
        """Return what the field shows."""
        return str(value) if isinstance(value, UnreadText) else super().value_for_form(value)

    def get_api_representation(self, value: Any, context: dict[str, Any] | None = None) -> Any:
        """Return the value, ``None`` if it was not understood."""
        if isinstance(value, UnreadText):
            return None
        return super().get_api_representation(value, context=context)


class NumberBlock(UnreadMixin, IntegerBlock):
    """A whole number; an ``IntegerBlock`` in migrations."""

    def to_python(self, value: Any) -> Any:
        """Return the number, also of digits; else as ``UnreadMixin`` does."""
        is_number = isinstance(value, str) and value.strip().isdecimal()
        return super().to_python(int(value) if is_number else value)

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Return the block that migrations name."""
        return ("wagtail.blocks.IntegerBlock", *super().deconstruct()[1:])


def as_typed(block: Block, value: Any) -> Any:
    """Return a submitted value as a draft keeps it: what is wrong as it was typed.

    Raises ``ValidationError`` for what its block cannot store, such as a date in a block of the
    site's own.
    """
    if isinstance(block, StreamBlock):
        children = [(c.block.name, as_typed(c.block, c.value), c.id) for c in value]
        return StreamValue(block, children)
    if isinstance(block, ListBlock):
        items = [
            ListValue.ListChild(block.child_block, as_typed(block.child_block, c.value), id=c.id)
            for c in value.bound_blocks
        ]
        return ListValue(block, bound_blocks=items)
    if isinstance(block, StructBlock):
        fields = block.child_blocks.items()
        return block._to_struct_value([(n, as_typed(child, value.get(n))) for n, child in fields])
    try:
        return block.clean_deferred(value)
    except ValidationError:
        if not keeps_text(block):
            raise
        return block.to_python(block.get_prep_value(value))


def keeps_text(block: Block) -> bool:
    """Return whether a block stores any text, also what it does not accept."""
    is_text = isinstance(block, FieldBlock) and isinstance(block.field, forms.CharField)
    return is_text or isinstance(block, UnreadMixin | EmbedBlock)
