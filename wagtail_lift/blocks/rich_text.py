"""Rich text as the package uses it: with few features, and empty when it says nothing."""

import re
from typing import Any

from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText

INLINE_FEATURES = ["bold", "italic", "link"]
"""Rich text of one or two sentences."""

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]
"""Rich text of some paragraphs; headings are blocks of their own."""

_PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')
_BLANK = re.compile(r"(?:<p>\s*</p>|<br/?>|\s)*")


class ProseBlock(RichTextBlock):
    """Rich text with the features of running text; base of blocks that are nothing else."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    def value_from_form(self, value: Any) -> RichText:
        """Return the text, truly empty when the form sent empty paragraphs."""
        return without_blank(super().value_from_form(value))


def without_blank(text: RichText) -> RichText:
    """Return the text, and for empty paragraphs, which the API makes of nothing, no text."""
    return RichText("") if _BLANK.fullmatch(without_keys(text.source)) else text


def without_keys(source: str) -> str:
    """Return rich text without the keys of its paragraphs, which every API write makes anew."""
    return _PARAGRAPH_KEY.sub("", source)
