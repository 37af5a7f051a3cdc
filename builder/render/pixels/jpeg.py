"""Frames as JPEG files: sRGB, and as good as their budget of bytes lets them be."""

from __future__ import annotations

import io

from PIL import Image as Pixels
from PIL import ImageFile

from builder.content.frame import Frame
from builder.errors import Problem
from builder.render.pixels.canvas import Surface
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.paint import paint_exactly
from builder.render.profile import srgb_profile

# From the best until the budget holds: quality, and last of all coarser colours.
_QUALITIES = (*((q, "4:4:4") for q in (84, 79, 74, 68)), *((q, "4:2:0") for q in (74, 66, 58)))


def render_jpeg(frame: Frame, budget: str = "0") -> tuple[bytes, tuple[Problem, ...]]:
    """The frame as the best JPEG within a budget of bytes, and the texts that do not stand out."""
    contrast = Contrast()
    pixels = paint_exactly(frame, contrast).image()
    return _within(int(budget), pixels), tuple(contrast.problems)


def encode_jpeg(canvas: Surface) -> bytes:
    """The canvas as a JPEG in which nothing is seen to be lost."""
    return _encoded(canvas.image(), *_QUALITIES[0])


def _within(budget: int, pixels: Pixels.Image) -> bytes:
    """The best that holds the budget (0 for none), else the smallest; each step is smaller than the last."""
    best = _encoded(pixels, *_QUALITIES[0])
    if len(best) <= (budget or len(best)):
        return best
    low, high = 1, len(_QUALITIES) - 1  # of those that are left, the best that holds is between them
    found = {}
    while low < high:
        middle = (low + high) // 2
        found[middle] = _encoded(pixels, *_QUALITIES[middle])
        low, high = (low, middle) if len(found[middle]) <= budget else (middle + 1, high)
    return found.get(low) or _encoded(pixels, *_QUALITIES[low])


def _encoded(pixels: Pixels.Image, quality: int, colors: str) -> bytes:
    file = io.BytesIO()
    small = {"optimize": True, "progressive": True}
    # Pillow's room for such a file is a byte a pixel, which noise does not keep to.
    ImageFile.MAXBLOCK = max(ImageFile.MAXBLOCK, 3 * pixels.width * pixels.height)
    pixels.save(file, "JPEG", quality=quality, subsampling=colors, icc_profile=srgb_profile(), **small)
    return file.getvalue()
