"""Pictures and embedded media."""

from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, FieldBlock, StructValue
from wagtail.embeds.blocks import EmbedBlock, EmbedValue
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import AbstractImage

from ..api.fields import file_url, site_url
from ..api.shapes import PictureInBlock
from .base import LiftStructBlock
from .unread import AddressMixin

API_RENDITION = "max-1600x1600"
"""The rendition of a picture in the API."""


class PictureBlock(LiftStructBlock):
    """A picture with a caption; ``image`` requires alternative text unless it is decorative.

    API: ``{"image": {"image": id, "alt_text": str, "decorative": bool}, "caption": str,
    "rendition": {"url", "width", "height", "alt"} | None}``.
    """

    image = ImageBlock()
    caption = CharBlock(required=False, default="", max_length=300)

    api_types = {"rendition": PictureInBlock | None}

    class Meta:
        label = _("Picture")
        icon = "image"
        description = _("A picture, with words for people who cannot see it.")
        template = "wagtail_lift/blocks/picture.html"
        field_labels = {"image": _("Picture"), "caption": _("Caption")}
        field_help = {"caption": _("Shown below the picture, for example who made it.")}

    def get_preview_value(self) -> StructValue:
        """Return any picture of the site with a caption; without one only the caption shows."""
        return self.normalize({"image": any_image(self), "caption": _("A caption of one line")})

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the picture with a rendition that a browser can show."""
        representation = super().get_api_representation(value, context=context)
        return {**representation, "rendition": rendition_of(value.get("image"), context)}


class FilmBlock(AddressMixin, EmbedBlock):
    """An embed; a draft is saved without asking the other website."""

    def clean(self, value: Any) -> Any:
        """Raise ``ValidationError`` for what is no address or, when publishing, gives no embed."""
        return (
            FieldBlock.clean(self, value) if self.is_deferred_validation else super().clean(value)
        )

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Return the block that migrations name."""
        return ("wagtail.embeds.blocks.EmbedBlock", *super().deconstruct()[1:])


class MediaBlock(LiftStructBlock):
    """A film, a recording or the like from another website.

    API: ``{"embed": address, "caption": str}``.
    """

    embed = FilmBlock(max_width=1200)
    caption = CharBlock(required=False, default="", max_length=300)

    class Meta:
        label = _("Embed")
        icon = "media"
        description = _("A film or recording from another website, by its address.")
        template = "wagtail_lift/blocks/embed.html"
        field_labels = {"embed": _("Web address"), "caption": _("Caption")}
        field_help = {"embed": _("For example the address of a film on YouTube or Vimeo.")}

    def get_preview_value(self) -> StructValue:
        """Return a placeholder embed, so that a preview fetches nothing from another website."""
        embed = EmbedValue("https://example.org/film")
        embed.html = mark_safe(
            '<svg viewBox="0 0 160 90" role="img" aria-hidden="true">'
            '<rect width="160" height="90" rx="4" fill="currentColor" opacity=".15"/>'
            '<path d="M68 30v30l26-15z" fill="currentColor"/></svg>'
        )
        return self.normalize({"embed": embed, "caption": _("A film of the last conversation")})


def any_image(block: LiftStructBlock) -> AbstractImage | None:
    """Return a picture of the site for a preview, or ``None`` if there is none yet."""
    chooser = block.child_blocks["image"].child_blocks["image"]
    image = chooser.model_class.objects.order_by("-pk").first()
    if image:
        image.contextual_alt_text, image.decorative = image.default_alt_text, False
    return image


def rendition_of(
    image: AbstractImage | None, context: dict[str, Any] | None
) -> PictureInBlock | None:
    """Return the rendition of ``image`` for the API, or ``None`` without an image or its file."""
    if not image:
        return None
    try:
        rendition = image.get_rendition(API_RENDITION)
    except OSError:  # the file is gone, or cannot be read as a picture
        return None
    return {
        "url": file_url(rendition, site_url((context or {}).get("request"))),
        "width": rendition.width,
        "height": rendition.height,
        "alt": image.contextual_alt_text or "",
    }
