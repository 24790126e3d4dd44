"""What a draft keeps of a stream in which something was half typed or not understood."""

from types import NoneType
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
    StructValue,
    URLBlock,
)
from wagtail.blocks.list_block import ListValue

MOST_DIGITS = 6
WEB = ("http://", "https://", "ftp://", "ftps://")
"""The schemes that Django's ``URLValidator`` accepts."""


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

    def can_read(self, text: str) -> bool:
        """Return whether the block has a value for a stored text."""
        try:
            return not isinstance(super().to_python(text), str | NoneType)
        except ValueError:
            return False

    def to_python(self, value: Any) -> Any:
        """Return the value, or an ``UnreadText``."""
        if isinstance(value, str) and value and not self.can_read(value):
            return UnreadText(value)
        return super().to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        """Return what is stored."""
        return str(value) if isinstance(value, UnreadText) else super().get_prep_value(value)

    def value_for_form(self, value: Any) -> Any:
        """Return what the field shows."""
        return str(value) if isinstance(value, UnreadText) else super().value_for_form(value)

    def get_api_representation(self, value: Any, context: dict[str, Any] | None = None) -> Any:
        """Return the value, ``None`` if it was not understood."""
        if isinstance(value, UnreadText):
            return None
        return super().get_api_representation(value, context=context)


class NumberBlock(UnreadMixin, IntegerBlock):
    """A whole number within its bounds; an ``IntegerBlock`` in migrations."""

    def can_read(self, text: str) -> bool:
        """Return whether a text is a number that the field takes."""
        return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS

    def to_python(self, value: Any) -> Any:
        """Return the number, also of digits."""
        read = super().to_python(value)
        is_digits = isinstance(read, str) and not isinstance(read, UnreadText) and bool(read)
        return int(read) if is_digits else read

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Return the block that migrations name."""
        return ("wagtail.blocks.IntegerBlock", *super().deconstruct()[1:])


class AddressMixin(UnreadMixin):
    """Put it before a block of a web address: nothing links to what is none, in previews either."""

    def can_read(self, text: str) -> bool:
        """Return whether a browser may follow a text."""
        return text.lower().startswith(WEB)

    def get_api_representation(self, value: Any, context: dict[str, Any] | None = None) -> Any:
        """Return the address, empty if it is none."""
        return super().get_api_representation(value, context=context) or ""


class AddressBlock(AddressMixin, URLBlock):
    """A web address; a ``URLBlock`` in migrations."""

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Return the block that migrations name."""
        return ("wagtail.blocks.URLBlock", *super().deconstruct()[1:])


def as_typed(block: Block, value: Any) -> Any:
    """Return a submitted stream as a draft keeps it: what is wrong as it was typed.

    Raises ``ValidationError`` for what its block cannot store, such as a date in a block of the
    site's own.
    """
    block.defer_required_validation()
    try:
        return _as_typed(block, value)
    finally:
        block.restore_deferred_validation()


def _as_typed(block: Block, value: Any) -> Any:
    if isinstance(block, StreamBlock) and isinstance(value, StreamValue):
        children = [(c.block.name, _as_typed(c.block, c.value), c.id) for c in value]
        return StreamValue(block, children)
    if isinstance(block, ListBlock) and isinstance(value, ListValue):
        items = [
            ListValue.ListChild(block.child_block, _as_typed(block.child_block, c.value), id=c.id)
            for c in value.bound_blocks
        ]
        return ListValue(block, bound_blocks=items)
    if isinstance(block, StructBlock) and isinstance(value, StructValue):
        fields = block.child_blocks.items()
        return block._to_struct_value([(n, _as_typed(child, value.get(n))) for n, child in fields])
    try:
        return block.clean(value)
    except ValidationError:
        if not keeps_text(block):
            raise
        if isinstance(block, UnreadMixin):
            return UnreadText(block.value_for_form(value))
        return value


def keeps_text(block: Block) -> bool:
    """Return whether a block stores any text, also what it does not accept."""
    is_text = isinstance(block, FieldBlock) and isinstance(block.field, forms.CharField)
    return isinstance(block, UnreadMixin) or (is_text and not isinstance(block, URLBlock))
