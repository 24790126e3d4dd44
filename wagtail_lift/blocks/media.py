"""Pictures and embedded media."""

from typing import Any, get_type_hints
from urllib.parse import urlsplit

from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, FieldBlock, ListBlock, StructValue
from wagtail.embeds.blocks import EmbedBlock, EmbedValue
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import AbstractImage

from ..api.fields import site_url
from ..api.pictures import file_url, picture_sizes
from ..api.shapes import Film, PictureInBlock, PictureSizes
from .base import LiftStreamBlock, LiftStructBlock
from .unread import AddressMixin

API_RENDITION = "max-1600x1600"
"""The rendition of a picture in the API."""

PICTURE_TYPES: dict[str, Any] = {
    "rendition": PictureInBlock | None,
    **get_type_hints(PictureSizes),
}
"""The types of what the API adds to a block with a picture."""


class PictureBlock(LiftStructBlock):
    """A picture with a caption; ``image`` requires alternative text unless it is decorative.

    API: ``{"image": {"image": id, "alt_text": str, "decorative": bool}, "caption": str,
    "rendition": {"url", "width", "height", "alt"} | None,
    "sizes": {name: {"url", "width", "height"}}, "srcset": str}``.
    """

    image = ImageBlock()
    caption = CharBlock(required=False, default="", max_length=300)

    api_types = PICTURE_TYPES

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
        return {**representation, **renditions_of(value.get("image"), context)}


class PhotosStreamBlock(LiftStreamBlock):
    """The photos of a venue, in order."""

    photo = PictureBlock()

    class Meta:
        icon = "image"


class GalleryBlock(LiftStructBlock):
    """Pictures side by side, each with its words.

    API: ``{"title": str, "pictures": [value of a picture]}``.
    """

    title = CharBlock(required=False, default="", max_length=200)
    pictures = ListBlock(PictureBlock(), min_num=1)

    class Meta:
        label = _("Gallery")
        icon = "image"
        description = _("Several pictures side by side, each with its words.")
        template = "wagtail_lift/blocks/gallery.html"
        label_format = "{title}"
        field_labels = {"title": _("Title"), "pictures": _("Pictures")}

    def get_preview_value(self) -> StructValue:
        """Return any picture of the site, twice; without one only the title shows."""
        image = any_image(self.child_blocks["pictures"].child_block)
        pictures = [{"image": image, "caption": caption} for caption in ("", _("By Maya"))]
        return self.normalize({"title": _("How it looked"), "pictures": pictures if image else []})


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

    API: ``{"embed": address, "caption": str, "film": {"url", "type", "provider", "title",
    "author", "html", "thumbnail_url", "width", "height"} | None}``, as it was when the editor
    published it: nobody asks the other website for a reader.
    """

    embed = FilmBlock(max_width=1200)
    caption = CharBlock(required=False, default="", max_length=300)

    api_types = {"film": Film | None}

    class Meta:
        label = _("Embed")
        icon = "media"
        description = _("A film or recording from another website, by its address.")
        template = "wagtail_lift/blocks/embed.html"
        field_labels = {"embed": _("Web address"), "caption": _("Caption")}
        field_help = {"embed": _("For example the address of a film on YouTube or Vimeo.")}

    def get_api_representation(
        self, value: StructValue, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the address with what is stored of the film there."""
        representation = super().get_api_representation(value, context=context)
        film = value.get("embed")
        return {**representation, "film": stored_film(film) if film else None}

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


def renditions_of(image: AbstractImage | None, context: dict[str, Any] | None) -> dict[str, Any]:
    """Return ``rendition`` (``None`` without an image or its file), ``sizes`` and ``srcset``."""
    url = site_url((context or {}).get("request"))
    nothing = {"rendition": None, **picture_sizes(None, url)}
    if not image:
        return nothing
    try:
        rendition = image.get_rendition(API_RENDITION)
    except OSError:  # the file is gone, or cannot be read as a picture
        return nothing
    shown: PictureInBlock = {
        "url": file_url(rendition, url),
        "width": rendition.width,
        "height": rendition.height,
        "alt": image.contextual_alt_text or "",
    }
    return {"rendition": shown, **picture_sizes(image, url)}


def stored_film(value: EmbedValue) -> Film:
    """Return what is known of a film without asking the other website.

    ``html`` is its player, which tells that website who watches; ``thumbnail_url`` is there, too.
    A front end that keeps its readers private shows ``title``, ``provider`` and a link.
    """
    found = Embed.objects.filter(
        hash=get_embed_hash(value.url, value.max_width, value.max_height)
    ).first()
    known = found or Embed()
    return {
        "url": value.url,
        "type": known.type,
        "provider": known.provider_name or (urlsplit(value.url).hostname or ""),
        "title": known.title,
        "author": known.author_name,
        "html": known.html,
        "thumbnail_url": known.thumbnail_url,
        "width": known.width,
        "height": known.height,
    }
