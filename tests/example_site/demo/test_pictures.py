"""The drawn pictures: always the same, small, and of the right shape."""

from io import BytesIO

import pytest
from PIL import Image

from example_site.demo.pictures import draw


@pytest.mark.parametrize(("motif", "size"), [("sprout", (480, 480)), ("lantern", (1280, 800))])
def test_picture_is_a_small_webp_of_the_right_size(motif, size):
    picture = draw(motif)

    image = Image.open(BytesIO(picture))
    assert (image.format, image.size) == ("WEBP", size)
    assert len(picture) < 40_000


def test_picture_is_drawn_the_same_way_every_time():
    assert draw.__wrapped__("sprout") == draw("sprout")


def test_picture_that_nobody_can_draw_is_an_error():
    with pytest.raises(KeyError):
        draw("a face")
