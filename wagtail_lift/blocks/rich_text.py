"""Rich text with few features, stored as empty if it has no text."""

import re
from typing import Any

from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText

from ..api.rich_text import rich_text

INLINE_FEATURES = ["bold", "italic", "link"]
"""Features for rich text of one or two sentences."""

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]
"""Features for rich text of several paragraphs; headings are blocks of their own."""

_PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')
_BLANK = re.compile(r"(?:<p>\s*</p>|<br/?>|\s)*")


class ReadableMixin:
    """Rich text that the API gives in any format, with addresses that a front end can use."""

    def get_api_representation(self, value: RichText, context: dict[str, Any] | None = None) -> str:
        """Return the text in the format that the request asks for."""
        return rich_text(value.source, (context or {}).get("request"), self.features)


class PartBlock(ReadableMixin, RichTextBlock):
    """Rich text as a part of another block."""

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Return the block that migrations name."""
        return ("wagtail.blocks.RichTextBlock", *super().deconstruct()[1:])


class ProseBlock(ReadableMixin, RichTextBlock):
    """Rich text with ``TEXT_FEATURES``; base of blocks that are only rich text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    def value_from_form(self, value: Any) -> RichText:
        """Return the text; empty if the form sent only empty paragraphs."""
        return without_blank(super().value_from_form(value))


def without_blank(text: RichText) -> RichText:
    """Return the text; empty if it has only empty paragraphs, which the API makes of no text."""
    return RichText("") if _BLANK.fullmatch(without_keys(text.source)) else text


def without_keys(source: str) -> str:
    """Return rich text without its paragraph keys, which every API write regenerates."""
    return _PARAGRAPH_KEY.sub("", source)
