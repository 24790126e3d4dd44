"""What was learnt in a conversation, and further resources."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import (
    CharBlock,
    PageChooserBlock,
    StructValue,
    TextBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from .answers import AnsweredQuestionsBlock
from .base import LiftStreamBlock, LiftStructBlock
from .body import ParagraphBlock
from .links import LINK_LABELS, LinkedBlock
from .media import PICTURE_TYPES, any_image, renditions_of
from .rich_text import TEXT_FEATURES, PartBlock
from .unread import AddressBlock


class FindingBlock(LiftStructBlock):
    """Something that was learnt, and the ids of the conversation questions it answers.

    API: ``{"title": str, "text": rich text, "questions": [question id]}``.
    """

    title = CharBlock(max_length=200)
    text = PartBlock(features=TEXT_FEATURES)
    questions = AnsweredQuestionsBlock(required=False)

    class Meta:
        label = _("Finding")
        icon = "circle-check"
        description = _("Something that was learnt, and the questions that it answers.")
        template = "wagtail_lift/blocks/finding.html"
        label_format = "{title}"
        field_labels = {
            "title": _("Title"),
            "text": _("Text"),
            "questions": _("Questions that it answers"),
        }
        preview_value = {
            "title": _("Small things carry far"),
            "text": _("<p>Nearly every story began with something that took a minute.</p>"),
            "questions": [],
        }

    def get_context(
        self, value: StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add ``answered``: those of the page's ``questions`` (by id) that this finding answers."""
        context = super().get_context(value, parent_context=parent_context)
        known = context.get("questions")
        wanted = value.get("questions") or ()
        context["answered"] = (
            [known[question_id] for question_id in wanted if question_id in known]
            if isinstance(known, dict)
            else []
        )
        return context


class InsightQuoteBlock(LiftStructBlock):
    """What somebody said, with the credit they chose. API: ``{"text": str, "credit": str}``."""

    text = TextBlock()
    credit = CharBlock(max_length=200)

    class Meta:
        label = _("Quote")
        icon = "openquote"
        description = _("What somebody said, with the credit that they chose.")
        template = "wagtail_lift/blocks/insight_quote.html"
        field_labels = {"text": pgettext_lazy("of a quote", "Words"), "credit": _("Credit")}
        field_help = {
            "credit": _(
                "As the speaker chose to be named, for example “A participant”. Ask before you "
                "name anybody."
            )
        }
        default = {"credit": _("A participant")}
        preview_value = {
            "text": _("I had not been asked how I am for months."),
            "credit": _("A participant"),
        }


class NotesPictureBlock(LiftStructBlock):
    """A picture of the room's notes, with its whole content in words.

    API: ``{"image": {"image": id, "alt_text": str, "decorative": bool}, "caption": str,
    "long_description": str, "rendition": {"url", "width", "height", "alt"} | None,
    "sizes": {name: {"url", "width", "height"}}, "srcset": str}``.
    """

    image = ImageBlock()
    caption = CharBlock(required=False, default="", max_length=300)
    long_description = TextBlock()

    api_types = PICTURE_TYPES

    class Meta:
        label = _("Picture of notes")
        icon = "image"
        description = _("A picture of the room's notes, with all that it says in words.")
        template = "wagtail_lift/blocks/notes_picture.html"
        field_labels = {
            "image": _("Picture"),
            "caption": _("Caption"),
            "long_description": _("What the notes say"),
        }
        field_help = {
            "long_description": _("Everything that can be read in the picture, in plain words.")
        }

    def get_preview_value(self) -> StructValue:
        """Return any picture of the site as the notes; without one the words show."""
        return self.normalize(
            {
                "image": any_image(self),
                "caption": _("Notes of the second round"),
                "long_description": _("Listen first. Ask once more. Say thank you."),
            }
        )

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the picture with a rendition that a browser can show."""
        representation = super().get_api_representation(value, context=context)
        return {**representation, **renditions_of(value.get("image"), context)}


class ResourceBlock(LinkedBlock):
    """A further resource, at exactly one of a URL, a page or a document.

    API: ``{"title": str, "description": str, "url": str, "page": id | None,
    "document": id | None, "link": {"kind", "url", "title"} | None}``.
    """

    title = CharBlock(max_length=200)
    description = TextBlock(required=False, default="")
    url = AddressBlock(required=False, default="")
    page = PageChooserBlock(required=False)
    document = DocumentChooserBlock(required=False)

    class Meta:
        label = _("Resource")
        icon = "link"
        description = _("Something that helps to go on: a website, a page or a document.")
        template = "wagtail_lift/blocks/resource.html"
        label_format = "{title}"
        field_labels = {"title": _("Title"), "description": _("Description"), **LINK_LABELS}
        field_help = {"url": _("Fill in exactly one: the web address, a page or a document.")}
        preview_value = {
            "title": _("A page of prompts to print"),
            "description": _("Six questions for a first conversation in a team."),
            "url": "https://example.org/prompts",
        }


class InsightsStreamBlock(LiftStreamBlock):
    """What was learnt, in order."""

    paragraph = ParagraphBlock()
    finding = FindingBlock()
    quote = InsightQuoteBlock()
    notes_picture = NotesPictureBlock()
    resource = ResourceBlock()

    class Meta:
        icon = "circle-check"


class ResourcesStreamBlock(LiftStreamBlock):
    """Further resources, in order."""

    resource = ResourceBlock()

    class Meta:
        icon = "link"
