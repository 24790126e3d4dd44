"""Pictures for a front end: a rendition, and the sizes that the site names, for ``srcset``."""

from urllib.parse import urljoin

from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.images.shortcuts import get_renditions_or_not_found

from ..conf import settings
from .rich_text import files_base
from .shapes import PictureFile, PictureSizes


def file_url(rendition: AbstractRendition, url: str) -> str:
    """Return the full address of a picture that is shown on the page or site at ``url``.

    One that the project serves itself is at ``WAGTAILAPI_BASE_URL``, else on that site; never on
    the site of the admin.
    """
    base = files_base() or url
    return urljoin(base, rendition.url) if base else rendition.full_url


def picture_sizes(image: AbstractImage | None, url: str) -> PictureSizes:
    """Return ``sizes`` by their names in ``WAGTAIL_LIFT_API_IMAGE_SIZES``, and ``srcset``.

    Both are empty without an image, without its file, or if the site names no sizes.
    """
    made = _renditions(image)
    sizes: dict[str, PictureFile] = {
        name: {"url": file_url(each, url), "width": each.width, "height": each.height}
        for name, each in made.items()
    }
    by_width = {size["width"]: size["url"] for size in reversed(sizes.values())}
    srcset = ", ".join(f"{by_width[width]} {width}w" for width in sorted(by_width))
    return {"sizes": sizes, "srcset": srcset}


def _renditions(image: AbstractImage | None) -> dict[str, AbstractRendition]:
    specs = settings.API_IMAGE_SIZES
    if image is None or not specs:
        return {}
    wanted = [Filter(spec=spec) for spec in dict.fromkeys(specs.values())]
    made = get_renditions_or_not_found(image, wanted)
    return {name: made[spec] for name, spec in specs.items() if made[spec].width}
