"""Drawing like cut paper: flat shapes with soft shadows, at twice the size and then made smooth."""

import math
from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFilter

FINENESS = 2
SHADOW = "#2b1220"

Point = tuple[float, float]
Shape = Callable[[ImageDraw.ImageDraw, list[Point]], None]


class Canvas:
    """A picture of ``width`` by ``height`` units, painted from back to front.

    Colours are names or hexadecimal; ``strength`` from 0 to 1 says how much they cover.
    """

    def __init__(self, width: int, height: int, top: str, bottom: str, *, unit: int = 8) -> None:
        self.width, self.height, self.unit = width, height, unit
        self.scale = unit * FINENESS
        column = Image.new("RGB", (1, height * 4))
        first, last = ImageColor.getrgb(top), ImageColor.getrgb(bottom)
        for y in range(column.height):
            share = y / (column.height - 1)
            mixed = (round(a + (b - a) * share) for a, b in zip(first, last, strict=True))
            column.putpixel((0, y), tuple(mixed))
        size = (width * self.scale, height * self.scale)
        self.image = column.resize(size, Image.Resampling.BICUBIC)

    def ellipse(
        self,
        centre: Point,
        radius: float | Point,
        colour: str,
        *,
        strength: float = 1,
        shadow: float = 0,
    ) -> None:
        """Paint an ellipse, or a circle where ``radius`` is one number."""
        rx, ry = radius if isinstance(radius, tuple) else (radius, radius)
        corners = [(centre[0] - rx, centre[1] - ry), (centre[0] + rx, centre[1] + ry)]
        self._paint(corners, lambda draw, c: draw.ellipse(c, fill=255), colour, strength, shadow)

    def polygon(
        self, points: Sequence[Point], colour: str, *, strength: float = 1, shadow: float = 0
    ) -> None:
        """Paint a closed shape."""
        self._paint(points, lambda draw, c: draw.polygon(c, fill=255), colour, strength, shadow)

    def card(
        self,
        corner: Point,
        size: Point,
        colour: str,
        *,
        roundness: float = 1.5,
        shadow: float = 0,
    ) -> None:
        """Paint a rectangle with round corners; ``corner`` is its top left."""
        corners = [corner, (corner[0] + size[0], corner[1] + size[1])]
        r = roundness * self.scale
        self._paint(
            corners, lambda draw, c: draw.rounded_rectangle(c, r, fill=255), colour, 1, shadow
        )

    def line(
        self, points: Sequence[Point], thickness: float, colour: str, *, strength: float = 1
    ) -> None:
        """Paint a line with round ends and joints."""
        r = thickness * self.scale / 2

        def stroke(draw: ImageDraw.ImageDraw, scaled: list[Point]) -> None:
            draw.line(scaled, fill=255, width=round(2 * r), joint="curve")
            for x, y in (scaled[0], scaled[-1]):
                draw.ellipse((x - r, y - r, x + r, y + r), fill=255)

        self._paint(points, stroke, colour, strength, 0, margin=r)

    def hill(self, height: float, swing: float, period: float, shift: float, colour: str) -> None:
        """Paint everything below a wave, from edge to edge."""
        xs = [x / 2 for x in range(-2, 2 * self.width + 4)]
        crest = [(x, height + swing * math.sin(x / period * math.tau + shift)) for x in xs]
        below = [(self.width + 2, self.height + 2), (-2, self.height + 2)]
        self.polygon([*crest, *below], colour, shadow=0.8)

    def glow(self, centre: Point, radius: float, colour: str, *, strength: float = 1) -> None:
        """Paint light that fades outwards."""
        r = round(radius * self.scale)
        small = Image.new("L", (r // 4, r // 4))
        inner = [r / 16, r / 16, r * 3 / 16, r * 3 / 16]
        ImageDraw.Draw(small).ellipse(inner, fill=round(255 * strength))
        mask = small.filter(ImageFilter.GaussianBlur(r / 32)).resize((2 * r, 2 * r))
        corner = (round(centre[0] * self.scale) - r, round(centre[1] * self.scale) - r)
        self._cover(mask, corner, colour)

    def as_webp(self) -> bytes:
        """Return the finished picture."""
        size = (self.width * self.unit, self.height * self.unit)
        out = BytesIO()
        self.image.resize(size, Image.Resampling.LANCZOS).save(out, "WEBP", quality=82, method=4)
        return out.getvalue()

    def _paint(
        self,
        points: Sequence[Point],
        shape: Shape,
        colour: str,
        strength: float,
        shadow: float,
        *,
        margin: float = 0,
    ) -> None:
        """Paint a shape on a mask no larger than its points and margins need."""
        pad = math.ceil(margin + 3 * shadow * self.scale) + 8
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        left = math.floor(min(x for x, _ in scaled)) - pad
        top = math.floor(min(y for _, y in scaled)) - pad
        right = math.ceil(max(x for x, _ in scaled)) + pad
        bottom = math.ceil(max(y for _, y in scaled)) + pad
        mask = Image.new("L", (right - left, bottom - top))
        shape(ImageDraw.Draw(mask), [(x - left, y - top) for x, y in scaled])
        if shadow:
            self._cast(mask, (left, top), shadow)
        if strength < 1:
            mask = mask.point(lambda value: round(value * strength))
        self._cover(mask, (left, top), colour)

    def _cast(self, mask: Image.Image, corner: tuple[int, int], depth: float) -> None:
        small = mask.resize([n // 8 + 1 for n in mask.size], Image.Resampling.BILINEAR)
        soft = small.filter(ImageFilter.GaussianBlur(depth * self.scale / 8))
        soft = soft.point(lambda value: round(value * 0.28)).resize(mask.size)
        self._cover(soft, (corner[0], corner[1] + round(depth * self.scale * 0.7)), SHADOW)

    def _cover(self, mask: Image.Image, corner: tuple[int, int], colour: str) -> None:
        self.image.paste(ImageColor.getrgb(colour), (*corner, *_beyond(corner, mask.size)), mask)


def _beyond(corner: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    return corner[0] + size[0], corner[1] + size[1]
