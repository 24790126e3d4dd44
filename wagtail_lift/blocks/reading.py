"""What people may read before or after a conversation."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, TextBlock
from wagtail.documents.blocks import DocumentChooserBlock

from .base import LiftStreamBlock
from .dates import TypedDateBlock
from .links import LINK_LABELS, LinkedBlock, LinkValue
from .unread import AddressBlock


class RecommendedReadingBlock(LinkedBlock):
    """Something worth reading, at exactly one of a URL, a page or a document.

    API: ``{"title": str, "authors": str, "publisher": str, "date": ISO date | None, "why": str,
    "url": str, "page": id | None, "document": id | None,
    "link": {"kind", "url", "title"} | None}``.
    """

    title = CharBlock(max_length=250)
    authors = CharBlock(required=False, default="", max_length=250)
    publisher = CharBlock(required=False, default="", max_length=200)
    date = TypedDateBlock(required=False)
    why = TextBlock(required=False, default="")
    url = AddressBlock(required=False, default="")
    page = PageChooserBlock(required=False)
    document = DocumentChooserBlock(required=False)

    class Meta:
        label = _("Reading")
        icon = "glasses"
        description = _("An article, a book or a page worth reading, and why.")
        template = "wagtail_lift/blocks/reading.html"
        label_format = "{title}"
        field_labels = {
            "title": _("Title"),
            "authors": _("Authors"),
            "publisher": _("Publisher"),
            "date": _("Date of publication"),
            "why": _("Why read it"),
            **LINK_LABELS,
        }
        field_help = {
            "authors": _("As they are named on the text itself."),
            "url": _("Fill in exactly one: the web address, a page or a document."),
        }
        preview_value = {
            "title": _("The kindness of strangers"),
            "authors": _("A. Writer and B. Writer"),
            "publisher": _("A community magazine"),
            "date": date(2025, 5, 1),
            "why": _("A short read that shows how small things add up."),
            "url": "https://example.org/kindness",
        }

    def get_api_representation(
        self, value: LinkValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the reading with its link resolved and its date as text."""
        representation = super().get_api_representation(value, context=context)
        published_on = representation.get("date")
        return {**representation, "date": published_on.isoformat() if published_on else None}


class ReadingStreamBlock(LiftStreamBlock):
    """Recommended reading, in order."""

    reading = RecommendedReadingBlock()

    class Meta:
        icon = "glasses"
