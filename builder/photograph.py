"""A photograph's pixels as every format takes them: a part of it, at a size, in its tone."""

from __future__ import annotations

from PIL import Image as Pixels
from PIL import ImageFilter, ImageOps

from builder.color import Color
from builder.geometry.box import Box
from builder.imagefiles import scale_of, upright
from builder.kept import Kept, kept
from builder.media import Image

_SPECKS = 0.5  # per cent of the lightest and of the darkest pixels that a tone does not stretch to
_HELD = 12 << 20  # bytes of a photograph that a process holds unpacked, or it unpacks it each time
_PAPER = Color(255, 255, 255)


def cut(
    image: Image, crop: Box, size: tuple[int, int], tone: tuple[Color, ...] = (), blur: float = 0.0
) -> Pixels.Image:
    """A part of the photograph (in px of the upright image) at a size: in RGB, or RGBA if parts are clear.

    `tone`, if it is given, are the colours of its darks and of its lights, and between them perhaps
    that of what is in the middle: a duotone. `blur` is how far it is out of focus, in px of that size.
    """
    pixels = _decoded(image, scale_of(image, min(crop.w / size[0], crop.h / size[1])))
    factor = pixels.width / image.width
    left, top, right, bottom = (edge * factor for edge in (crop.x, crop.y, crop.right, crop.bottom))
    inside = (max(left, 0.0), max(top, 0.0), min(right, pixels.width), min(bottom, pixels.height))
    if pixels.mode == "RGBA" and not image.is_clear:
        pixels = flat(pixels)
    part = _sized(pixels, inside, size)
    toned = _toned(part, tone) if tone else part
    return toned.filter(ImageFilter.GaussianBlur(blur)) if blur else toned


def _sized(
    pixels: Pixels.Image, box: tuple[float, float, float, float], size: tuple[int, int]
) -> Pixels.Image:
    """What is in a box at a size; of whole pixels at their own size no filter changes anything."""
    left, top, right, bottom = box
    if (right - left, bottom - top) == size and left.is_integer() and top.is_integer():
        return pixels.crop((int(left), int(top), int(right), int(bottom)))
    return pixels.resize(size, Pixels.Resampling.LANCZOS, box=box, reducing_gap=3.0)


@kept(Kept(_HELD), lambda _, pixels: len(pixels.getbands()) * pixels.width * pixels.height)
def _decoded(image: Image, scale: int) -> Pixels.Image:
    """The photograph unpacked: a card asks for parts of it again and again, and so do those after it."""
    return upright(image, scale)


def flat(pixels: Pixels.Image, ground: Color = _PAPER) -> Pixels.Image:
    """The pixels in RGB, with a ground behind clear parts."""
    if pixels.mode != "RGBA":
        return pixels
    whole = Pixels.new("RGB", pixels.size, ground.rgb)
    whole.paste(pixels, mask=pixels.getchannel("A"))
    return whole


def _toned(pixels: Pixels.Image, tone: tuple[Color, ...]) -> Pixels.Image:
    seen = pixels.getchannel("A") if pixels.mode == "RGBA" else None
    grey = ImageOps.autocontrast(pixels.convert("L"), cutoff=_SPECKS, mask=seen)
    dark, *middle, light = (color.rgb for color in tone)
    toned = ImageOps.colorize(grey, dark, light, middle[0] if middle else None)
    if seen:
        toned.putalpha(seen)
    return toned
