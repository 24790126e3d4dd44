"""The demo's pictures: each motif is drawn by a function, always the same way."""

import math
from collections.abc import Callable
from functools import cache
from random import Random

from .canvas import Canvas, Point

PLUM, BERRY, ROSE, BLUSH = "#4a1f3d", "#8f2f5b", "#d77a8f", "#f4cfc7"
OCHRE, HONEY, CREAM, PAPER = "#c98a1b", "#f0c365", "#fbeed6", "#fff8ee"
TEAL, SAGE, MOSS, NIGHT = "#2f6f73", "#9dbf9e", "#4f7a58", "#1f2440"
BRIGHT = (BERRY, OCHRE, TEAL, ROSE, HONEY, MOSS, PLUM, SAGE)

_motifs: dict[str, Callable[[Random], Canvas]] = {}


@cache
def draw(motif: str) -> bytes:
    """Return the WebP file of a motif; raise ``KeyError`` if nobody knows how to draw it."""
    chance = Random(motif)  # noqa: S311 -- a drawing, not a secret
    return _motifs[motif](chance).as_webp()


def motif_names() -> tuple[str, ...]:
    """Return what can be drawn."""
    return tuple(_motifs)


def _motif(paint: Callable[[Random], Canvas]) -> Callable[[Random], Canvas]:
    _motifs[paint.__name__] = paint
    return paint


def _around(centre: Point, radius: float, turn: float) -> Point:
    """Return the point at a distance from a centre; ``turn`` counts whole turns."""
    angle = turn * math.tau
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


@_motif
def kettle(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, PAPER, BLUSH)
    canvas.glow((80, 55), 90, HONEY, strength=0.7)
    canvas.ellipse((80, 118), (120, 34), OCHRE, strength=0.35, shadow=2)
    for step in range(24):
        share = step / 23
        spot = (113 + 7 * math.sin(share * 5.2), 44 - 36 * share)
        canvas.ellipse(spot, 2.2 + 4.2 * share, "#ffffff", strength=0.34 * (1 - share * 0.8))
    canvas.line([_around((80, 46), 21, 0.54 + n * 0.42 / 20) for n in range(21)], 4.2, PLUM)
    canvas.polygon([(96, 66), (113, 46), (118, 49), (104, 80)], BERRY, shadow=1)
    canvas.ellipse((80, 69), (29, 22), BERRY, shadow=2)
    canvas.ellipse((80, 50), (13, 4), PLUM)
    canvas.ellipse((80, 45.4), 3, OCHRE)
    canvas.ellipse((70, 64), (8, 6), "#ffffff", strength=0.14)
    for x, colour in ((30, TEAL), (46, OCHRE), (128, PLUM)):
        canvas.card((x, 80), (11, 12), colour, roundness=3, shadow=1)
        canvas.ellipse((x + 5.5, 80.6), (5.4, 1.7), CREAM)
    return canvas


@_motif
def table(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, CREAM, "#f3d9c2")
    centre = (80, 50)
    canvas.glow(centre, 110, "#ffffff", strength=0.8)
    for n in range(9):
        turn = n / 9 + 0.03
        near = _around((0, 0), 1, turn)
        spot = (80 + near[0] * 38, 50 + near[1] * 25.5)
        canvas.ellipse(spot, 6.4 + chance.uniform(-0.6, 0.6), BRIGHT[n % len(BRIGHT)], shadow=1.2)
        canvas.ellipse((spot[0] - 1.6, spot[1] - 1.6), 2.3, "#ffffff", strength=0.16)
    canvas.ellipse(centre, (28, 16.4), "#e6b78a", shadow=2.4)
    canvas.ellipse(centre, (26, 14.8), "#efc79d")
    for n in range(9):
        near = _around((0, 0), 1, n / 9 + 0.03)
        cup = (80 + near[0] * 20, 50 + near[1] * 10.4)
        canvas.ellipse(cup, 2, PAPER, shadow=0.4)
        canvas.ellipse(cup, 1.3, "#8a5130", strength=0.8)
    canvas.ellipse(centre, 4, BERRY, shadow=0.8)
    canvas.ellipse(centre, 1.4, OCHRE)
    for x, y, r in ((8, 12, 17), (152, 90, 22), (150, 10, 9), (14, 92, 11)):
        canvas.ellipse((x, y), r, chance.choice((ROSE, HONEY, SAGE)), strength=0.35)
    return canvas


@_motif
def night(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, NIGHT, "#5a3a63")
    canvas.glow((122, 26), 62, "#f6e7c8", strength=0.5)
    canvas.ellipse((122, 26), 13, "#f9edcf")
    for _ in range(34):
        spot = (chance.uniform(2, 158), chance.uniform(2, 52))
        canvas.ellipse(spot, chance.uniform(0.2, 0.5), "#ffffff", strength=0.7)
    canvas.hill(76, 3, 90, 1.2, "#3b2a52")
    canvas.card((30, 38), (58, 70), "#271a38", roundness=2, shadow=2)
    canvas.card((82, 54), (34, 54), "#301f42", roundness=2, shadow=2)
    for row in range(6):
        for column in range(6):
            corner = (36 + column * 8.2, 44 + row * 8.6)
            is_lit = (row, column) in {(0, 4), (1, 1), (2, 3), (3, 0), (3, 4), (5, 2)}
            canvas.card(corner, (4.6, 5.6), HONEY if is_lit else "#3d2b52", roundness=0.6)
            if is_lit:
                canvas.glow((corner[0] + 2.3, corner[1] + 2.8), 15, HONEY, strength=0.4)
    for corner in ((88, 62), (100, 78)):
        canvas.card(corner, (6, 6), HONEY, roundness=0.6)
        canvas.glow((corner[0] + 3, corner[1] + 3), 20, HONEY, strength=0.45)
    canvas.hill(95, 1.4, 60, 0.4, "#1a1128")
    return canvas


@_motif
def lantern(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, "#2d3358", "#a4626e")
    for height, colour in ((52, "#6f4a68"), (64, "#533a5c"), (76, "#3c2c4d"), (88, "#281f3c")):
        canvas.hill(height, 5, chance.uniform(70, 130), chance.uniform(0, 6), colour)
    canvas.glow((64, 66), 84, HONEY, strength=0.75)
    canvas.line([(64, 48), (64, 54)], 0.8, PLUM)
    canvas.card((58.5, 54), (11, 20), "#f6d27c", roundness=3.4, shadow=1)
    canvas.ellipse((64, 65), (2.6, 5), "#fff7e2")
    canvas.card((57, 53), (14, 3), PLUM, roundness=1.2)
    canvas.card((57, 73), (14, 3.4), PLUM, roundness=1.2)
    return canvas


@_motif
def bubbles(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, PAPER, "#eadfe6")
    spots = ((38, 42, 24), (84, 34, 20), (124, 46, 25), (62, 70, 19), (100, 74, 16), (22, 76, 12))
    for n, (x, y, r) in enumerate(spots):
        lean = 1 if n % 2 else -1
        colour = BRIGHT[n]
        tail = [(x + lean * r * 0.2, y + r * 0.5), (x + lean * r * 0.85, y + r * 0.92)]
        canvas.ellipse((x, y), (r, r * 0.78), colour, shadow=1.6)
        canvas.polygon([*tail, (x + lean * r * 0.7, y + r * 0.2)], colour)
        for dot in (-1, 0, 1):
            canvas.ellipse((x + dot * r * 0.34, y), r * 0.085, PAPER, strength=0.95)
    return canvas


@_motif
def towpath(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, "#f7c99b", "#fdeed8")
    canvas.glow((112, 40), 70, "#fff2cf", strength=0.9)
    canvas.ellipse((112, 42), 11, "#e8834f")
    canvas.hill(50, 4, 120, 0.6, "#c9a08f")
    canvas.hill(56, 3, 70, 2.8, SAGE)
    canvas.polygon([(0, 63), (160, 58), (160, 102), (0, 102)], "#6fa3a8")
    for _ in range(16):
        x, y = chance.uniform(60, 150), chance.uniform(66, 96)
        canvas.line([(x, y), (x + chance.uniform(5, 14), y)], 0.5, "#d9ece8", strength=0.6)
    canvas.polygon([(0, 62), (54, 60.6), (96, 102), (0, 102)], "#f0dcb6", shadow=1.4)
    canvas.polygon([(0, 62), (40, 61), (30, 102), (0, 102)], MOSS, shadow=1)
    for x, r in ((9, 11), (22, 8), (31, 5.5)):
        canvas.line([(x, 64), (x, 50)], 1.2, PLUM)
        canvas.ellipse((x, 47), (r * 0.75, r), chance.choice((MOSS, TEAL)), shadow=1)
    for x, colour in ((55, BERRY), (61, OCHRE)):
        canvas.card((x, 69), (4.2, 10), colour, roundness=2, shadow=0.8)
        canvas.ellipse((x + 2.1, 66.4), 2.2, PLUM)
    return canvas


@_motif
def pages(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, "#f3e3ec", CREAM)
    canvas.glow((80, 46), 80, "#ffffff", strength=0.9)
    for n, colour in enumerate((TEAL, SAGE, HONEY, ROSE, BERRY)):
        canvas.hill(66 + n * 7, 7 - n, 54 + 9 * n, n * 1.3, colour)
    for side in (-1, 1):
        for n, colour in enumerate((BLUSH, CREAM, PAPER)):
            lift = 14 - 4 * n
            edge = [
                (80 + side * x, 62 - lift * math.sin(x / 46 * math.pi) * 0.8 - x * 0.1)
                for x in range(47)
            ]
            canvas.polygon([*edge, (80 + side * 46, 74), (80, 78)], colour, shadow=1.2)
        for row in range(4):
            y = 60 + row * 3.6
            canvas.line([(80 + side * 8, y), (80 + side * 36, y - 3)], 0.7, ROSE, strength=0.55)
    return canvas


@_motif
def leaves(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, "#e4efe0", "#f8f0d8")
    for n in range(7):
        x = 18 + n * 21 + chance.uniform(-4, 4)
        top = chance.uniform(14, 44)
        canvas.line([(x, 92), (x, top)], 1.2, MOSS)
        y, side = 84.0, 1
        while y > top:
            r = 3 + (y - top) / 13
            colour = chance.choice((MOSS, TEAL, SAGE, "#7fa65a", "#b7c86b"))
            canvas.ellipse((x + side * r, y), (r * 1.2, r * 0.8), colour, shadow=0.8)
            y, side = y - r * 1.25, -side
        canvas.ellipse((x, top), 3.4, chance.choice((ROSE, HONEY, BERRY)), shadow=0.8)
    canvas.hill(88, 1.6, 48, 0.5, "#5b3a2e")
    canvas.hill(95, 1.2, 37, 2.5, "#43291f")
    return canvas


@_motif
def baskets(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, CREAM, "#f1d7cf")
    canvas.card((8, 84), (144, 5), "#b98258", roundness=2.4, shadow=2)
    for column in range(5):
        x = 26 + column * 27
        for row in range(3):
            for offset in (-5.6, 5.6) if row < 2 else (0,):
                spot = (x + offset, 77 - row * 11.4)
                colour = BRIGHT[(column * 3 + row * 2 + (offset > 0)) % len(BRIGHT)]
                canvas.ellipse(spot, 6 + chance.uniform(-0.5, 0.5), colour, shadow=1)
                canvas.line([(spot[0] - 4, spot[1]), (spot[0] + 4, spot[1])], 0.7, PAPER)
                canvas.ellipse(spot, 1.1, PAPER)
    string = [(x, 12 + 9 * math.sin(x / 160 * math.pi)) for x in range(-2, 164, 2)]
    canvas.line(string, 0.5, PLUM)
    for x in range(12, 160, 17):
        hanging = (x, 14.4 + 9 * math.sin(x / 160 * math.pi))
        canvas.glow(hanging, 11, HONEY, strength=0.7)
        canvas.ellipse(hanging, 2.2, OCHRE)
    return canvas


@_motif
def notes(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, "#efe6e0", "#e3d5cf")
    groups = ((34, 36, 5, HONEY), (84, 56, 4, "#f2b8b5"), (128, 38, 5, "#b9d8c2"))
    for x, y, count, colour in groups:
        canvas.ellipse((x, y + 2), (26, 34), "#ffffff", strength=0.4)
        for n in range(count):
            corner = (x - 17 + (n % 2) * 18 + chance.uniform(-1, 1), y - 24 + (n // 2) * 17)
            canvas.card(corner, (15, 13), colour, roundness=0.8, shadow=1)
            for row in range(3):
                start = (corner[0] + 2, corner[1] + 3.2 + row * 3)
                end = (start[0] + chance.uniform(5, 11), start[1])
                canvas.line([start, end], 0.6, PLUM, strength=0.6)
    return canvas


@_motif
def bell(chance: Random) -> Canvas:
    canvas = Canvas(160, 100, "#fbe6c8", "#f6d3bd")
    canvas.glow((80, 40), 90, "#fff6e0", strength=0.9)
    for x in (18, 42, 118, 142):
        canvas.card((x - 7, 22), (14, 20), chance.choice((SAGE, ROSE, HONEY)), shadow=0.8)
    canvas.card((-4, 66), (168, 40), "#9a5a3c", roundness=0.5, shadow=2)
    canvas.card((-4, 66), (168, 5), "#b9734d", roundness=0.5)
    canvas.ellipse((80, 66), (22, 3.6), PLUM, shadow=1)
    canvas.polygon(
        [_around((80, 63), 18, 0.5 + n / 40 * 0.5) for n in range(41)], "#d9a233", shadow=1.2
    )
    canvas.line([_around((80, 63), 13.5, 0.57 + n / 80) for n in range(12)], 1.4, CREAM)
    canvas.card((78.6, 40), (2.8, 6), PLUM, roundness=1)
    canvas.ellipse((80, 40), 3, OCHRE, shadow=0.5)
    for r in (10, 15, 20):
        for side in (0.64, 0.78):
            arc = [_around((80, 42), r, side + n / 90) for n in range(8)]
            canvas.line(arc, 0.8, BERRY, strength=0.5)
    return canvas


@_motif
def circle(chance: Random) -> Canvas:
    canvas = Canvas(60, 60, CREAM, BLUSH)
    for n in range(12):
        spot = _around((30, 30), 18.5, n / 12)
        canvas.ellipse(spot, 4.6, (BERRY, OCHRE, ROSE)[n % 3], shadow=0.7)
    canvas.ellipse((30, 30), 9, PAPER, strength=0.9)
    return canvas


@_motif
def sprout(chance: Random) -> Canvas:
    canvas = Canvas(60, 60, "#f3efd6", "#d9e8d2")
    canvas.line([(30, 48), (30, 28)], 2, MOSS)
    canvas.ellipse((20.5, 23), (10, 7.4), MOSS, shadow=0.8)
    canvas.ellipse((39.5, 20), (10, 7.4), TEAL, shadow=0.8)
    canvas.hill(47, 1.4, 40, 0.4, "#5b3a2e")
    return canvas
