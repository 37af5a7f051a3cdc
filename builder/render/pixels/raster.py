"""The pixels of an image that paints a curve, where its matrix puts them.

Upright images are brought to their size by Pillow, in whole numbers; what is turned or skewed is first
made as small as it is shown, then looked up between four pixels, in whole numbers as well.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pixels

from builder.geometry.paints import Raster
from builder.kept import kept
from builder.render.pixels.canvas import BACKS
from builder.render.pixels.coverage import PixelBox
from builder.render.raster import reduced, whole

_PARTS = 256  # of a pixel, in which a place between four is told


@kept(BACKS, lambda _, pixels: pixels.nbytes)
def raster_pixels(raster: Raster, area: PixelBox) -> NDArray[np.uint8]:
    """Red, green, blue and opacity of each pixel of an area, all of which the image reaches."""
    _, b, c, *_ = raster.matrix
    found = _upright(raster, area) if b == c == 0 else _turned(raster, area)
    found.flags.writeable = False
    return found


def _upright(raster: Raster, area: PixelBox) -> NDArray[np.uint8]:
    a, _, _, d, e, f = raster.matrix
    left, top, right, bottom = area
    pixels = whole(raster)
    if a < 0:
        pixels, a, e = pixels.transpose(Pixels.Transpose.FLIP_LEFT_RIGHT), -a, e + a * pixels.width
    if d < 0:
        pixels, d, f = pixels.transpose(Pixels.Transpose.FLIP_TOP_BOTTOM), -d, f + d * pixels.height
    sides = (left - e) / a, (top - f) / d, (right - e) / a, (bottom - f) / d
    pixels, (x, y) = _padded(pixels, sides)
    inside = sides[0] + x, sides[1] + y, sides[2] + x, sides[3] + y
    smooth = Pixels.Resampling.LANCZOS if min(a, d) < 1 else Pixels.Resampling.BICUBIC
    return _rgba(pixels.resize((right - left, bottom - top), smooth, box=inside))


def _padded(pixels: Pixels.Image, sides: tuple[float, ...]) -> tuple[Pixels.Image, tuple[int, int]]:
    """The image with its outermost pixels repeated as far as is asked for, and how far to left and top."""
    left, top = (max(math.ceil(-side), 0) for side in sides[:2])
    right, bottom = (
        max(math.ceil(side - long), 0) for side, long in zip(sides[2:], pixels.size, strict=True)
    )
    if not any((left, top, right, bottom)):
        return pixels, (0, 0)
    wide = np.pad(np.asarray(pixels), ((top, bottom), (left, right), (0, 0)), "edge")
    return Pixels.fromarray(wide), (left, top)


def _turned(raster: Raster, area: PixelBox) -> NDArray[np.uint8]:
    pixels = reduced(raster, 1.0)
    across, down = raster.image.width / pixels.width, raster.image.height / pixels.height
    a, b, c, d, e, f = raster.matrix
    a, b, c, d = a * across, b * across, c * down, d * down
    left, top, right, bottom = area
    x = np.arange(left, right, dtype=np.float64)[None, :] + 0.5 - e
    y = np.arange(top, bottom, dtype=np.float64)[:, None] + 0.5 - f
    size = a * d - b * c
    u, v = (d * x - c * y) / size - 0.5, (a * y - b * x) / size - 0.5
    return _between(_rgba(pixels), *(np.floor(each * _PARTS).astype(np.int64) for each in (u, v)))


def _between(pixels: NDArray[np.uint8], u: NDArray[np.int64], v: NDArray[np.int64]) -> NDArray[np.uint8]:
    """The pixels at places between others, counted in parts of a pixel from the middle of the first."""
    alpha = pixels[..., 3:].astype(np.int64)
    solid = np.concatenate([pixels[..., :3] * alpha, alpha * 255], axis=2)
    height, width = alpha.shape[:2]
    total = np.zeros((*u.shape, 4), np.int64)
    for right in (0, 1):
        for below in (0, 1):
            across = u % _PARTS if right else _PARTS - u % _PARTS
            down = v % _PARTS if below else _PARTS - v % _PARTS
            columns = np.clip(u // _PARTS + right, 0, width - 1)
            rows = np.clip(v // _PARTS + below, 0, height - 1)
            total += solid[rows, columns] * (across * down)[..., None]
    opacity = total[..., 3:] // 255
    color = np.where(opacity > 0, total[..., :3] // np.maximum(opacity, 1), 0)
    shown = (opacity + _PARTS * _PARTS // 2) // (_PARTS * _PARTS)
    return np.concatenate([color, shown], axis=2).clip(0, 255).astype(np.uint8)


def _rgba(pixels: Pixels.Image) -> NDArray[np.uint8]:
    return np.array(pixels.convert("RGBA"))
