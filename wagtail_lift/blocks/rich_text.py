"""Rich text with few features, stored as empty if it has no text."""

import re
from typing import Any

from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText

INLINE_FEATURES = ["bold", "italic", "link"]
"""Features for rich text of one or two sentences."""

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]
"""Features for rich text of several paragraphs; headings are blocks of their own."""

_PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')
_BLANK = re.compile(r"(?:<p>\s*</p>|<br/?>|\s)*")


class ProseBlock(RichTextBlock):
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
