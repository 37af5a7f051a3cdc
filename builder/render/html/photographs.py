"""Photographs inside a page, which has no files beside it to ask for."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from builder.geometry.box import Box
from builder.media import Image

_WIDEST = 1344  # px: a column of text on a screen of two px to each of CSS
_QUALITY = 85


def photograph(image: Image) -> str:
    """The address of a photograph that holds its pixels, no more than a screen shows."""
    from builder.photograph import cut  # noqa: PLC0415  few pages have any

    scale = min(1.0, _WIDEST / image.width)
    size = max(round(image.width * scale), 1), max(round(image.height * scale), 1)
    out = BytesIO()
    whole = Box(0, 0, image.width, image.height)
    pixels = cut(image, whole, size)
    kind = "png" if pixels.mode == "RGBA" else "jpeg"
    pixels.save(out, kind, quality=_QUALITY, optimize=True)  # a PNG knows no quality
    return f"data:image/{kind};base64,{b64encode(out.getvalue()).decode()}"
