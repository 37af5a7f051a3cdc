"""Frames as WebP files: sRGB, exact where the budget of bytes lets them be."""

from __future__ import annotations

import io

from PIL import Image as Pixels

from builder.content.frame import Frame
from builder.errors import Problem
from builder.render.pixels.clear import cut_out, is_clear
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.paint import paint_exactly
from builder.render.profile import srgb_profile

_QUALITIES = (90, 80, 70, 60, 50)  # of what is too heavy to be exact, from the best until the budget holds


def render_webp(frame: Frame, budget: str = "0") -> tuple[bytes, tuple[Problem, ...]]:
    """The frame as the best WebP within a budget of bytes (0: any), and the texts that do not stand out."""
    contrast = Contrast()
    if is_clear(frame):
        pixels = Pixels.fromarray(cut_out(frame, contrast))
    else:
        pixels = paint_exactly(frame, contrast).image()
    return _within(int(budget), pixels), tuple(contrast.problems)


def _within(budget: int, pixels: Pixels.Image) -> bytes:
    best = _encoded(pixels, lossless=True)
    for quality in _QUALITIES:
        if len(best) <= (budget or len(best)):
            break
        best = _encoded(pixels, quality=quality)
    return best


def _encoded(pixels: Pixels.Image, **how: object) -> bytes:
    file = io.BytesIO()
    pixels.save(file, "WEBP", method=4, icc_profile=srgb_profile(), **how)
    return file.getvalue()
