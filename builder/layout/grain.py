"""Speckles on art: in each of its forms a second tone, closer together away from the light."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from builder.brand.grain import Grain
from builder.brand.identity import Brand
from builder.color import Color
from builder.content.frame import Path
from builder.geometry.box import Box, Command
from builder.geometry.curves import flattened
from builder.geometry.pens import extent
from builder.layout.canvas import Canvas
from builder.seeded import Seeded

_FINE = 0.001  # of the short side: how finely a form is seen
_LEAST = 0.4  # of the largest speckle, the smallest
_LEVELS = 1 << 16  # of a chance
_PAPER = Color(255, 255, 255)

Points = NDArray[np.float64]


def grained(
    paths: Sequence[Path], use: Grain, brand: Brand, canvas: Canvas, ground: Color = _PAPER
) -> Iterator[Path]:
    """The speckles of a piece of art, those of each form in a tone of it; none on what is not of one colour.

    Each lies within the form that is seen there.
    """
    short = canvas.short
    x, y, size = _places(use.count, use.size, use.seed, canvas)
    seen = np.full(x.shape, -1)
    corners = [(x + across * size, y + down * size) for across in (-1, 1) for down in (-1, 1)]
    for number, path in enumerate(paths):
        polygons = [np.array(each) for each in flattened(path.commands, _FINE * short) if len(each) > 2]
        inside = [_inside(polygons, *corner) for corner in corners]
        seen[np.logical_or.reduce(inside)] = -1  # its edge runs through them
        seen[np.logical_and.reduce(inside)] = number
    asked = brand.color(brand.shape(use.color, ground))
    for number, path in enumerate(paths):
        own = seen == number
        if isinstance(path.fill, Color) and own.any():
            tone = path.fill.mix(ground if path.fill == asked else asked, use.strength)
            shaded = own & _shaded(x, y, extent(path.commands), use)
            if steps := tuple(_specks(x[shaded], y[shaded], size[shaded])):
                yield Path(steps, tone, opacity=path.opacity)


@lru_cache(maxsize=8)
def _places(count: int, largest: float, seed: str, canvas: Canvas) -> tuple[Points, Points, Points]:
    """Where they would be on all of a canvas, and half of how large; on pixels, where there are such."""
    edge, short = canvas.bleed, canvas.short
    width, height = canvas.width + 2 * edge, canvas.height + 2 * edge
    chance = Seeded("grain", seed)
    many = round(count * width * height / short**2)
    shares = np.array([[chance.below(_LEVELS) for _ in range(3)] for _ in range(many)]) / _LEVELS
    x, y = shares[:, 0] * width - edge, shares[:, 1] * height - edge
    size = largest * short / 2 * (_LEAST + (1 - _LEAST) * shares[:, 2] * shares[:, 2])
    if canvas.unit == "px":  # whole pixels make a picture lighter: they have no soft edges
        size = np.maximum(np.round(size * 2), 1.0) / 2
        x, y = np.round(x - size) + size, np.round(y - size) + size
    return x, y, size


def _inside(polygons: Sequence[Points], x: Points, y: Points) -> NDArray[np.bool_]:
    """Which points lie in a form (non-zero rule)."""
    turns = np.zeros(x.shape, dtype=np.int64)
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            if y0 == y1:
                continue
            crossed = ((y0 <= y) != (y1 <= y)) & (x < x0 + (y - y0) / (y1 - y0) * (x1 - x0))
            turns += np.where(crossed, 1 if y1 > y0 else -1, 0)
    result: NDArray[np.bool_] = turns != 0
    return result


def _shaded(x: Points, y: Points, box: Box, use: Grain) -> NDArray[np.bool_]:
    """Which of them there are: few where the light falls, all where it does not."""
    away = ((x - box.x) / (box.w or 1.0) + (y - box.y) / (box.h or 1.0)) / 2
    chance = Seeded("shade", use.seed)
    kept = np.array([chance.below(_LEVELS) for _ in range(len(x))]) / _LEVELS
    part = np.clip(away, 0.0, 1.0)
    result: NDArray[np.bool_] = kept * kept < part * part * part  # products, which are alike everywhere
    return result


def _specks(x: Points, y: Points, size: Points) -> Iterator[Command]:
    for px, py, half in zip(x.tolist(), y.tolist(), size.tolist(), strict=True):
        yield from (("M", px - half, py - half), ("L", px + half, py - half))
        yield from (("L", px + half, py + half), ("L", px - half, py + half), ("Z",))
