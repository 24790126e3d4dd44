"""The running text of a page."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    StructValue,
    TextBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock

from ..api.rich_text import full_file_url
from .base import PREVIEW_TEMPLATE, LiftStreamBlock, LiftStructBlock
from .events import EventListBlock
from .links import LINK_LABELS, Link, LinkedBlock, LinkTargets, document_link
from .media import GalleryBlock, MediaBlock, PictureBlock
from .rich_text import TEXT_FEATURES, PartBlock, ProseBlock
from .unread import AddressBlock


def heading_levels() -> list[tuple[str, Any]]:
    """Return the levels an editor may choose; only the page title is above them."""
    return [("2", _("Section")), ("3", _("Part of a section"))]


class HeadingBlock(LiftStructBlock):
    """A heading. API: ``{"text": str, "level": "2" | "3"}``."""

    text = CharBlock(max_length=200)
    level = ChoiceBlock(choices=heading_levels, default="2", search_index=False)

    class Meta:
        label = _("Heading")
        icon = "title"
        description = _("A heading, for a section or a part of one.")
        template = "wagtail_lift/blocks/heading.html"
        label_format = "{text}"
        field_labels = {"text": _("Text"), "level": _("Level")}
        preview_value = {"text": _("What to expect"), "level": "2"}


class ParagraphBlock(ProseBlock):
    """Running text with links and lists. API: rich text."""

    class Meta:
        label = _("Paragraph")
        icon = "pilcrow"
        description = _("Running text with links and lists.")
        template = "wagtail_lift/blocks/paragraph.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = _("<p>Come as you are. <b>Nobody needs to prepare anything.</b></p>")


class QuoteBlock(LiftStructBlock):
    """Somebody's words. API: ``{"text": str, "attribution": str}``."""

    text = TextBlock()
    attribution = CharBlock(required=False, default="", max_length=200)

    class Meta:
        label = _("Quote")
        icon = "openquote"
        description = _("Somebody's own words, and whose they are.")
        template = "wagtail_lift/blocks/quote.html"
        field_labels = {
            "text": pgettext_lazy("of a quote", "Words"),
            "attribution": _("Whose words"),
        }
        preview_value = {
            "text": _("I came for an hour and stayed for the whole evening."),
            "attribution": _("Somebody who came last time"),
        }


class CallToActionBlock(LinkedBlock):
    """A prominent link, to a page or an address.

    API: ``{"label": str, "page": id | None, "url": str, "link": {"kind", "url", "title"} | None}``.
    """

    link_fields = ("page", "url")

    label = CharBlock(max_length=100)
    page = PageChooserBlock(required=False)
    url = AddressBlock(required=False, default="")

    class Meta:
        label = _("Call to action")
        icon = "pick"
        description = _("A prominent link to one page or website.")
        template = "wagtail_lift/blocks/call_to_action.html"
        label_format = "{label}"
        field_labels = {
            "label": _("Words to show"),
            "page": LINK_LABELS["page"],
            "url": LINK_LABELS["url"],
        }
        field_help = {"page": _("Fill in exactly one: a page or a web address.")}
        preview_value = {"label": _("Read how it began"), "url": "https://example.org/"}


class DocumentsBlock(LiftStructBlock):
    """Documents to download; those of private collections are left out.

    API: ``{"title": str, "documents": [id | None], "links": [{"kind", "url", "title"}]}``.
    """

    title = CharBlock(required=False, default="", max_length=200)
    documents = ListBlock(DocumentChooserBlock(), min_num=1)

    api_types = {"links": list[Link]}

    class Meta:
        label = _("Documents")
        icon = "doc-full"
        description = _("Documents to download.")
        template = "wagtail_lift/blocks/documents.html"
        field_labels = {"title": _("Title"), "documents": _("Documents")}

    def get_preview_value(self) -> StructValue:
        """Return two documents of the site; without any only the title shows."""
        chooser = self.child_blocks["documents"].child_block
        documents = list(chooser.model_class.objects.order_by("-pk")[:2])
        return self.normalize({"title": _("Take these with you"), "documents": documents})

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``links``, the documents that everybody may download."""
        context = super().get_context(value, parent_context=parent_context)
        context["links"] = [document_link(d, d.url) for d in public_documents(value)]
        return context

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the documents with the addresses of those that everybody may download."""
        representation = super().get_api_representation(value, context=context)
        request = (context or {}).get("request")
        links = [
            asdict(document_link(document, full_file_url(document.url, request)))
            for document in public_documents(value)
        ]
        return {**representation, "links": links}


def public_documents(value: StructValue) -> list[Any]:
    """Return the chosen documents that everybody may download, in order."""
    documents = [document for document in value.get("documents") or () if document]
    targets = LinkTargets({"document": document} for document in documents)
    return [document for document in documents if document.pk in targets.public_documents]


class DetailsBlock(LiftStructBlock):
    """Text that opens on demand. API: ``{"summary": str, "text": rich text}``."""

    summary = CharBlock(max_length=200)
    text = PartBlock(features=TEXT_FEATURES)

    class Meta:
        label = _("Details")
        icon = "collapse-down"
        description = _("A line that opens to more text, for what only some need to read.")
        template = "wagtail_lift/blocks/details.html"
        label_format = "{summary}"
        field_labels = {"summary": _("Line to open"), "text": _("Text")}
        preview_value = {
            "summary": _("What if I cannot stay to the end?"),
            "text": _("<p>Leave whenever you need to. Nobody will ask why.</p>"),
        }


class BodyStreamBlock(LiftStreamBlock):
    """The running text of a page."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    image = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    embed = MediaBlock()
    call_to_action = CallToActionBlock()
    documents = DocumentsBlock()
    details = DetailsBlock()
    events = EventListBlock()


# Stable import paths for migrations, wherever this module may move.
DECONSTRUCT_ALIASES = {
    ParagraphBlock: "wagtail_lift.blocks.ParagraphBlock",
}
