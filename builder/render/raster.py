"""The pixels of an image that paints a curve: as they are meant, in their tint, no finer than is seen."""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image as Pixels

from builder.color import Color
from builder.geometry.paints import Raster
from builder.imagefiles import upright
from builder.kept import Kept, kept
from builder.media import Image

_OPENED = Kept(64 << 20)
_JPEG = b"\xff\xd8"
_JPEG_QUALITY = 88


def whole(raster: Raster) -> Pixels.Image:
    """All of its pixels, in RGB, or in RGBA where anything shines through."""
    return _whole(raster.image, raster.tint)


@kept(_OPENED, lambda _, pixels: 4 * pixels.width * pixels.height)
def _whole(image: Image, tint: Color | None) -> Pixels.Image:
    pixels = upright(image)
    if tint is None:
        return pixels
    flat = Pixels.new("RGB", pixels.size, tint.rgb)
    if pixels.mode == "RGBA":
        flat.putalpha(pixels.getchannel("A"))
    return flat


def reduced(raster: Raster, fineness: float) -> Pixels.Image:
    """Its pixels, at most so many a unit of its canvas."""
    pixels = whole(raster)
    sides = zip(pixels.size, raster.enlarged, strict=True)
    across, down = (min(side, max(math.ceil(side * long * fineness), 1)) for side, long in sides)
    if (across, down) == pixels.size:
        return pixels
    return pixels.resize((across, down), Pixels.Resampling.LANCZOS, reducing_gap=3.0)


def encoded(raster: Raster, fineness: float) -> bytes:
    """The same as a file: a photograph that came as JPEG is one again, all else is a PNG."""
    pixels, out = reduced(raster, fineness), BytesIO()
    if pixels.mode == "RGB" and raster.tint is None and raster.image.data[:2] == _JPEG:
        pixels.save(out, "JPEG", quality=_JPEG_QUALITY)
    else:
        pixels.save(out, "PNG")
    return out.getvalue()
