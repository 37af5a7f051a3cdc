"""A photograph's pixels as every format takes them: a part of it, at a size, without holes."""

from __future__ import annotations

from PIL import Image as Pixels

from builder.geometry.box import Box
from builder.media import Image, upright


def cut(image: Image, crop: Box, size: tuple[int, int]) -> Pixels.Image:
    """A part of the photograph (in px of the upright image) at a size, in RGB."""
    pixels = upright(image, min(crop.w / size[0], crop.h / size[1]))
    if pixels.mode == "RGBA":
        pixels = _on_paper(pixels)
    factor = pixels.width / image.width
    left, top, right, bottom = (edge * factor for edge in (crop.x, crop.y, crop.right, crop.bottom))
    inside = (max(left, 0.0), max(top, 0.0), min(right, pixels.width), min(bottom, pixels.height))
    return pixels.resize(size, Pixels.Resampling.LANCZOS, box=inside, reducing_gap=3.0)


def _on_paper(pixels: Pixels.Image) -> Pixels.Image:
    paper = Pixels.new("RGB", pixels.size, "white")
    paper.paste(pixels, mask=pixels.getchannel("A"))
    return paper
