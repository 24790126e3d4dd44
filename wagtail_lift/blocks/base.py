"""Base classes of the blocks: texts outside migrations, stable ids.

Labels and help texts are in ``Meta``, not in the fields' constructors, so that rewording never
needs a migration, neither here nor in a site that extends a page type.
"""

import re
import uuid
from collections.abc import Mapping
from types import NoneType
from typing import Any, ClassVar

from django.utils.functional import Promise
from wagtail.admin.telepath import register
from wagtail.blocks import (
    Block,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.struct_block import StructBlockAdapter
from wagtail.rich_text import RichText

from .rich_text import without_blank

PREVIEW_TEMPLATE = "wagtail_lift/blocks/preview.html"

_USABLE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class LiftStructBlock(StructBlock):
    """A StructBlock that takes its fields' labels and help texts from ``Meta``.

    ``api_types`` are the types of what ``get_api_representation`` adds to the fields, by name, for
    the OpenAPI document.
    """

    api_types: ClassVar[Mapping[str, Any]] = {}

    class Meta:
        preview_template = PREVIEW_TEMPLATE
        field_labels: ClassVar[Mapping[str, str | Promise]] = {}
        field_help: ClassVar[Mapping[str, str | Promise]] = {}

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        super().__init__(local_blocks, **kwargs)
        for name, label in self.meta.field_labels.items():
            if name in self.child_blocks:
                child = self.child_blocks[name]
                child.label = child.meta.label = label

    def clean(self, value: StructValue) -> StructValue:
        """Return the validated value; rich text with only empty paragraphs becomes empty."""
        texts = {
            n: without_blank(child) for n, child in value.items() if isinstance(child, RichText)
        }
        return super().clean(self.meta.value_class(self, {**value, **texts}.items()))

    def is_unwritten(self, value: StructValue) -> bool:
        """Return whether the block needs something and nothing at all was written in it."""
        children = self.child_blocks.items()
        return any(child.required for _name, child in children) and all(
            _is_untouched(child, value.get(name)) for name, child in children
        )

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the fields; text that was never written is empty, as the API's document says."""
        told = super().get_api_representation(value, context=context)
        return {name: _never_written(self.child_blocks[name], told[name]) for name in told}

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return the searchable text of the block, skipping empty values."""
        if not self.search_index:
            return []
        given = {name: child for name, child in value.items() if child is not None}
        return [
            text
            for name, child_block in self.child_blocks.items()
            if name in given
            for text in child_block.get_searchable_content(given[name])
            if text
        ]


def _is_untouched(block: Block, value: Any) -> bool:
    if isinstance(value, str | NoneType):
        return value is None or value == "" or value == block.get_default()
    if isinstance(value, ListValue):
        return all(_is_untouched(block.child_block, item) for item in value)
    if isinstance(value, RichText):
        value = without_blank(value)
    return not value or value == block.get_default()


def _never_written(block: Block, told: Any) -> Any:
    if isinstance(block, ListBlock) and told is not None:
        return [_never_written(block.child_block, item) for item in told]
    is_text = isinstance(block, CharBlock | TextBlock | URLBlock | ChoiceBlock)
    return "" if told is None and is_text else told


class LiftStructBlockAdapter(StructBlockAdapter):
    """Passes the help texts to the editor; not earlier, as form fields may not be loadable."""

    def js_args(self, block: LiftStructBlock) -> list[Any]:
        """Return what the editor needs to show the block, help texts included."""
        for name, text in block.meta.field_help.items():
            child = block.child_blocks.get(name)
            if hasattr(child, "field"):
                child.field.help_text = text
            elif child is not None:
                child.meta.help_text = text
        return super().js_args(block)


register(LiftStructBlockAdapter(), LiftStructBlock)


class LiftStreamBlock(StreamBlock):
    """A stream with unique block ids: the later of two duplicates gets a new one.

    A block whose id is not safe in a URL gets a new one too. Every other id is kept, whether the
    editor, the API or a copy of the page wrote it.
    """

    def clean(self, value: StreamValue) -> StreamValue:
        """Return the validated stream with an id on every block."""
        cleaned = super().clean(value)
        seen: set[str] = set()
        for child in cleaned:
            wanted = str(child.id or "")
            is_kept = wanted not in seen and _USABLE_ID.fullmatch(wanted)
            child.id = wanted if is_kept else str(uuid.uuid4())
            seen.add(child.id)
        return cleaned

    def without_unwritten(self, value: StreamValue) -> StreamValue:
        """Return the stream without the blocks that were added and left empty."""
        kept = [
            (child.block.name, child.value, child.id)
            for child in value
            if not (
                isinstance(child.block, LiftStructBlock) and child.block.is_unwritten(child.value)
            )
        ]
        return StreamValue(self, kept)
