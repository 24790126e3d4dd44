"""Images in several widths: no width twice, no larger than the image."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.template import Context, Template
from PIL import Image as PillowImage
from wagtail.images import get_image_model

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"></svg>'
TAG = '{% load wagtail_lift_tags %}{% lift_picture image "20 40 60" sizes="9rem" alt="A cup" %}'


def image_of(width: int):
    file = BytesIO()
    PillowImage.new("RGB", (width, 10)).save(file, "PNG")
    content = ContentFile(file.getvalue(), "cup.png")
    return get_image_model().objects.create(title="Cup", file=content)


def rendered(image) -> BeautifulSoup:
    return BeautifulSoup(Template(TAG).render(Context({"image": image})), "html.parser")


def widths_in(srcset: str) -> list[str]:
    return [candidate.split()[-1] for candidate in srcset.split(",")]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (90, ["20w", "40w", "60w"]),
        (60, ["20w", "40w", "60w"]),
        (50, ["20w", "40w", "50w"]),
        (40, ["20w", "40w"]),
        (30, ["20w", "30w"]),
    ],
)
def test_picture_has_each_width_once(width, expected):
    html = rendered(image_of(width))

    assert [widths_in(html.source["srcset"]), widths_in(html.img["srcset"])] == [expected, expected]
    assert (html.source["type"], html.img["alt"], html.img["sizes"]) == (
        "image/webp",
        "A cup",
        "9rem",
    )


def test_picture_smaller_than_all_widths_offers_no_choice():
    html = rendered(image_of(10))

    assert (html.img["width"], html.img.get("srcset"), html.img.get("sizes")) == ("10", None, None)


def test_picture_of_a_drawing_is_the_drawing():
    file = ContentFile(SVG, "cup.svg")
    drawing = get_image_model().objects.create(title="Cup", file=file, width=40, height=30)

    html = rendered(drawing)

    assert html.source is None
    assert html.img["src"].endswith(".svg")


def test_picture_without_an_image_is_nothing():
    assert str(rendered(None)) == ""
