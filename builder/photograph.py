"""A photograph's pixels as every format takes them: a part of it, at a size, without holes, in its tone."""

from __future__ import annotations

from PIL import Image as Pixels
from PIL import ImageOps

from builder.color import Color
from builder.geometry.box import Box
from builder.media import Image, upright

_SPECKS = 0.5  # per cent of the lightest and of the darkest pixels that a tone does not stretch to


def cut(image: Image, crop: Box, size: tuple[int, int], tone: tuple[Color, ...] = ()) -> Pixels.Image:
    """A part of the photograph (in px of the upright image) at a size, in RGB.

    `tone`, if it is given, are the colours of its darks and of its lights, and between them perhaps
    that of what is in the middle: a duotone.
    """
    pixels = upright(image, min(crop.w / size[0], crop.h / size[1]))
    if pixels.mode == "RGBA":
        pixels = _on_paper(pixels)
    factor = pixels.width / image.width
    left, top, right, bottom = (edge * factor for edge in (crop.x, crop.y, crop.right, crop.bottom))
    inside = (max(left, 0.0), max(top, 0.0), min(right, pixels.width), min(bottom, pixels.height))
    part = pixels.resize(size, Pixels.Resampling.LANCZOS, box=inside, reducing_gap=3.0)
    return _toned(part, tone) if tone else part


def _toned(pixels: Pixels.Image, tone: tuple[Color, ...]) -> Pixels.Image:
    grey = ImageOps.autocontrast(pixels.convert("L"), cutoff=_SPECKS)
    dark, *middle, light = (color.rgb for color in tone)
    return ImageOps.colorize(grey, dark, light, middle[0] if middle else None)


def _on_paper(pixels: Pixels.Image) -> Pixels.Image:
    paper = Pixels.new("RGB", pixels.size, "white")
    paper.paste(pixels, mask=pixels.getchannel("A"))
    return paper
