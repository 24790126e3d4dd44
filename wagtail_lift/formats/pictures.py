"""Images in several widths, for the browser to choose from."""

from collections.abc import Sequence
from typing import Any

from wagtail.images.models import AbstractImage, Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

FORMATS = ("format-webp|", "format-jpeg|")


def words_of_picture(image: AbstractImage | None, own: str) -> str:
    """Return what a picture shows: a page's own words, else the picture's description."""
    return own.strip() or str(getattr(image, "description", "")).strip()


def picture_in_widths(
    image: AbstractImage,
    widths: Sequence[int],
    attributes: dict[str, Any],
    ratio: tuple[int, int] | None = None,
) -> Picture:
    """Return an image in several widths, without enlarging it; ``widths`` must be ascending.

    With a ``ratio``, such as (4, 3), it is cropped around its focal point. Renditions stop at the
    first width that reaches the image's own: any further one would be the same image, and
    ``srcset`` may not repeat a width. An SVG has one rendition, whole.
    """
    widest = image.width
    if ratio is not None:
        widest = min(widest, image.height * ratio[0] // ratio[1])
    narrower = [width for width in widths if width < widest]
    chosen = list(widths)[: len(narrower) + 1]
    formats: Sequence[str] = FORMATS
    if image.is_svg():
        chosen, formats, ratio = chosen[-1:], ("",), None
    specs = [f"{name}{_resized(width, ratio)}" for name in formats for width in chosen]
    renditions = get_renditions_or_not_found(image, [Filter(spec=spec) for spec in specs])
    if len(chosen) == 1:
        attributes = {name: attributes[name] for name in attributes if name != "sizes"}
    return Picture(renditions, attributes)


def _resized(width: int, ratio: tuple[int, int] | None) -> str:
    """Return what Wagtail does to an image to bring it to a width, and a ratio if there is one."""
    return f"fill-{width}x{width * ratio[1] // ratio[0]}" if ratio else f"width-{width}"
